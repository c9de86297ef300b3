import type { Building, Issue, IssueFilter, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { EdgeLoader, Port, RecordLoader } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { emptyListing, mapListing, type Listing } from '../../../src/pagination/listing.js';
import { byIdsCalls } from '../by-ids.js';
import { createIssueRowsOf, within, type IssueRow } from '../issue-rows.js';
import { idsOf } from '../keys.js';
import { withLate } from '../late.js';
import type { Kit } from '../loaders.js';
import type { Part } from '../pages.js';
import { everySince, narrowed } from '../periods.js';
import { createPersonsOf } from '../persons-of.js';
import { createReportersOf, reporterKey, reporterLookups } from '../reporters.js';
import { createScan } from '../scan.js';
import type { Row } from '../wire.js';

/**
 * Issues are listed by period, and that is all: no issue by id, none by unit, property or user. Edges to them are one
 * read through the list for all parents together; an issue by id is a look into the day that its id names.
 */
export function createIssueLoaders(kit: Kit) {
  const { lists, map, settings } = kit;
  const { pageSize, limits } = settings;
  const budget = limits.scanCalls * pageSize;
  const rowsOf = createIssueRowsOf(kit);
  const reportersOf = createReportersOf(createPersonsOf(kit));

  const every = (): Part => ({ ...within(everySince(settings.issuesSince)), name: 'issues' });

  const scanBy = (keysOf: (row: Row<'issues'>) => string | null) =>
    createScan<IssueRow>({
      open: (session, first) => lists.warm(session, 'issues', every(), first),
      keysOf: ({ row }) => [keysOf(row)],
      budget,
      pageSize,
    });
  const ofUnit = scanBy(({ propertyUnit }) => propertyUnit?.id ?? null);
  const ofBuilding = scanBy(({ propertyUnit }) => propertyUnit?.property?.id ?? null);
  const ofReporter = scanBy(({ reporterId, reporterName }) =>
    reporterId === null || reporterName === null ? null : reporterKey(reporterId, reporterName),
  );

  const edge = <P extends Building | Unit | Person>(
    note: string,
    rows: (session: Session, parent: P) => Listing<IssueRow>,
  ) => ({
    support: 'DERIVED' as const,
    note,
    list: (session: Session, parent: P) => mapListing(rows(session, parent), map.toIssue),
    // One read for all parents.
    calls: (): number => lists.wholeCalls('issues'),
  });

  const issueById: RecordLoader<'Issue'> = {
    support: 'DERIVED',
    async load(session, refs: readonly Ref<'Issue'>[]) {
      const rowOf = await rowsOf(session, refs);
      return refs.map((ref): Issue | null | Error => {
        const row = rowOf(ref);
        return row === null || row instanceof Error ? row : map.toIssue(row);
      });
    },
    calls: (refs) => refs + 1,
  };

  return {
    issues: {
      support: 'NATIVE',
      note: 'From the setting `issuesSince` to the end of tomorrow, unless the filter narrows it.',
      pushes: ['createdAfter', 'createdBefore', 'building', 'unit'],
      list(session, filter: IssueFilter): Listing<Issue> {
        const all = everySince(settings.issuesSince);
        const period = narrowed(all, filter);
        if (period === null) return emptyListing;
        const part = (filter.createdAfter ?? filter.createdBefore) ? within(period) : every();
        const rows = lists.listing(session, 'issues', part);
        const { building, unit } = filter;
        if (building === undefined && unit === undefined) return mapListing(rows, map.toIssue);
        const buildings = building && new Set(idsOf(building));
        const units = unit && new Set(idsOf(unit));
        // Rows that match may stand anywhere: all pages are asked for together.
        const matching = filterListing(
          { ...rows, stride: budget },
          ({ row: { propertyUnit } }) =>
            (buildings === undefined || buildings.has(propertyUnit?.property?.id ?? '')) &&
            (units === undefined || units.has(propertyUnit?.id ?? '')),
          budget,
        );
        return mapListing(matching, map.toIssue);
      },
    },
    issueById,
    issueDetail: {
      support: 'DERIVED',
      note: 'The issue with its reporter, whose role Facilitee does not tell: found by id and name.',
      async load(session, refs: readonly Ref<'Issue'>[]) {
        const rowOf = await rowsOf(session, refs);
        const rows = refs.map(rowOf);
        // Whoever asks for the building of an issue asks for no reporter.
        let reporters: ReturnType<typeof reportersOf> | undefined;
        const reporterOf = async (row: IssueRow): Promise<Person | null> => {
          reporters ??= reportersOf(
            session,
            rows.flatMap((each) => (each === null || each instanceof Error ? [] : [each])),
          );
          const reporter = (await reporters)(row);
          if (reporter instanceof Error) throw reporter;
          return reporter;
        };
        return rows.map((row): Issue | null | Error =>
          row === null || row instanceof Error
            ? row
            : withLate(map.toIssue(row), { reporter: () => reporterOf(row) }),
        );
      },
      calls: (refs) => refs + 1 + reporterLookups * byIdsCalls(refs),
    },
    issuesOfBuilding: edge<Building>(
      'A read through all issues, by the property of their unit; those whose unit names none are left out.',
      (session, building) => ofBuilding(session, building.remoteId),
    ) satisfies EdgeLoader<'Building', 'Issue'>,
    issuesOfUnit: edge<Unit>('A read through all issues, by their unit.', (session, unit) =>
      ofUnit(session, unit.remoteId),
    ) satisfies EdgeLoader<'Unit', 'Issue'>,
    issuesOfPerson: edge<Person>(
      'Issues that the person reported: a read through all issues, by id and name of the reporter.',
      (session, person) =>
        ofReporter(session, reporterKey(person.ref.key[1] ?? '', person.displayName ?? '')),
    ) satisfies EdgeLoader<'Person', 'Issue'>,
  } satisfies Partial<Port>;
}
