import { parseGlobalId } from '../domain/global-id.js';
import type { Source } from '../domain/provider.js';
import type { Graph } from '../edges/declaration.js';
import { ConfigError } from '../errors.js';
import type { IdentitySettings } from './settings.js';

/**
 * Settings that name what there is not would silently do nothing.
 *
 * @throws ConfigError
 */
export function checkIdentity(
  { prefer, same, different }: IdentitySettings,
  graph: Graph,
  sources: readonly Pick<Source, 'id'>[],
): void {
  const ids = new Set(sources.map(({ id }) => id));
  const known = [...ids].join(', ');
  for (const [name, preferred] of Object.entries(prefer)) {
    const [type = '', field = ''] = name.split('.');
    const edge = graph.types.get(`Linked${type}`)?.edges[field];
    if (edge === undefined || !('merged' in edge)) {
      throw new ConfigError(
        `identity.prefer: \`${name}\` is no merged field; name a field of Linked${type} that ${type} has, too.`,
      );
    }
    const missing = preferred.find((id) => !ids.has(id));
    if (missing !== undefined) {
      throw new ConfigError(
        `identity.prefer.${name}: there is no source "${missing}"; the sources are ${known}.`,
      );
    }
  }
  same.forEach((set, index) => {
    const contradicted = different.findIndex((other) => set.filter((id) => other.includes(id)).length > 1);
    if (contradicted < 0) return;
    throw new ConfigError(
      `identity.same[${index}]: two of its ids stand in identity.different[${contradicted}], too; take them out of one of the two.`,
    );
  });
  for (const [name, sets] of Object.entries({ same, different })) {
    sets.forEach((set, index) => {
      const missing = set.map((id) => parseGlobalId(id)?.source ?? '').find((id) => !ids.has(id));
      if (missing === undefined) return;
      throw new ConfigError(
        `identity.${name}[${index}]: an id is of the source "${missing}", which is not configured; the sources are ${known}.`,
      );
    });
  }
}
