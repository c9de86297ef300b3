import type { Running } from '../candidates/candidate.js';
import { queries } from '../queries/queries.js';
import { loads, whyLeftOut, type Load } from './loads.js';
import { median } from './median.js';
import type { Pair, Window } from './pair.js';
import { memoryOf } from './process-figures.js';
import type {
  AnswerFigures,
  CandidateFigures,
  IdenticalFigures,
  LeftOut,
  LoadFigures,
  QueryFigures,
} from './results.js';

/** What the windows so far say. */

export function candidateFigures(
  running: readonly Running[],
  startUps: ReadonlyMap<string, readonly number[]>,
): readonly CandidateFigures[] {
  return running.map(({ candidate: { name, title }, pid }) => ({
    name,
    title,
    startUp: median(startUps.get(name) ?? []),
    peakMemory: memoryOf(pid).peak,
  }));
}

export function queryFigures(pairs: readonly Pair[], running: readonly Running[]): readonly QueryFigures[] {
  return queries
    .filter((query) => pairs.some((pair) => pair.query === query))
    .map((query) => {
      const { name, title, candidates } = query;
      const own = pairs.filter((pair) => pair.query === query);
      const asked =
        candidates ?? running.map((each) => each.candidate.name).filter((each) => each !== 'cached');
      const answering = own.map(({ known }) => known.candidate);
      return {
        name,
        title,
        answers: own.map(answerFigures),
        unanswered: asked.filter((each) => !answering.includes(each)),
      };
    });
}

export function identicalFigures(pairs: readonly Pair[]): readonly IdenticalFigures[] {
  return pairs.flatMap(({ known, windows }) =>
    [...windows]
      .filter(([load]) => load.isAlike)
      .map(([, all]) => ({
        candidate: known.candidate,
        perSecond: middle(all, ({ answers, seconds }) => answers / seconds),
        calls: middle(all, ({ calls }) => calls),
      })),
  );
}

function answerFigures({ known, bytes, windows }: Pair): AnswerFigures {
  const leftOut = loads.flatMap((load): LeftOut[] => {
    const why = whyLeftOut(known, load);
    return why === null ? [] : [{ concurrency: load.concurrency, latency: load.latency, why }];
  });
  return {
    candidate: known.candidate,
    bytes: median(bytes) ?? 0,
    calls: known.single.calls,
    waves: known.single.waves,
    load: [...windows].filter(([load]) => load.isAlike === undefined).map(loadFigures),
    leftOut,
  };
}

function loadFigures([{ concurrency, latency }, all]: readonly [Load, readonly Window[]]): LoadFigures {
  return {
    concurrency,
    latency,
    windows: all.length,
    answers: all.reduce((sum, { answers }) => sum + answers, 0),
    perSecond: middle(all, ({ answers, seconds }) => answers / seconds),
    p50: middle(all, ({ p50 }) => p50),
    p99: middle(all, ({ p99 }) => p99),
    cpu: middle(all, ({ cpu }) => cpu),
    calls: middle(all, ({ calls }) => calls),
  };
}

function middle(windows: readonly Window[], of: (window: Window) => number): number {
  return median(windows.map(of)) ?? 0;
}
