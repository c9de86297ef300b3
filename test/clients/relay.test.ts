import { setImmediate } from 'node:timers/promises';
import { Window } from 'happy-dom';
import { createElement, Suspense, type FunctionComponent } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Portfolio } from '../../docs/snippets/relay/Portfolio.js';
import { UnitName } from '../../docs/snippets/relay/UnitName.js';
import { createEnvironment } from '../../docs/snippets/relay/environment.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe('Relay', () => {
  let gateway: TestGateway;
  const page = new Window();

  beforeAll(async () => {
    // React looks for them where a browser has them.
    vi.stubGlobal('window', page);
    vi.stubGlobal('document', page.document);
    vi.stubGlobal('navigator', page.navigator);
    gateway = await startTestGateway();
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await Promise.all([page.happyDOM.close(), gateway.close()]);
  });

  /** A component in a page of its own, with all that it shows. */
  async function show<Props extends object>(component: FunctionComponent<Props>, props: Props) {
    const [{ createRoot }, { flushSync }] = await Promise.all([
      import('react-dom/client'),
      import('react-dom'),
    ]);
    const container = page.document.createElement('div');
    page.document.body.append(container);
    const root = createRoot(container as never);
    const environment = createEnvironment(`${gateway.url}/graphql`);
    const content = createElement(Suspense, { fallback: 'reading' }, createElement(component, props));
    root.render(createElement(RelayEnvironmentProvider, { environment, children: content }));
    return {
      rows: () => [...container.querySelectorAll('li')].map(({ textContent }) => textContent),
      text: (role: string) => container.querySelector(`[role=${role}]`)?.textContent,
      title: () => container.querySelector('h1')?.textContent,
      more: () => container.querySelector('button')!.click(),
      async close() {
        flushSync(() => root.unmount());
        // React's own turn: what it still has to do needs the page.
        await setImmediate();
      },
    };
  }

  it('joins the pages of a list', async () => {
    const portfolio = await show(Portfolio, {});
    await expect.poll(portfolio.rows, { timeout: 10_000 }).toHaveLength(6);
    const first = portfolio.rows();
    portfolio.more();
    await expect.poll(portfolio.rows, { timeout: 10_000 }).toHaveLength(12);
    expect(portfolio.rows().slice(0, 6)).toEqual(first);
    expect(portfolio.text('status')).toBeUndefined();
    await portfolio.close();
  });

  it('shows what the others answered while a source is down', async () => {
    await gateway.sandbox.casavi.stop();
    const portfolio = await show(Portfolio, {});
    await expect.poll(portfolio.rows, { timeout: 10_000 }).toHaveLength(6);
    expect(portfolio.text('status')).toBe('No answer from casavi.');
    portfolio.more();
    await expect.poll(portfolio.rows, { timeout: 10_000 }).toHaveLength(12);
    await gateway.sandbox.casavi.start();
    await portfolio.close();
  });

  it('tells a record that could not be read from one that is not there', async () => {
    const { data } = await gateway.query<{ units: { nodes: { id: string; number: string }[] } }>(
      '{ units(first: 1, filter: { providers: [HOMEQ] }) { nodes { id number } } }',
    );
    const [unit] = data.units.nodes;
    const read = await show(UnitName, { id: unit!.id });
    await expect.poll(read.title, { timeout: 10_000 }).toBeTruthy();
    expect(read.text('alert')).toBeUndefined();
    await read.close();

    await gateway.sandbox.homeq.stop();
    const failed = await show(UnitName, { id: unit!.id });
    await expect.poll(() => failed.text('alert'), { timeout: 10_000 }).toBe('The unit could not be read.');
    await gateway.sandbox.homeq.start();
    await failed.close();
  });
});
