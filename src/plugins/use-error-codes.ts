import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { toClientError } from '../graphql-errors.js';

/** Gives errors that never came to an operation (syntax, validation, a body that is no request) the contract's code. */
export function useErrorCodes(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (isAsyncIterable(result) || Array.isArray(result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map((error) => toClientError(error)) });
    },
  };
}
