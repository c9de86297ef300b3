import type { z } from 'zod';
import type { SourceClient } from '../http/client.js';
import type { Session } from '../http/session.js';
import type { Ask, Listing } from '../pagination/listing.js';
import type { Cost } from '../plan/cost.js';
import type { Kind } from '../plan/kinds.js';
import type { Drift } from '../wire/drift.js';
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
import type { Order } from './order.js';

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

/**
 * Reads records by ref: all refs of a wave at once, answers in the same order, `null` for a gap, an `Error` for a failure.
 *
 * `cost` chooses the way of access by the same rule as `load` and says what it takes; `sample` is a record as this loader
 * brings it, with every reference set. From these two a query's calls are reckoned before the first is made.
 */
export interface RecordLoader<T extends RefType> extends LoaderBase {
  /** @param fields the fields that the query names on these records: some providers tell them in different answers */
  load(
    session: Session,
    refs: readonly Ref<T>[],
    fields: Fields,
  ): Promise<readonly (RecordOf<T> | null | Error)[]>;
  /** Fields on which the way of access depends; records are gathered over all that ask for the same of these. */
  readonly looksAt?: readonly string[];
  cost(asked: Asked<T>, fields: Fields): Cost;
  sample(ref: Ref<T>, fields: Fields): RecordOf<T>;
}

/** Names of fields of a type. */
export type Fields = ReadonlySet<string>;

/** Records that are to be read: how many, and which ones where that is known beforehand. */
export interface Asked<T extends RefType> {
  readonly count: number;
  readonly refs?: readonly Ref<T>[];
  /** A ref like theirs: of some types the key tells what has to be called. */
  readonly like?: Ref<T>;
}

/**
 * Reads the rows that hang on parents. It is given all parents of a wave at once and opens a listing for each; listings
 * that are read together may share calls.
 */
export type EdgeLoader<P extends NodeType, T extends NodeType> = LoaderBase & {
  /** The most calls that windows on this many parents may cost. `like` is one of them. */
  cost(parents: number, like: RecordOf<P>, ask: Ask): Cost;
  /** A row as this loader brings it, with every reference set. */
  sample(like: RecordOf<P>): RecordOf<T>;
  /** Where its rows lead to different things, or are known to be few: one of each kind of the rows of so many parents. */
  kinds?(like: RecordOf<P>, parents: number): readonly Kind<RecordOf<T>>[];
} & (
    | {
        /** The parents' refs suffice: reading can begin before the parents themselves are here. */
        readonly needs: 'ref';
        open(session: Session, parents: readonly Ref<P>[]): readonly Listing<RecordOf<T>>[];
      }
    | {
        readonly needs: 'record';
        /** Makes the calls for a window from the start that need nothing but the parent's ref, beside the parent itself. */
        ahead?(session: Session, parent: Ref<P>): Promise<unknown>;
        open(session: Session, parents: readonly RecordOf<P>[]): readonly Listing<RecordOf<T>>[];
      }
  );

/** Reads a root list. */
export interface ListLoader<T, F> extends LoaderBase {
  /** The members of the filter that the listing honours exactly; all others are compared in the gateway. */
  readonly pushes: readonly (keyof F)[];
  /** The fields that the provider can order the rows of a filter by, in the order of `src/domain/order.ts`. */
  sorts?(filter: F): readonly string[];
  /** @param order one of `sorts`, or none */
  list(session: Session, filter: F, order?: Order): Listing<T>;
  /** A row as this loader brings it, with every reference set. */
  sample(filter: F): T;
  /** Where its rows lead to different things: one of each kind. */
  kinds?(filter: F): readonly Kind<T>[];
}

/**
 * What a provider can do: the port that every provider implements. Every member is optional, and what a provider
 * cannot do it does not mention: the field is then empty with status SKIPPED, or null.
 */
export interface Port extends Partial<EdgeLoaders> {
  readonly buildings?: ListLoader<Building, BuildingFilter>;
  readonly units?: ListLoader<Unit, UnitFilter>;
  readonly persons?: ListLoader<Person, PersonFilter>;
  readonly leases?: ListLoader<Lease, LeaseFilter>;
  readonly issues?: ListLoader<Issue, IssueFilter>;
  readonly documents?: ListLoader<Document, DocumentFilter>;
  /** Persons that stand in no list of persons, such as those who signed an agreement: others are compared with them, too. */
  readonly otherPersons?: ListLoader<Person, PersonFilter>;

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

