import { ConfigError } from '../errors.js';

/**
 * Replaces `{"env": "NAME"}` below `credentials` by the variable's value, so that a configuration file can be kept
 * where secrets cannot.
 */
export function resolveSecrets(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  path: string,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value);
  const [only] = members;
  if (members.length === 1 && only?.[0] === 'env' && typeof only[1] === 'string') {
    const found = environment[only[1]];
    if (found === undefined || found === '') {
      throw new ConfigError(
        `${path}: the environment variable ${only[1]} is not set; set it, or give the value itself.`,
      );
    }
    return found;
  }
  return Object.fromEntries(
    members.map(([name, member]) => [name, resolveSecrets(member, environment, `${path}.${name}`)]),
  );
}
