/**
 * Typed operations for the usual screens, the fragments that they are built of, and the types of the schema.
 * Made by `codegen.ts` from `operations/` and the gateway's schema.
 */
export * from './generated/graphql.js';
export { makeFragmentData, useFragment, type FragmentType } from './generated/fragment-masking.js';
export { possibleTypes } from './possible-types.js';
export type * from './scalars.js';
