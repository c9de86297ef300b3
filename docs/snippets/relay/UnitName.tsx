import { graphql, useLazyLoadQuery } from 'react-relay';
import type { UnitNameQuery } from './__generated__/UnitNameQuery.graphql.js';

/** `@catch` gives the error of a field in its place, so that a failed source is not taken for a unit that is not there. */
export function UnitName({ id }: { readonly id: string }) {
  const { unit } = useLazyLoadQuery<UnitNameQuery>(
    graphql`
      query UnitNameQuery($id: ID!) {
        unit(id: $id) @catch(to: RESULT) {
          name
          number
        }
      }
    `,
    { id },
  );
  if (!unit.ok) return <p role="alert">The unit could not be read.</p>;
  return <h1>{unit.value === null ? 'No such unit' : (unit.value?.name ?? unit.value?.number)}</h1>;
}
