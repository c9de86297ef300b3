import type { AnswerFigures, Comparison, LoadFigures, QueryFigures } from '../measure/results.js';

/** One load of a candidate's answers; null where it was left out. */
export function loadOf(
  answers: AnswerFigures | undefined,
  concurrency: number,
  latency = 0,
): LoadFigures | null {
  return answers?.load.find((load) => load.concurrency === concurrency && load.latency === latency) ?? null;
}

export function answersOf(query: QueryFigures, candidate: string): AnswerFigures | undefined {
  return query.answers.find((answers) => answers.candidate === candidate);
}

/** The queries that Gatehouse as it comes has answered; others are a measure for something else. */
export function compared({ queries }: Comparison): readonly QueryFigures[] {
  return queries.filter((query) => answersOf(query, 'gatehouse') !== undefined);
}

/** What one candidate has of what another has, at ten requests at once; null where one of them has none. */
export function ratio(
  query: QueryFigures,
  member: 'cpu' | 'perSecond',
  one: string,
  other: string,
): number | null {
  const [own, others] = [one, other].map((name) => loadOf(answersOf(query, name), 10)?.[member]);
  return own === undefined || others === undefined || others === 0 ? null : own / others;
}
