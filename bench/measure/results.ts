/** What a run of the bench found: what `results.json` holds. */
export interface Results {
  readonly date: string;
  readonly command: string;
  readonly seed: number;
  readonly portfolio: { readonly buildings: number; readonly units: number };
  readonly rounds: number;
  readonly seconds: number;
  readonly machine: string;
  readonly candidates: readonly CandidateFigures[];
  readonly queries: readonly QueryFigures[];
  readonly identical: readonly IdenticalFigures[];
}

export interface CandidateFigures {
  readonly name: string;
  readonly title: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startUp: number | null;
  /** MB that the process had at most, all loads together. */
  readonly peakMemory: number;
}

export interface QueryFigures {
  readonly name: string;
  readonly title: string;
  readonly answers: readonly AnswerFigures[];
}

/** One query of one candidate. */
export interface AnswerFigures {
  readonly candidate: string;
  /** Bytes of an answer, in the middle. */
  readonly bytes: number;
  /** Of one request alone. */
  readonly calls: number;
  readonly waves: number;
  readonly load: readonly LoadFigures[];
}

/** One load, medians over the rounds. */
export interface LoadFigures {
  readonly concurrency: number;
  /** Milliseconds that each upstream answer waits. */
  readonly latency: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of a core for each answer. */
  readonly cpu: number;
  /** Upstream calls for each answer. */
  readonly calls: number;
}

/** The deep query, the same text and the same arguments by ten clients at once. */
export interface IdenticalFigures {
  readonly candidate: string;
  readonly perSecond: number;
  readonly calls: number;
}
