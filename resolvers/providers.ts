import type { Provider } from '../src/domain/provider.js';
import { casavi } from './casavi/index.js';
import { facilitee } from './facilitee/index.js';
import { homeq } from './homeq/index.js';
import { pigello } from './pigello/index.js';

/** Every provider, in the order of sources that come from the environment. A fifth one is one line more. */
export const providers: readonly Provider[] = [pigello, facilitee, homeq, casavi];
