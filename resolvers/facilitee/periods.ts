import type { IssueFilter } from '../../src/domain/index.js';

/**
 * Periods of issues. `fromDateTime` and `toDateTime` are both required, have a year after 1000 and the one form
 * `yyyy-MM-ddTHH:mm:ss.fffZ` (docs/facilitee.txt, "Dates"; its own example `01.01.2020` is not of it). Both ends are
 * included, and it is the moment of creation that is compared: both assumed, since the document says neither.
 */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const dayLength = 24 * 60 * 60 * 1000;

/** All issues that are listed: from the setting to the end of tomorrow, whose text stays the same all day. */
export function everySince(since: string, now: Date = new Date()): Period {
  return { from: new Date(since), to: endOfDay(new Date(now.getTime() + dayLength)) };
}

/** A period as far as a filter narrows it; `null` where nothing is left of it. */
export function narrowed(period: Period, { createdAfter, createdBefore }: IssueFilter): Period | null {
  const from = createdAfter === undefined ? period.from : later(period.from, ceiling(createdAfter));
  const to = createdBefore === undefined ? period.to : earlier(period.to, new Date(createdBefore));
  return from.getTime() > to.getTime() ? null : { from, to };
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): Period {
  return { from: new Date(`${moment.toISOString().slice(0, 10)}T00:00:00.000Z`), to: endOfDay(moment) };
}

export function spanOf(periods: readonly Period[]): Period {
  return {
    from: periods.map(({ from }) => from).reduce(earlier),
    to: periods.map(({ to }) => to).reduce(later),
  };
}

export function toQuery({ from, to }: Period): {
  readonly fromDateTime: string;
  readonly toDateTime: string;
} {
  return { fromDateTime: from.toISOString(), toDateTime: to.toISOString() };
}

function endOfDay(moment: Date): Date {
  return new Date(`${moment.toISOString().slice(0, 10)}T23:59:59.999Z`);
}

/** Facilitee knows milliseconds: of a moment between two of them, the later one is the first that matches. */
function ceiling(moment: string): Date {
  const whole = new Date(moment);
  return /\.\d{3}\d*[1-9]/.test(moment) ? new Date(whole.getTime() + 1) : whole;
}

function earlier(one: Date, other: Date): Date {
  return one.getTime() <= other.getTime() ? one : other;
}

function later(one: Date, other: Date): Date {
  return one.getTime() >= other.getTime() ? one : other;
}
