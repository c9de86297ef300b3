import { readFileSync } from 'node:fs';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { ConfigError } from '../errors.js';

/** The documents that clients may name by their hashes. */
export interface PersistedDocuments {
  /** By the hash, with or without the `sha256:` that says how it was made. */
  get(id: string): string | undefined;
  /** Whether a text is one of them. */
  includes(text: string): boolean;
  readonly size: number;
}

export const noDocuments: PersistedDocuments = { get: () => undefined, includes: () => false, size: 0 };

/** The documents of the configured file, where clients may name any. */
export function readPersisted<M>(
  { mode, file }: { readonly mode: M; readonly file: string | undefined },
  schema: GraphQLSchema,
): { readonly mode: M; readonly documents: PersistedDocuments } {
  const isUsed = mode !== 'off' && file !== undefined;
  return { mode, documents: isUsed ? readDocuments(file, schema) : noDocuments };
}

/**
 * Reads a file as codegen's client preset writes it: a JSON object of documents by their hashes. Hashes are taken as they
 * are given, since codegen lets a project choose how to make them.
 *
 * @throws ConfigError that names the hash and what is wrong with its document
 */
export function readDocuments(file: string, schema: GraphQLSchema): PersistedDocuments {
  const documents = new Map<string, string>();
  for (const [hash, text] of Object.entries(readObject(file))) {
    const place = `GATEHOUSE_PERSISTED_FILE: ${file}: ${JSON.stringify(hash)}`;
    if (typeof text !== 'string') throw new ConfigError(`${place}: must be the text of a document.`);
    const fault = faultOf(text, schema);
    if (fault !== undefined) {
      throw new ConfigError(
        `${place}: ${fault} Write the file anew with codegen, against this gateway's schema.`,
      );
    }
    documents.set(bare(hash), text);
  }
  const texts = new Set(documents.values());
  return {
    get: (id) => documents.get(bare(id)),
    includes: (text) => texts.has(text),
    size: documents.size,
  };
}

function readObject(file: string): object {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new ConfigError(
      `GATEHOUSE_PERSISTED_FILE: ${file} cannot be read (${reason}); name the file that codegen writes.`,
    );
  }
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new ConfigError(
    `GATEHOUSE_PERSISTED_FILE: ${file} must be a JSON object of documents by their hashes.`,
  );
}

function faultOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message;
  } catch (error) {
    return (error as Error).message;
  }
}

function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}
