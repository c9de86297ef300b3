import { parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { declarations } from '../../resolvers/declarations.js';
import { catalogues } from '../../scripts/calls/catalogues.js';
import { measure, type Measured } from '../../scripts/calls/measure.js';
import { detailsOf, fewestOf, summaryOf } from '../../scripts/calls/page.js';
import { formatted, read } from '../../scripts/docs/files.js';
import { connectSources } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import { capabilitiesOf } from '../../src/edges/capabilities.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { createSchema } from '../../src/schema.js';

/** Measures the queries of a catalogue and holds them to their lower bounds, to the dry run, and to `docs/calls.md`. */
export function describeCatalogue(title: string): void {
  const catalogue = catalogues.find((each) => each.title === title);
  if (catalogue === undefined) throw new Error(`there are no counted queries of ${title}`);

  describe(`counted queries: ${title}`, () => {
    let measured: readonly Measured[] = [];
    let supported: readonly string[] = [];
    beforeAll(async () => {
      const sandbox = await startSandbox();
      const [source] = connectSources(
        sandboxSources(sandbox).filter(({ settings }) => settings.id === catalogue.sources[0]),
      );
      supported = capabilitiesOf(source as NonNullable<typeof source>, declarations)
        .filter(({ support }) => support !== 'UNSUPPORTED')
        .map(({ type, edge }) => (edge === null ? `Query.${type.toLowerCase()}s` : `${type}.${edge}`));
      measured = await measure(catalogue, sandbox);
      await source?.client.close();
      await sandbox.close();
    }, 300_000);

    it.each(catalogue.queries.map(({ title: query }) => query))('%s', (query) => {
      const { known, first, floor, isSame } = measured.find((each) => each.title === query) as Measured;
      expect(isSame, 'the answer of the plain version').toBe(true);
      if (floor.why === undefined) {
        expect(known).toMatchObject({ calls: fewestOf({ floor }), waves: floor.waves });
      }
      expect(known.bound.waves).toBeGreaterThanOrEqual(known.waves);
      for (const { calls, bound } of [first, known]) {
        expect(bound.calls).toBeGreaterThanOrEqual(calls);
        // The limit in production admits them all, with room.
        expect(bound.calls).toBeLessThan(10_000);
      }
    });

    it('are in docs/calls.md as they were measured', async () => {
      const page = read('docs/calls.md');
      for (const part of [summaryOf, detailsOf]) {
        const text = await formatted('docs/calls.md', part({ title, measured }));
        expect(page, 'what `npm run calls` would write').toContain(text.trim());
      }
    });

    it('name every list and edge that the provider serves', () => {
      const named = new Set(catalogue.queries.flatMap(({ query }) => fieldsIn(query)));
      const missing = supported.filter((field) => !named.has(field));
      expect(catalogue.sources.length === 1 ? missing : []).toEqual([]);
    });
  });
}

const schema = createSchema();

/** The fields that a query names, e.g. `Building.units`. */
function fieldsIn(query: string): readonly string[] {
  const types = new TypeInfo(schema);
  const fields: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field({ name }) {
        fields.push(`${types.getParentType()?.name ?? ''}.${name.value}`);
      },
    }),
  );
  return fields;
}
