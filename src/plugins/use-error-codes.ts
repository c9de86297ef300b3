import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { GraphQLError } from 'graphql';
import { toClientError } from '../graphql-errors.js';

/** Gives errors that never came to an operation (syntax, validation, a body that is no request) the contract's code. */
export function useErrorCodes(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (isAsyncIterable(result) || Array.isArray(result) || result.errors === undefined) return;
      const errors = result.errors.map((error) => toClientError(error));
      // Without data nothing was executed: variables did not fit, and under the specification's media type that is a 400.
      setResult({ ...result, errors: 'data' in result ? errors : errors.map(asBadRequest) });
    },
  };
}

/** `spec`: for clients that ask for plain JSON, yoga keeps the 200 that they are used to. */
function asBadRequest(error: GraphQLError): GraphQLError {
  if (error.extensions['http'] !== undefined) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(error.message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...extensions, http: { spec: true, status: 400 } },
  });
}
