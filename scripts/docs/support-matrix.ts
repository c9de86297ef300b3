import { declarations } from '../../resolvers/declarations.js';
import type { Provider } from '../../src/domain/provider.js';
import { capabilitiesOf, type Capability } from '../../src/edges/capabilities.js';
import { code, table } from './markdown.js';
import { exampleSettings, titles } from './provider-settings.js';

const cells: Readonly<Record<Capability['support'], string>> = {
  NATIVE: 'native',
  DERIVED: 'derived',
  UNSUPPORTED: '–',
};

/** The table of what each provider serves, from the same capabilities that clients can query. */
export async function supportMatrix(providers: readonly Provider[]): Promise<string> {
  const columns = await Promise.all(
    providers.map(async (provider) => {
      const source = provider.connect(exampleSettings(provider));
      const capabilities = capabilitiesOf(source, declarations);
      await source.client.close();
      return new Map(capabilities.map((each) => [nameOf(each), each]));
    }),
  );
  const notes: string[] = [];
  const noteMark = (note: string | null): string => {
    if (note === null) return '';
    if (!notes.includes(note)) notes.push(note);
    return ` <sup>${notes.indexOf(note) + 1}</sup>`;
  };
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const rows = names.map((name) => [
    code(name),
    ...columns.map((column) => {
      const found = column.get(name);
      return found === undefined ? cells.UNSUPPORTED : `${cells[found.support]}${noteMark(found.note)}`;
    }),
  ]);
  return [
    table(['List or edge', ...providers.map(({ name }) => titles[name])], rows),
    ...(notes.length === 0
      ? []
      : [
          '<details>\n<summary>Notes</summary>',
          notes.map((note, index) => `${index + 1}. ${note}`).join('\n'),
          '</details>',
        ]),
  ].join('\n\n');
}

/** `Query.buildings` for a root list, `Building.units` for an edge. */
function nameOf({ type, edge }: Capability): string {
  return edge === null ? `Query.${type.toLowerCase()}s` : `${type}.${edge}`;
}
