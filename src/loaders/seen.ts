import { refKey } from '../domain/global-id.js';
import type { NodeRecord, Ref } from '../domain/index.js';
import type { Row } from '../pagination/listing.js';
import type { Loaded } from './loaders.js';

/** Rows are records that were read: whoever asks for one of them by id later is not made to wait for a call. */
export interface Seen {
  /** Rows of one source and one type, and how many waves of calls it took to have them. */
  add(rows: readonly NodeRecord[] | readonly Row<NodeRecord>[], wave: number): void;
  find(ref: Ref): Loaded<object> | undefined;
}

interface Stack {
  /** Rows that nobody has looked for yet: of most operations nobody ever does. */
  unsorted: { readonly rows: readonly NodeRecord[] | readonly Row<NodeRecord>[]; readonly wave: number }[];
  readonly sorted: Map<string, Loaded<object>>;
}

export function createSeen(): Seen {
  const stacks = new Map<string, Stack>();
  return {
    add(rows, wave) {
      const [first] = rows;
      if (first === undefined) return;
      const { type, source } = recordIn(first).ref;
      const name = `${type} ${source}`;
      let stack = stacks.get(name);
      if (stack === undefined) stacks.set(name, (stack = { unsorted: [], sorted: new Map() }));
      stack.unsorted.push({ rows, wave });
    },
    find(ref) {
      const stack = stacks.get(`${ref.type} ${ref.source}`);
      if (stack === undefined) return undefined;
      for (const { rows, wave } of stack.unsorted) {
        for (const row of rows) {
          const value = recordIn(row);
          const id = refKey(value.ref);
          if (!stack.sorted.has(id)) stack.sorted.set(id, { value, wave });
        }
      }
      stack.unsorted = [];
      return stack.sorted.get(refKey(ref));
    },
  };
}

function recordIn(row: NodeRecord | Row<NodeRecord>): NodeRecord {
  return 'ref' in row ? row : row.value;
}
