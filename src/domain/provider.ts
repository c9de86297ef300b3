import type { z } from 'zod';
import type { SourceClient } from '../http/client.js';
import type { Session } from '../http/session.js';
import type { Listing } from '../pagination/listing.js';
import type {
  BuildingFilter,
  DocumentFilter,
  IssueFilter,
  LeaseFilter,
  PersonFilter,
  UnitFilter,
} from './filter.js';
import type {
  Building,
  Document,
  Issue,
  Lease,
  NodeType,
  Person,
  RecordOf,
  RecordTypes,
  Ref,
  RefType,
  Responsibility,
  Unit,
} from './index.js';

/** The vendors that Gatehouse speaks to. A source is one account at one of them. */
export type ProviderName = 'PIGELLO' | 'FACILITEE' | 'HOMEQ' | 'CASAVI';

/** How a provider serves a list or an edge: from an interface of its own for it, or put together by the gateway. */
export type LoaderSupport = 'NATIVE' | 'DERIVED';

/** What a loader says of itself; the table of capabilities that clients read is made of it. */
export interface LoaderBase {
  readonly support: LoaderSupport;
  /** How it is put together or what is left out, for `Capability.note`. */
  readonly note?: string;
}

/** Reads records by ref: all refs of a wave at once, answers in the same order, `null` for a gap, an `Error` for a failure. */
export interface RecordLoader<T extends RefType> extends LoaderBase {
  load(session: Session, refs: readonly Ref<T>[]): Promise<readonly (RecordOf<T> | null | Error)[]>;
  /** The most calls that this many refs may cost by the access path the loader chooses. */
  calls(refs: number): number;
}

/** Reads the rows that hang on a parent. A loader offers whichever ways the provider has; the cheaper one is taken. */
export interface EdgeLoader<P extends NodeType, T extends NodeType> extends LoaderBase {
  /** The rows of one parent as a listing: only the window is read. */
  list?(session: Session, parent: RecordOf<P>): Listing<RecordOf<T>>;
  /** All rows of many parents by a batch: for interfaces that take a list of parents, or where rows stand in a shared answer. */
  all?(
    session: Session,
    parents: readonly RecordOf<P>[],
  ): Promise<readonly (readonly RecordOf<T>[] | Error)[]>;
  /** The most calls that windows of `first` rows on this many parents may cost. */
  calls(parents: number, first: number): number;
}

/** Reads a root list. */
export interface ListLoader<T, F> extends LoaderBase {
  /** The members of the filter that the listing honours exactly; all others are compared in the gateway. */
  readonly pushes: readonly (keyof F)[];
  list(session: Session, filter: F): Listing<T>;
}

/**
 * What a provider can do: the port that every provider implements. Every member is optional, and what a provider
 * cannot do it does not mention: the field is then empty with status SKIPPED, or null.
 */
export interface Port {
  readonly buildings?: ListLoader<Building, BuildingFilter>;
  readonly units?: ListLoader<Unit, UnitFilter>;
  readonly persons?: ListLoader<Person, PersonFilter>;
  readonly leases?: ListLoader<Lease, LeaseFilter>;
  readonly issues?: ListLoader<Issue, IssueFilter>;
  readonly documents?: ListLoader<Document, DocumentFilter>;

  readonly buildingById?: RecordLoader<'Building'>;
  readonly unitById?: RecordLoader<'Unit'>;
  readonly personById?: RecordLoader<'Person'>;
  readonly leaseById?: RecordLoader<'Lease'>;
  readonly issueById?: RecordLoader<'Issue'>;
  readonly documentById?: RecordLoader<'Document'>;
  readonly commentById?: RecordLoader<'Comment'>;
  readonly taskById?: RecordLoader<'Task'>;
  readonly addressById?: RecordLoader<'Address'>;

  /** The answer that holds what list rows leave out (`undefined` fields). Asked only for records that miss something. */
  readonly buildingDetail?: RecordLoader<'Building'>;
  readonly unitDetail?: RecordLoader<'Unit'>;
  readonly personDetail?: RecordLoader<'Person'>;
  readonly issueDetail?: RecordLoader<'Issue'>;

  readonly unitsOfBuilding?: EdgeLoader<'Building', 'Unit'>;
  readonly leasesOfBuilding?: EdgeLoader<'Building', 'Lease'>;
  readonly issuesOfBuilding?: EdgeLoader<'Building', 'Issue'>;
  readonly personsOfBuilding?: EdgeLoader<'Building', 'Person'>;
  readonly documentsOfBuilding?: EdgeLoader<'Building', 'Document'>;

