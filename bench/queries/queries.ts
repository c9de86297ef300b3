import { cached } from './cached.js';
import { deep } from './deep.js';
import { hello } from './hello.js';
import { list } from './list.js';
import { merged } from './merged.js';
import { nodes } from './nodes.js';
import { one } from './one.js';
import { page } from './page.js';

/** In the order of the results. */
export const queries = [one, list, deep, merged, page, nodes, cached, hello] as const;
