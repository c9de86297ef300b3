import { expect, it } from 'vitest';
import type { Truth } from '../../../src/sandbox/truth.js';
import type { CallRecord } from '../../../src/http/call-log.js';
import type { Suite } from './suite.js';

interface Shown {
  readonly __typename: string;
  readonly source: { readonly remoteId: string };
  readonly raw: unknown;
}

/** Every record shows the object that it was read from, which is at hand. */
export function testRaw<T extends Truth>(suite: () => Suite<T>): void {
  it('shows every record as its answer had it, at no cost, without national ids and signed links', async () => {
    const { gateway, lists } = suite();
    /** Lists with what hangs on their rows, or stands in them. */
    const pages = (shown: string): readonly (readonly [string, string])[] => [
      ['buildings', `buildings(first: 4) { nodes { ${shown} } }`],
      ['units', `units(first: 4) { nodes { ${shown} building { ${shown} } } }`],
      ['persons', `persons(first: 30) { nodes { ${shown} } }`],
      [
        'leases',
        `leases(first: 4) { nodes { ${shown} unit { ${shown} } tenants { ${shown} } ${below('documents', shown)} } }`,
      ],
      [
        'issues',
        `issues(first: 12) { nodes { ${shown} ${below('comments', shown)} ${below('tasks', shown)} ${below('documents', shown)} } }`,
      ],
      ['documents', `documents(first: 3) { nodes { ${shown} } }`],
    ];
    const ask = (shown: string) => {
      const asked = pages(shown).filter(([list]) => lists.some((each) => each === list));
      return gateway.query<Readonly<Record<string, unknown>>>(
        `{ ${asked.map(([, page]) => page).join(' ')} }`,
      );
    };
    const named = '__typename source { remoteId }';
    const { data, errors } = await ask(`${named} raw`);
    expect(errors).toEqual([]);
    // The lengths of lists are known from here on, and the ways no longer change.
    const [without, again] = [await ask(named), await ask(`${named} raw`)];
    expect(again.calls.map(nameOf).sort()).toEqual(without.calls.map(nameOf).sort());

    const met = shownIn(data);
    for (const list of lists) expect(data[list], list).not.toEqual({ nodes: [] });
    for (const { __typename, source, raw } of met) {
      const values = valuesOf(raw);
      const parts = source.remoteId.split(':');
      expect(
        parts.some((part) => values.has(part)),
        `${__typename} ${source.remoteId} in ${JSON.stringify(raw)}`,
      ).toBe(true);
    }
    const said = JSON.stringify(data);
    const numbers = gateway.sandbox.portfolio.persons.flatMap(({ nationalId }) => nationalId ?? []);
    expect(numbers.filter((number) => said.includes(number))).toEqual([]);
    expect(said).not.toMatch(/:\/\/[^"\s]*\?/);
  });
}

function below(field: string, shown: string): string {
  return `${field}(first: 2) { nodes { ${shown} } }`;
}

function nameOf({ method, path }: CallRecord): string {
  return `${method} ${path}`;
}

/** Every record in an answer; what stands within `raw` is none. */
function shownIn(value: unknown): Shown[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, member]) => (name === 'raw' ? [] : shownIn(member)));
  return '__typename' in value ? [value as Shown, ...below] : below;
}

/** All values in an object, however deep, as text. */
function valuesOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set([String(value)]);
  return new Set(Object.values(value).flatMap((member) => [...valuesOf(member)]));
}