  /** The links that the provider's records hold, by type: which single edges and plain lists lead anywhere. */
  readonly links: Links;

  /** Links that a record's key tells before the record is read: following them need not wait for it. */
  linksOf?(ref: Ref<NodeType>): Readonly<Record<string, Ref<NodeType>>>;

  /** Whether a key is of the provider's form for this type. Keys end up in paths: what does not fit never leaves the gateway. */
  acceptsKey(type: NodeType, key: readonly string[]): boolean;
}

/** The edges that can lead to many rows: from what, to what. */
export interface EdgeEnds {
  readonly unitsOfBuilding: Ends<'Building', 'Unit'>;
  readonly leasesOfBuilding: Ends<'Building', 'Lease'>;
  readonly issuesOfBuilding: Ends<'Building', 'Issue'>;
  readonly personsOfBuilding: Ends<'Building', 'Person'>;
  readonly documentsOfBuilding: Ends<'Building', 'Document'>;

  readonly leasesOfUnit: Ends<'Unit', 'Lease'>;
  readonly personsOfUnit: Ends<'Unit', 'Person'>;
  readonly issuesOfUnit: Ends<'Unit', 'Issue'>;
  readonly documentsOfUnit: Ends<'Unit', 'Document'>;

  readonly unitsOfPerson: Ends<'Person', 'Unit'>;
  readonly leasesOfPerson: Ends<'Person', 'Lease'>;
  readonly issuesOfPerson: Ends<'Person', 'Issue'>;
  readonly documentsOfPerson: Ends<'Person', 'Document'>;

  readonly documentsOfLease: Ends<'Lease', 'Document'>;

  readonly commentsOfIssue: Ends<'Issue', 'Comment'>;
  readonly tasksOfIssue: Ends<'Issue', 'Task'>;
  readonly documentsOfIssue: Ends<'Issue', 'Document'>;
}

interface Ends<P extends NodeType, T extends NodeType> {
  readonly parent: P;
  readonly target: T;
}

type EdgeLoaders = {
  readonly [L in EdgeLoaderName]: EdgeLoader<EdgeEnds[L]['parent'], EdgeEnds[L]['target']>;
};

/** Fields that lead to another node, by the type they stand in. Addresses are values, wherever they are read. */
export type Links = {
  readonly [T in keyof RecordTypes | 'Responsibility']?: readonly Extract<
    keyof (T extends keyof RecordTypes ? RecordTypes[T] : Responsibility),
    string
  >[];
};

export type ListLoaderName = 'buildings' | 'units' | 'persons' | 'leases' | 'issues' | 'documents';
export type RecordLoaderName = Extract<keyof Port, `${string}ById` | `${string}Detail`>;
export type EdgeLoaderName = keyof EdgeEnds;

/** The kind of record that a loader brings. */
export type TargetOf<L extends RecordLoaderName> =
  NonNullable<Port[L]> extends RecordLoader<infer T> ? T : never;

/** The kinds of record that an edge loader leads from and to. */
export type EndsOf<L extends EdgeLoaderName> = EdgeEnds[L];

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

/** How the path of an endpoint is known; `configured`: an operator has set it. */
export type Provenance = 'document' | 'public' | 'inferred' | 'assumed' | 'configured';

/** An endpoint that the gateway asks. */
export interface Endpoint {
  /** As in the provider's table of paths, and under `paths` in the source's settings. */
  readonly name: string;
  /** Template, as calls and errors name it. */
  readonly path: string;
  readonly provenance: Provenance;
}

/** A source that is ready to be asked. */
export interface Source {
  readonly id: string;
  readonly provider: ProviderName;
  readonly currency: string;
  readonly timeZone: string;
  /** Calls that one read may spend on scanning before it stops and says `truncated`. */
  readonly scanCalls: number;
  /** Rows that are read and ordered in the gateway at most, where the provider cannot order them. */
  readonly sortRows: number;
  readonly port: Port;
  readonly client: SourceClient;
  /** Every endpoint that its port or its login may ask. */
  readonly endpoints: readonly Endpoint[];
  /** Where its answers are not as documented. */
  readonly drift: Drift;
  /** Members of its answers that hold national identity numbers, in lower case: `raw` shows them blacked out. */
  readonly nationalIdMembers: readonly string[];
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
