import { format, resolveConfig } from 'prettier';

/** A fault, and what a test saw of it. */
export interface FaultCase {
  readonly fault: string;
  run(): Promise<Outcome>;
}

/** As it stands in `docs/faults.md`. */
export interface Outcome {
  /** What the client sees. */
  readonly client: string;
  /** What the provider is asked. */
  readonly calls: string;
}

export interface FaultGroup {
  readonly title: string;
  readonly intro: string;
  readonly cases: readonly FaultCase[];
}

const head = `# Faults

What clients see when providers, networks or clients fail, and what the provider is asked meanwhile. Every line is a test of
\`test/faults\`, run against the sandbox's servers; this page is written by that run (\`npm run faults\`), and the tests fail where
it does not say what they saw. A line stands here once its test has held: the answer, the error, the number of calls, and that
no socket, timer, listener or request is left behind.

Times are short in the tests (200 ms for a call where it is 10 s by default). Where nothing else is said, \`buildings\` is asked of
Pigello, which is well, and of casavi, which is struck: the rows of Pigello are there each time, and casavi's fault is told by its
entry in \`sources\` and by one entry in \`errors\`.
`;

/** The page, of all groups. */
export async function toPage(
  groups: readonly FaultGroup[],
  outcomes: ReadonlyMap<FaultCase, Outcome>,
  path: string,
): Promise<string> {
  const sections = groups.map(({ title, intro, cases }) => {
    const rows = cases.map((each) => {
      const outcome = outcomes.get(each);
      return `| ${[each.fault, outcome?.client ?? '', outcome?.calls ?? '', outcome === undefined ? 'not run' : 'held'].map(cell).join(' | ')} |`;
    });
    return [
      `## ${title}`,
      intro,
      ['| Fault | What the client sees | Calls | Verdict |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
  });
  const all = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  const text = `${head}\n${sections.join('\n\n')}\n\n${outcomes.size} of ${all} held.\n`;
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
