import { everybody } from '../access/caller.js';
import {
  GraphQLError,
  Kind,
  LoneAnonymousOperationRule,
  NoUnusedFragmentsRule,
  parse,
  Source as FileText,
  specifiedRules,
  validate,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createContext } from '../context.js';
import type { Source } from '../domain/provider.js';
import type { Graph } from '../edges/declaration.js';
import { layOut } from '../execution/execute.js';
import { withoutValues } from '../graphql-messages.js';
import { startOperation } from '../operation.js';
import { createRegistry } from '../identity/registry.js';
import { identitySettings } from '../identity/settings.js';
import { createCursors } from '../pagination/cursor.js';
import { estimate, type Estimate } from '../plan/estimate.js';

/** A file with operations, fragments or both. */
export interface OperationFile {
  readonly name: string;
  readonly text: string;
}

export interface ExplainOptions {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly sources: readonly Source[];
  /** Only the operation of this name. @default all of them */
  readonly operation?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one operation would ask of the sources at most. */
export interface Explained {
  /** e.g. `query Buildings`; with the file's name where the operation has none. */
  readonly operation: string;
  readonly estimate: Estimate;
}

/** Something is wrong with what was given; each line of the message says what, where, and how to mend it. */
export class ExplainError extends Error {}

/** Files are read as code generators read them: a fragment may stand in another one than the operation that uses it. */
const rules = specifiedRules.filter(
  (rule) => rule !== LoneAnonymousOperationRule && rule !== NoUnusedFragmentsRule,
);

/**
 * Reckons the calls of the operations in some files, without making any.
 * @throws ExplainError for an operation that the gateway would refuse
 */
export function explain(files: readonly OperationFile[], options: ExplainOptions): readonly Explained[] {
  const { schema, operation: wanted } = options;
  const documents = files.map(({ name, text }) => ({ name, document: parseFile(name, text) }));
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const errors = validate(schema, { kind: Kind.DOCUMENT, definitions }, rules);
  if (errors.length > 0) throw toExplainError(errors);

  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const operations = documents.flatMap(({ name, document }) =>
    document.definitions
      .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
      .filter((each) => wanted === undefined || each.name?.value === wanted)
      .map((definition) => ({ name, definition })),
  );
  if (operations.length === 0) throw new ExplainError(noOperation(definitions, wanted));
  return operations.map(({ name, definition }) => {
    const title = definition.name?.value ?? `without a name in ${name}`;
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] };
    return { operation: `${definition.operation} ${title}`, estimate: reckon(document, title, options) };
  });
}

function noOperation(definitions: readonly DefinitionNode[], wanted: string | undefined): string {
  if (wanted === undefined) return 'No file holds an operation; name one that does.';
  const names = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name !== undefined ? [each.name.value] : [],
  );
  const others = names.length === 0 ? 'none has a name' : `there are ${names.join(', ')}`;
  return `--operation: no file holds an operation named ${wanted}; ${others}.`;
}

function reckon(
  document: DocumentNode,
  title: string,
  { schema, graph, sources, variables }: ExplainOptions,
): Estimate {
  const prepared = layOut({ schema, document, variableValues: variables }, everybody);
  if (!('plan' in prepared)) {
    // A query that is valid can only lack the values of its variables.
    const cure = prepared.errors.some(({ message }) => message.startsWith('Variable '))
      ? ' See --variables.'
      : '';
    throw new ExplainError(
      prepared.errors.map((error) => `${title}: ${withoutValues(error).message}${cure}`).join('\n'),
    );
  }
  const operation = startOperation(undefined);
  try {
    const context = createContext(operation, {
      caller: everybody,
      sources,
      cursors: createCursors(['nothing is signed here']),
      registry: createRegistry(identitySettings.parse({})),
      // Nothing is resolved here, links least of all.
      toFileUrl: () => '',
    });
    const reckoned = estimate(prepared.plan.root, { schema, graph, context });
    if (reckoned.faults.length > 0) {
      throw new ExplainError(
        reckoned.faults.map(({ field, error }) => `${title}: ${field}: ${error.message}`).join('\n'),
      );
    }
    return reckoned;
  } finally {
    operation.finish();
  }
}

function parseFile(name: string, text: string): DocumentNode {
  try {
    return parse(new FileText(text, name));
  } catch (error) {
    if (error instanceof GraphQLError) throw toExplainError([error]);
    throw error;
  }
}

/** With the place and the lines around it, as graphql-js shows them. */
function toExplainError(errors: readonly GraphQLError[]): ExplainError {
  return new ExplainError(errors.map(String).join('\n\n'));
}
