import type {
  EdgeLoaderName,
  EndsOf,
  ListLoaderName,
  RecordLoaderName,
  Source,
  TargetOf,
} from '../domain/provider.js';
import type { Context } from '../context.js';
import type { LinkableType } from '../domain/global-id.js';
import type {
  Link,
  Maybe,
  NodeRecord,
  NodeType,
  RecordOf,
  RecordTypes,
  Responsibility,
} from '../domain/index.js';

/**
 * What hangs on what, declared once per type in `resolvers/<Type>.ts`: this field leads to that type, one or many or a
 * page of them, by this loader, with this key of the parent. Resolvers, capabilities, what a query will cost and how it is
 * run are derived from the declaration. A wrong loader, target or key does not compile.
 */

/** Types that have a record behind them, so that edges can hang on them. */
export interface Parents extends RecordTypes {
  Responsibility: Responsibility;
  Source: Source;
}
export type ParentType = keyof Parents;

type ByIdLoader = Extract<RecordLoaderName, `${string}ById`>;
export type DetailLoader = Extract<RecordLoaderName, `${string}Detail`>;

/** One record, by the link in the parent. A link that holds the record costs no call. */
export type OneEdge<P extends ParentType> = {
  [L in ByIdLoader]: {
    readonly one: TargetOf<L>;
    readonly loader: L;
    readonly key: (parent: Parents[P]) => Maybe<Link<TargetOf<L>>>;
    /** Where the key is `undefined`: the edge of the parent that leads to a record which has this edge, too, and knows. */
    readonly through?: Extract<keyof Parents[P], string>;
  };
}[ByIdLoader];

/** A plain list of records, by the links in the parent. */
export type EachEdge<P extends ParentType> = {
  [L in ByIdLoader]: {
    readonly each: TargetOf<L>;
    readonly loader: L;
    readonly keys: (parent: Parents[P]) => Maybe<readonly Link<TargetOf<L>>[]>;
  };
}[ByIdLoader];

/** One record of whichever node type the link says. */
export interface NodeEdge<P extends ParentType> {
  readonly node: readonly NodeType[];
  readonly key: (parent: Parents[P]) => Maybe<Link<NodeType>>;
}

/** A connection of the rows that hang on the parent. */
export type PageEdge<P extends ParentType> = {
  [L in EdgeLoaderName]: EndsOf<L>['parent'] extends P
    ? {
        readonly page: EndsOf<L>['target'];
        readonly loader: L;
        /** Where the parent's answer already holds all of them. */
        readonly embedded?: (parent: Parents[P]) => readonly RecordOf<EndsOf<L>['target']>[] | undefined;
        /** The edge of each row that leads back to this parent: it was just read. */
        readonly inverse?: Extract<keyof RecordOf<EndsOf<L>['target']>, string>;
      }
    : never;
}[EdgeLoaderName];

/** A pure function of the record, where a property of the same name would not do. */
export interface Leaf<P extends ParentType> {
  readonly leaf: (parent: Parents[P], context: Context) => unknown;
}

/** An object that stands in the record: no load, no wave. */
export interface EmbedEdge {
  readonly embed: true;
}

/** The records that are the same thing as this one. */
export interface SameEdge {
  readonly same: true;
}

export type Edge<P extends ParentType> =
  SameEdge | OneEdge<P> | EachEdge<P> | NodeEdge<P> | PageEdge<P> | Leaf<P> | EmbedEdge;

/**
 * An edge as the machinery handles it: that parent, key and target fit was checked where it was declared, and cannot be
 * said again once the type is a value.
 */
export type AnyEdge =
  | {
      readonly page: NodeType;
      readonly loader: EdgeLoaderName;
      readonly embedded?: (parent: object) => readonly NodeRecord[] | undefined;
      readonly inverse?: string;
    }
  | {
      readonly each: string;
      readonly loader: RecordLoaderName;
      readonly keys: (parent: object) => Maybe<readonly Link[]>;
    }
  | { readonly node: readonly NodeType[]; readonly key: (parent: object) => Maybe<Link> }
  | {
      readonly one: string;
      readonly loader: RecordLoaderName;
      readonly key: (parent: object) => Maybe<Link>;
      readonly through?: string;
    }
  | { readonly leaf: (parent: object, context: Context) => unknown }
  | EmbedEdge
  | SameEdge
  | LinkedEdge;

/** An edge of a type that joins records, e.g. `LinkedBuilding`. */
export type LinkedEdge =
  /** The field of the same name, of the record that is to say it. */
  | { readonly merged: true }
  /** The records. */
  | { readonly members: LinkableType }
  /** From which record a merged field is. */
  | { readonly provenance: true }
  /** Where the records disagree. */
  | { readonly conflicts: true }
  /** What hangs on any of the records: rows as they are, or real things, each once. */
  | { readonly joined: NodeType; readonly loader: EdgeLoaderName }
  | { readonly joinedLinked: LinkableType; readonly loader: EdgeLoaderName }
  /** The real building that a real unit is in. */
  | { readonly buildingOf: true };

/** Whether an edge is one of a type that joins records. */
export function isLinkedEdge(edge: AnyEdge): edge is LinkedEdge {
  return ['merged', 'members', 'provenance', 'conflicts', 'joined', 'joinedLinked', 'buildingOf'].some(
    (kind) => kind in edge,
  );
}

/** The declaration of one type. Fields without an entry are properties of the record. */
export interface TypeDeclaration {
  readonly type: ParentType | LinkedType | 'EntityLink';
  /** The type whose records it joins, if it does. */
  readonly joins?: LinkableType;
  /** The answer to ask where a field of the record is `undefined`: some providers tell it in a detail call only. */
  readonly detail?: DetailLoader;
  readonly edges: Readonly<Record<string, AnyEdge>>;
}

type DetailOf<P extends ParentType> = {
  [L in DetailLoader]: TargetOf<L> extends P ? L : never;
}[DetailLoader];

export function declareType<P extends ParentType>(
  type: P,
  declaration: {
    readonly detail?: DetailOf<P>;
    readonly fields: Readonly<Record<string, Edge<P>>>;
  },
): TypeDeclaration {
  const { detail, fields } = declaration;
  const edges = fields as unknown as Readonly<Record<string, AnyEdge>>;
  return { type, edges, ...(detail === undefined ? {} : { detail }) };
}

/** Types of real things: each joins the records of several sources. */
export type LinkedType = `Linked${LinkableType}`;

/** A field of `Query`. */
export type RootField =
  /** A list over all sources. */
  | { readonly list: ListLoaderName }
  /** One record by the argument `id`; of any node type where none is named. */
  | { readonly byId: NodeType | null }
  /** Real things, each once. */
  | { readonly linkedList: LinkableType }
  /** One real thing by the arguments `id` or `externalId`. */
  | { readonly linkedOne: LinkableType }
  /** Records of any node type by the argument `ids`, at most so many. */
  | { readonly byIds: number }
  | { readonly leaf: (context: Context) => unknown };

/** All that can be asked, and what hangs on what. */
export interface Graph {
  readonly query: Readonly<Record<string, RootField>>;
  readonly types: ReadonlyMap<string, TypeDeclaration>;
}

export function createGraph(
  query: Readonly<Record<string, RootField>>,
  types: readonly TypeDeclaration[],
): Graph {
  return { query, types: new Map(types.map((each) => [each.type, each])) };
}
