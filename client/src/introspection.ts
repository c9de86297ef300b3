import { introspection } from './generated/introspection.js';

export { introspection, type Introspection } from './generated/introspection.js';

interface ObjectType {
  readonly kind: string;
  readonly name: string;
  readonly fields?: readonly { readonly name: string }[];
}

/** Types without an `id`, which stand in the record that holds them: what graphcache wants to be told as `keys`. */
export const keys: Readonly<Record<string, () => null>> = /* @__PURE__ */ Object.fromEntries(
  (introspection.__schema.types as readonly ObjectType[])
    .filter(({ kind, fields = [] }) => kind === 'OBJECT' && !fields.some(({ name }) => name === 'id'))
    .map(({ name }) => [name, () => null]),
);
