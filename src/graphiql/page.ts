import { readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { upstreamHeader } from '../plugins/use-upstream.js';
import { examples } from './examples.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Asks for the call log, wherever it is not shown anyway. */
const headers = JSON.stringify({ [upstreamHeader]: 'log' }, null, 2);

/** What GraphiQL is opened with, as yoga takes it. */
export const graphiqlOptions = {
  title: 'Gatehouse',
  headers,
  defaultTabs: examples.map((query) => ({ query, headers })),
  // A token that somebody types in stays in the page.
  shouldPersistHeaders: false,
};

/**
 * GraphiQL with the call log below it. Its bundle takes no plugin without losing its own, and so the log is an element
 * beside it, which looks at what is answered.
 */
export function renderPage(options: Parameters<typeof renderGraphiQL>[0]): string {
  // Its page has no landmarks and no heading; who listens to it finds its way by them.
  const page = renderGraphiQL(options).replace(
    '<div id="root"></div>',
    () => '<header><h1>Gatehouse</h1></header><main id="root"></main>',
  );
  const end = page.lastIndexOf('</body>');
  const callLog = [
    `<style>${read('./call-log.css')}</style>`,
    '<gatehouse-call-log></gatehouse-call-log>',
    `<script>${read('./call-log.js')}</script>`,
  ];
  return page.slice(0, end) + callLog.join('\n') + page.slice(end);
}
