import type { TypeDeclaration } from '../src/edges/declaration.js';
import type { LinkRow } from '../src/identity/same-as.js';

/** Not a record of a source, but what the rules say of two. */
export const EntityLink: TypeDeclaration = {
  type: 'EntityLink',
  edges: { node: { node: ['Building', 'Unit', 'Person'], key: (link) => (link as LinkRow).node } },
};