  readonly leasesOfUnit?: EdgeLoader<'Unit', 'Lease'>;
  readonly personsOfUnit?: EdgeLoader<'Unit', 'Person'>;
  readonly issuesOfUnit?: EdgeLoader<'Unit', 'Issue'>;
  readonly documentsOfUnit?: EdgeLoader<'Unit', 'Document'>;

  readonly unitsOfPerson?: EdgeLoader<'Person', 'Unit'>;
  readonly leasesOfPerson?: EdgeLoader<'Person', 'Lease'>;
  readonly issuesOfPerson?: EdgeLoader<'Person', 'Issue'>;
  readonly documentsOfPerson?: EdgeLoader<'Person', 'Document'>;

  readonly documentsOfLease?: EdgeLoader<'Lease', 'Document'>;

  readonly commentsOfIssue?: EdgeLoader<'Issue', 'Comment'>;
  readonly tasksOfIssue?: EdgeLoader<'Issue', 'Task'>;
  readonly documentsOfIssue?: EdgeLoader<'Issue', 'Document'>;

  /** The links that the provider's records hold, by type: which single edges and plain lists lead anywhere. */
  readonly links: Links;

  /** Whether a key is of the provider's form for this type. Keys end up in paths: what does not fit never leaves the gateway. */
  acceptsKey(type: NodeType, key: readonly string[]): boolean;
}

/** Fields that lead to another node, by the type they stand in. Addresses are values, wherever they are read. */
export type Links = {
  readonly [T in keyof RecordTypes | 'Responsibility']?: readonly Extract<
    keyof (T extends keyof RecordTypes ? RecordTypes[T] : Responsibility),
    string
  >[];
};

export type ListLoaderName = 'buildings' | 'units' | 'persons' | 'leases' | 'issues' | 'documents';
export type RecordLoaderName = Extract<keyof Port, `${string}ById` | `${string}Detail`>;
export type EdgeLoaderName = Extract<keyof Port, `${string}Of${string}`>;

/** The kind of record that a loader brings. */
export type TargetOf<L extends RecordLoaderName> =
  NonNullable<Port[L]> extends RecordLoader<infer T> ? T : never;

/** The kinds of record that an edge loader leads from and to. */
export type EndsOf<L extends EdgeLoaderName> =
  NonNullable<Port[L]> extends EdgeLoader<infer P, infer T>
    ? { readonly parent: P; readonly target: T }
    : never;

/** The rows and the filter of a root list. */
export interface Lists {
  readonly buildings: { readonly row: Building; readonly filter: BuildingFilter };
  readonly units: { readonly row: Unit; readonly filter: UnitFilter };
  readonly persons: { readonly row: Person; readonly filter: PersonFilter };
  readonly leases: { readonly row: Lease; readonly filter: LeaseFilter };
  readonly issues: { readonly row: Issue; readonly filter: IssueFilter };
  readonly documents: { readonly row: Document; readonly filter: DocumentFilter };
}

/** What every source of the configuration has, whichever its provider. */
export interface SourceSettings {
  readonly id: string;
  readonly currency: string;
  readonly timeZone: string;
}

/** A source that is ready to be asked. */
export interface Source {
  readonly id: string;
  readonly provider: ProviderName;
  readonly currency: string;
  readonly timeZone: string;
  /** Calls that one read may spend on scanning before it stops and says `truncated`. */
  readonly scanCalls: number;
  readonly port: Port;
  readonly client: SourceClient;
}

/** A variable of the environment, and the setting it fills. */
export interface EnvironmentVariable {
  readonly variable: string;
  /** Path of the setting in a source of the configuration file, e.g. `credentials.secret`. */
  readonly setting: string;
  readonly required: boolean;
  readonly description: string;
  /** What `.env.example` shows: never a real value. */
  readonly example: string;
}

/** One vendor: what must be told, and how to connect. `resolvers/<vendor>/index.ts` exports it. */
export interface Provider<S extends SourceSettings = SourceSettings> {
  readonly name: ProviderName;
  /** A source of this provider in the configuration file. */
  readonly settings: z.ZodType<S>;
  readonly environment: readonly EnvironmentVariable[];
  connect(settings: S): Source;
}
