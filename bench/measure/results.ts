/** What `results.json` holds: the last run of each kind. */
export interface Results {
  readonly comparison: Comparison | null;
  readonly memory: MemoryFigures | null;
  readonly paging: PagingFigures | null;
  readonly workers: WorkersFigures | null;
}

/** How figures came about. */
export interface Made {
  readonly date: string;
  readonly command: string;
  readonly machine: string;
  readonly seed: number;
  readonly portfolio: { readonly buildings: number; readonly units: number };
}

/** All candidates against each other. */
export interface Comparison extends Made {
  readonly rounds: { readonly asked: number; readonly done: number };
  /** Whether all rounds were done, and the answers behind the load were right. */
  readonly isFinished: boolean;
  /** How long a window begins new requests, at least. */
  readonly seconds: number;
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
  /** Names of the candidates that have no words for it. */
  readonly unanswered: readonly string[];
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
  readonly leftOut: readonly LeftOut[];
}

/** One load, medians over the rounds. */
export interface LoadFigures {
  readonly concurrency: number;
  /** Milliseconds that each upstream answer waits. */
  readonly latency: number;
  readonly windows: number;
  /** Answers of all windows together. */
  readonly answers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of a core for each answer. */
  readonly cpu: number;
  /** Upstream calls for each answer. */
  readonly calls: number;
}

/** A load that a candidate was spared. */
export interface LeftOut {
  readonly concurrency: number;
  readonly latency: number;
  /** The end of a sentence that begins with the candidate and the load. */
  readonly why: string;
}

/** The deep query, the same text and the same arguments by ten clients at once. */
export interface IdenticalFigures {
  readonly candidate: string;
  readonly perSecond: number;
  readonly calls: number;
}

/** Gatehouse under steady load. */
export interface MemoryFigures extends Made {
  readonly minutes: number;
  readonly answers: number;
  /** MB of resident memory, one look every few seconds. */
  readonly samples: readonly number[];
  /** Medians of the first and of the last third of the looks behind the warm-up. */
  readonly first: number;
  readonly last: number;
}

/** All units, page by page to their end. */
export interface PagingFigures extends Made {
  readonly rows: number;
  readonly pages: number;
  /** MB that the process had at most before the first page, and by how much that grew. */
  readonly before: number;
  readonly grown: number;
  /** One for each source, in their order. */
  readonly sources: readonly PagingSource[];
}

/** The pages whose rows are of one source alone. */
export interface PagingSource {
  readonly source: string;
  readonly pages: number;
  /** Of its first tenth of pages, and of its last one. */
  readonly first: PageFigures;
  readonly last: PageFigures;
}

export interface PageFigures {
  /** Milliseconds to the answer, in the middle. */
  readonly time: number;
  /** Milliseconds of a core a page. */
  readonly cpu: number;
  /** Upstream calls a page. */
  readonly calls: number;
}

/** The deep query by one process and by two workers. */
export interface WorkersFigures extends Made {
  readonly rounds: number;
  /** How long a window begins new requests. */
  readonly seconds: number;
  /** Cores that the processes could use, upstreams and load among them. */
  readonly cores: number;
  readonly loads: readonly WorkersLoad[];
}

/** One load, medians over the rounds. */
export interface WorkersLoad {
  readonly concurrency: number;
  /** Answers of the two workers, all windows together. */
  readonly answers: number;
  readonly one: ProcessesFigures;
  readonly two: ProcessesFigures;
  /** CPU of the busier worker, as a multiple of the other's. */
  readonly spread: number;
}

export interface ProcessesFigures {
  /** Milliseconds of a core for each answer, all processes together. */
  readonly cpu: number;
  readonly perSecond: number;
}
