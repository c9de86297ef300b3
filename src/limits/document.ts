import type { DocumentNode } from 'graphql';
import type { Excess } from './limit-error.js';
import type { Limits } from './limits.js';
import { measure, type Measures } from './measure.js';

/** What asking for the schema takes at least: the standard query, whose types wrap each other, has 15 levels. */
const schemaDepth = 30;

/**
 * What is too much in a document, before it is validated.
 *
 * Not armor's rules: that for aliases lets any number of `__typename` pass, they walk fragments anew at each spread, and
 * their errors have no code.
 */
export function excessOfDocument(document: DocumentNode, limits: Limits): readonly Excess[] {
  const found = measure(document);
  const check = (
    measure: keyof Measures,
    limit: number,
    setting: string,
    what: (found: number) => string,
  ): readonly Excess[] =>
    found[measure] > limit
      ? [{ what: what(found[measure]), found: found[measure], limit, setting: `GATEHOUSE_MAX_${setting}` }]
      : [];
  const depth = (levels: number): string => `The operation nests fields ${levels} levels deep`;
  return [
    ...check('depth', limits.depth, 'DEPTH', depth),
    ...check('schemaDepth', Math.max(limits.depth, schemaDepth), 'DEPTH', depth),
    ...check(
      'rootFields',
      limits.rootFields,
      'ROOT_FIELDS',
      (count) => `The operation has ${count} fields at its top`,
    ),
    ...check('fields', limits.fields, 'FIELDS', (count) => `The operation has ${count} fields`),
    ...check(
      'duplicates',
      limits.duplicates,
      'DUPLICATES',
      (count) => `The operation asks ${count} times for one field in one place`,
    ),
    ...check('aliases', limits.aliases, 'ALIASES', (count) => `The document has ${count} aliases`),
    ...check(
      'directives',
      limits.directives,
      'DIRECTIVES',
      (count) => `The document has ${count} directives`,
    ),
    ...check(
      'directivesPerPlace',
      limits.directivesPerPlace,
      'DIRECTIVES_PER_PLACE',
      (count) => `The document has ${count} directives in one place`,
    ),
  ];
}
