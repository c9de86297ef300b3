import type { Sandbox } from '../../src/sandbox/index.js';
import { leakMark } from './faults.js';
import { sourceNames } from './providers.js';

/** What a text gives away that no error and no line of the log may hold; `null` if nothing. */
export type LeakTest = (text: string) => string | null;

export function createLeakTest({ portfolio, ...providers }: Sandbox): LeakTest {
  const secrets = sourceNames.flatMap((name) => Object.values<string>(providers[name].credentials));
  const people = portfolio.persons.flatMap(({ email, nationalId, lastName }) =>
    [email, nationalId, lastName].filter((text) => text !== null && text.length >= 6),
  ) as string[];
  const signs: readonly (readonly [what: string, pattern: RegExp])[] = [
    ['what a provider answered', anyOf([leakMark])],
    ['a credential', anyOf(secrets)],
    ['a token', /\beyJ[\w-]{10}/],
    ['an id, or a token of casavi', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/],
    ['a query string', /\?\w+=/],
    ['something of a person', anyOf(people)],
  ];
  // Messages say the same again and again.
  const known = new Map<string, string | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = signs.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
    if (known.size < 10_000) known.set(text, found);
    return found;
  };
}

function anyOf(texts: readonly string[]): RegExp {
  const escaped = [...new Set(texts)].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})(?!\\p{L})`, 'u');
}
