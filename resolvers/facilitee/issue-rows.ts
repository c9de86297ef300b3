import { sameRef } from '../../src/domain/global-id.js';
import type { Ref } from '../../src/domain/index.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { readMoment } from './keys.js';
import type { Kit } from './loaders.js';
import type { Part, Received } from './pages.js';
import { dayOf, everySince, spanOf, toQuery, type Period } from './periods.js';
import type { Row } from './wire.js';

export type IssueRow = Received<Row<'issues'>>;

/** The rows of issues by id, lined up by key. */
export type IssueRowsOf = (
  session: Session,
  refs: readonly Ref<'Issue'>[],
) => Promise<(ref: Ref<'Issue'>) => IssueRow | null | Error>;

/** The part of the list that a period chooses. */
export function within(period: Period): Part {
  return { query: toQuery(period) };
}

/** There is no issue by id: an issue is looked for in the day that its id names. */
export function createIssueRowsOf({ lists, map, settings }: Kit): IssueRowsOf {
  const { pageSize } = settings;

  const refOf = ({ row }: IssueRow): Ref<'Issue'> => ({
    type: 'Issue',
    source: settings.id,
    key: map.issueKey(row),
  });
  const isNamedBy = (ref: Ref<'Issue'>, row: IssueRow | undefined): row is IssueRow =>
    row !== undefined && sameRef(refOf(row), ref);

  /** A period that holds an issue: the day of its id, or all time where the id names none. */
  const periodOf = ({ key: [, created = ''] }: Ref<'Issue'>): Period => {
    const moment = readMoment(created);
    return moment === null ? everySince(settings.issuesSince) : dayOf(moment);
  };

  /** One period a day, or one over all of them where that is fewer pages. */
  const periodsOf = async (session: Session, refs: readonly Ref<'Issue'>[]): Promise<readonly Period[]> => {
    const days = [...new Map(refs.map(periodOf).map((period) => [period.from.getTime(), period])).values()];
    if (days.length < 2) return days;
    const span = spanOf(days);
    let size = lists.size('issues');
    // The first page of the span tells its size, at the price of one day more.
    if (size === undefined && days.length > 3) {
      const ask = { from: 0, limit: pageSize, needMore: false, needTotal: true };
      size = (await lists.listing(session, 'issues', within(span)).read(ask)).total ?? undefined;
    }
    return size !== undefined && Math.ceil(size / pageSize) < days.length ? [span] : days;
  };

  // As lists have shown them already, else out of the days that the ids name.
  return async (session, refs) => {
    const known = (ref: Ref<'Issue'>): IssueRow | undefined =>
      lists.known(session, 'issues', ref.key[0] ?? '');
    const missing = refs.filter((ref) => known(ref) === undefined);
    const periods = missing.length === 0 ? [] : await periodsOf(session, missing);
    const failures = new Map<Period, Error>();
    await Promise.all(
      periods.map(async (period) => {
        const failure = await lists.whole(session, 'issues', within(period)).then(() => null, toError);
        if (failure !== null) failures.set(period, failure);
      }),
    );
    return (ref) => {
      const row = known(ref);
      if (isNamedBy(ref, row)) return row;
      if (row !== undefined) return null;
      const { from, to } = periodOf(ref);
      const failed = [...failures].find(([period]) => period.from <= from && period.to >= to);
      return failed?.[1] ?? null;
    };
  };
}
