import type { Auth } from '../../../src/http/client.js';
import type { LodgerSettings } from './config.js';

/** A key on every call, no login. */
export function createAuth({ credentials }: LodgerSettings): Auth {
  return { headers: () => Promise.resolve({ 'x-api-key': credentials.apiKey }) };
}
