import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/**
 * Takes from messages the names of the schema that are near to what was asked: from them the whole of it can be guessed,
 * name by name.
 *
 * Here, where all errors pass. armor's plugin sees those of validation alone, and leaves the values of enums in variables;
 * graphql-js has an option for both, which yoga does not hand on.
 */
export function useHiddenSuggestions(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (isAsyncIterable(result) || Array.isArray(result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

/** A new error: those of validation are kept for the next request with the same document. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replaceAll(/ ?Did you mean [^?]*\?/g, '');
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}
