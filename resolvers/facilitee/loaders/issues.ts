import { refKey, sameRef } from '../../../src/domain/global-id.js';
import type { Building, Issue, IssueFilter, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { gather } from '../../../src/loaders/gather.js';
import { emptyListing, mapListing, type Ask, type Listing } from '../../../src/pagination/listing.js';
import { start } from '../../../src/pagination/position.js';
import type { Cost } from '../../../src/plan/cost.js';
import { readMoment } from '../keys.js';
import { readStretch, scanCost, scanListing, sharedListing } from '../listings.js';
import type { Kit } from '../loaders.js';
import type { Part, Received } from '../pages.js';
import { dayOf, everySince, narrowed, spanOf, toQuery, type Period } from '../periods.js';
import { userId, userNamed } from '../roles.js';
import type { Row } from '../wire.js';

type IssueRow = Received<Row<'issues'>>;

/** Issues of which the ids are known, and the part of the list in which they are looked for. */
interface Search {
  readonly period: Period;
  readonly refs: readonly Ref<'Issue'>[];
  /** Pages that the part has at most, as last seen. */
  readonly pages: number;
}

/**
 * Issues are listed by period, and that is all: no issue by id, none by unit, property or user. Edges to them are one
 * read through the list for all parents together; an issue by id is a look into the day that its id names.
 */
export function createIssueLoaders({ lists, ways, map, settings, samples }: Kit) {
  const { pageSize, limits, issuesSince } = settings;
  const size = lists.sizes.of('issues');
  const pagesOf = (rows: number | undefined, otherwise: number): number =>
    rows === undefined ? otherwise : Math.max(1, Math.ceil(rows / pageSize));
  const scan = { pageSize, calls: limits.scanCalls, most: () => size.rows };

  const within = (period: Period): Part => ({ query: toQuery(period) });
  /** All that are listed, by pages as large as there are: the same calls for whoever reads through them. */
  const whole = (session: Session): Listing<IssueRow> =>
    lists.listing(session, 'issues', { ...within(everySince(issuesSince)), size, shared: 'issues' });

  /** One read for all parents of a wave. */
  const scanned = <P>(
    keyOf: (row: IssueRow['row']) => string | null,
    ofParent: (parent: P) => string | null,
  ) => ({
    support: 'DERIVED' as const,
    open(session: Session, parents: readonly P[]): readonly Listing<Issue>[] {
      const rows = sharedListing(whole(session));
      return parents.map((parent) => {
        const key = ofParent(parent);
        return mapListing(
          scanListing(rows, ({ row }) => key !== null && keyOf(row) === key, scan),
          map.toIssue,
        );
      });
    },
    cost: (_: number, __: Building | Unit | Person, ask: Ask): Cost =>
      scanCost(ways.whole('issues'), ask, scan),
    sample: (): Issue => samples.issue,
  });

  /** There is no issue by id: one call a day, or one period over all of them where that is fewer pages. */
  const searchesFor = (refs: readonly Ref<'Issue'>[]): readonly Search[] => {
    const days = new Map<string, Search>();
    for (const ref of new Map(refs.map((each) => [refKey(each), each])).values()) {
      const moment = readMoment(ref.key[1] ?? '');
      // An issue without a usable moment may stand anywhere.
      const period = moment === null ? everySince(issuesSince) : dayOf(moment);
      const name = period.from.toISOString();
      const pages = moment === null ? pagesOf(size.rows, limits.scanCalls) : 1;
      days.set(name, { period, pages, refs: [...(days.get(name)?.refs ?? []), ref] });
    }
    const searches = [...days.values()];
    const all = pagesOf(size.rows, Infinity);
    if (all >= searches.length) return searches;
    return [{ period: spanOf(searches.map(({ period }) => period)), refs, pages: all }];
  };

  return {
    issues: {
      support: 'NATIVE',
      note: 'From the setting `issuesSince` to the end of tomorrow, unless the filter narrows it.',
      pushes: ['createdAfter', 'createdBefore', 'building', 'unit'],
      list(session, filter: IssueFilter): Listing<Issue> {
        const period = narrowed(everySince(issuesSince), filter);
        if (period === null) return emptyListing;
        const isNarrowed = (filter.createdAfter ?? filter.createdBefore) !== undefined;
        const { building, unit } = filter;
        if (building === undefined && unit === undefined) {
          const part = isNarrowed ? within(period) : { ...within(period), size };
          return mapListing(lists.listing(session, 'issues', part), map.toIssue);
        }
        const buildings = idsOf(building);
        const units = idsOf(unit);
        const rows = isNarrowed ? lists.listing(session, 'issues', within(period)) : whole(session);
        const matching = scanListing(
          rows,
          ({ row: { propertyUnit } }) =>
            (buildings?.has(propertyUnit?.property?.id ?? '') ?? true) &&
            (units?.has(propertyUnit?.id ?? '') ?? true),
          scan,
        );
        return mapListing(matching, map.toIssue);
      },
      sample: () => samples.issue,
    },
    issueById: {
      support: 'DERIVED',
      async load(session, refs: readonly Ref<'Issue'>[]) {
        const found = new Map<string, Issue | Error>();
        await Promise.all(
          searchesFor(refs).map(async ({ period, refs: own, pages }) => {
            const list = lists.listing(session.branch(), 'issues', within(period));
            const rowOf = await gather(
              own.map(({ key }) => key[0] ?? ''),
              { list, pageSize, keyOf: ({ row }) => row.id, guess: pages },
            ).catch(toError);
            for (const ref of own) {
              const received = rowOf instanceof Error ? rowOf : rowOf(ref.key[0] ?? '');
              if (received instanceof Error) found.set(refKey(ref), received);
              else if (received !== null) {
                const issue = map.toIssue(received);
                // A record has one id: one with another moment is no id of it.
                if (sameRef(issue.ref, ref)) found.set(refKey(ref), issue);
              }
            }
          }),
        );
        return refs.map((ref) => found.get(refKey(ref)) ?? null);
      },
      cost({ count, refs }) {
        const searches = refs && searchesFor(refs);
        const days = searches?.length ?? Math.min(count, pagesOf(size.rows, count));
        const pages = searches?.reduce((sum, each) => sum + each.pages, 0) ?? days;
        return ways.cost('issues', pages, pages === days ? `${days} × 1 page` : `${pages} pages`);
      },
      sample: (ref) => ({ ...samples.issue, ref }),
    },
    issuesOfBuilding: {
      note: 'A read through all issues, by the property of their unit; those whose unit names none are left out.',
      needs: 'ref',
      ...scanned<Ref<'Building'>>(
        ({ propertyUnit }) => propertyUnit?.property?.id ?? null,
        ({ key: [id = null] }) => id,
      ),
    },
    issuesOfUnit: {
      note: 'A read through all issues, by their unit.',
      needs: 'ref',
      ...scanned<Ref<'Unit'>>(
        ({ propertyUnit }) => propertyUnit?.id ?? null,
        ({ key: [id = null] }) => id,
      ),
    },
    issuesOfPerson: {
      note: 'Issues that the person reported: a read through all issues, by id and name of the reporter.',
      // The id of a reporter is told without a role: only with the name is it somebody's.
      needs: 'record',
      ahead: (session) => readStretch(whole(session), start, scan),
      ...scanned<Person>(
        ({ reporterId, reporterName }) => userNamed(reporterId, reporterName),
        ({ ref, displayName }) => userNamed(userId(ref), displayName),
      ),
    },
  } satisfies Partial<Port>;
}

function idsOf(refs: readonly Ref[] | undefined): ReadonlySet<string> | undefined {
  return refs && new Set(refs.flatMap(({ key }) => key[0] ?? []));
}
