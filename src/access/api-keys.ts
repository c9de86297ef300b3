import { createHash, randomBytes } from 'node:crypto';

/**
 * API keys: 256 random bits each, so that a plain digest of one tells nothing of it and takes no time to compare. Keys that
 * people make up would need a slow one, which is why short ones are refused.
 */

/** How a key is written in a configuration. */
export const apiKeyHash = /^sha256:[0-9a-f]{64}$/;

/** Characters of a key at least: that many random ones cannot be guessed. */
export const shortestApiKey = 32;
const longestApiKey = 512;

export function createApiKey(): string {
  return `gh_${randomBytes(32).toString('base64url')}`;
}

export function hashApiKey(key: string): string {
  return `sha256:${createHash('sha256').update(key, 'utf8').digest('hex')}`;
}

/** Those of a bearer token (RFC 6750, 2.1) but for the dot, by which tokens are told from keys. */
const characters = /^[A-Za-z0-9_~+/=-]+$/;

export function canBeApiKey(key: string): boolean {
  return key.length >= shortestApiKey && key.length <= longestApiKey && characters.test(key);
}
