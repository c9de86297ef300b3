import type { Excess } from './limit-error.js';
import type { Limits } from './limits.js';

/**
 * What is too much in the variables of a request, or in another part of it that is JSON.
 *
 * @param part as messages name it, e.g. `variables`
 */
export function excessOfJson(
  part: string,
  value: unknown,
  limits: Pick<Limits, 'variablesBytes' | 'variablesDepth'>,
): Excess | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // First: writing JSON calls itself once a level, and would not come back from very deep.
  if (isDeeper(value, limits.variablesDepth)) {
    return {
      what: `The ${part} nest more than ${limits.variablesDepth} levels deep`,
      found: limits.variablesDepth + 1,
      limit: limits.variablesDepth,
      setting: 'GATEHOUSE_MAX_VARIABLES_DEPTH',
    };
  }
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > limits.variablesBytes) {
    return {
      what: `The ${part} have ${bytes} bytes`,
      found: bytes,
      limit: limits.variablesBytes,
      setting: 'GATEHOUSE_MAX_VARIABLES_BYTES',
    };
  }
  return undefined;
}

function isDeeper(root: object, most: number): boolean {
  let level: readonly object[] = [root];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((value) => Object.values(value).filter(isObject));
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
