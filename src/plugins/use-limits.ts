import { Source, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { excessOfDocument } from '../limits/document.js';
import { limitError } from '../limits/limit-error.js';
import type { Limits } from '../limits/limits.js';
import { excessOfJson } from '../limits/parameters.js';
import { excessOfText } from '../limits/text.js';

/**
 * Refuses a request that holds more than is allowed, each part before the first work that could take long on it.
 *
 * @param isListed whether a text is a document of the operator's own, which is not measured
 */
export function useLimits(limits: Limits, isListed: (text: string) => boolean): Plugin {
  const listed = new WeakSet<DocumentNode>();
  return {
    onParams({ params }) {
      const excess =
        excessOfJson('variables', params.variables, limits) ??
        excessOfJson('extensions', params.extensions, limits);
      if (excess !== undefined) throw limitError(excess);
    },
    onParse({ params }) {
      const { source } = params as { readonly source: string | Source };
      const text = source instanceof Source ? source.body : source;
      if (isListed(text)) {
        return ({ result }) => {
          if (result !== null && 'kind' in result) listed.add(result as DocumentNode);
        };
      }
      const excess = excessOfText(text, limits);
      if (excess !== undefined) throw limitError(excess);
      return undefined;
    },
    onValidate({ params, setResult }) {
      const document = params.documentAST as DocumentNode;
      if (listed.has(document)) return;
      const excesses = excessOfDocument(document, limits);
      if (excesses.length > 0) setResult(excesses.map((excess) => limitError(excess)));
    },
  };
}
