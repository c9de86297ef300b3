import type { Provider } from '../src/domain/provider.js';
import { pigello } from './pigello/index.js';

/** Every provider, in the order of sources that come from the environment. A fifth one is one line more. */
export const providers: readonly Provider[] = [pigello];
