import DataLoader from 'dataloader';
import type { Source } from '../domain/provider.js';
import type { Loaders } from '../loaders/loaders.js';
import type { Evidence } from './evidence.js';
import { toReferenceKey } from './normalise.js';
import { listOf, type LinkableType } from './rules.js';
import type { Snapshots } from './snapshots.js';

/** Records that carry a reference, asked of their source: for lists that are longer than is kept. */
export interface References {
  /** As it is written: sources know nothing of other spellings. What is asked for together is one call. */
  find(type: LinkableType, source: Source, externalId: string, wave: number): Promise<readonly Evidence[]>;
}

/** A reference, and the waves that it took to know it. */
interface Asked {
  readonly externalId: string;
  readonly wave: number;
}

export function createReferences(loaders: Loaders, snapshots: Snapshots): References {
  const bySource = new Map<string, DataLoader<Asked, readonly Evidence[], string>>();

  const create = (type: LinkableType, source: Source): DataLoader<Asked, readonly Evidence[], string> =>
    new DataLoader(
      async (asked) => {
        const externalId = [...new Set(asked.map((each) => each.externalId))];
        const wave = asked.reduce((most, each) => Math.max(most, each.wave), 0);
        const opened = loaders.list(listOf[type], source, { externalId }, undefined, wave);
        const { rows } = opened === null ? { rows: [] } : await snapshots.rowsOf(source, [opened]);
        const found = rows.map((row) => snapshots.evidenceOf(row));
        return asked.map((each) =>
          found.filter(({ reference }) => reference === toReferenceKey(each.externalId)),
        );
      },
      { cacheKeyFn: (each) => each.externalId },
    );

  return {
    find(type, source, externalId, wave) {
      const name = `${type} ${source.id}`;
      let loader = bySource.get(name);
      if (loader === undefined) bySource.set(name, (loader = create(type, source)));
      return loader.load({ externalId, wave });
    },
  };
}
