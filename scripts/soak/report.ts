import type { Span } from './memory.js';
import type { SoakResult } from './run.js';

/** Whether nothing was wrong. */
export function isGood({ wrong, faults }: SoakResult): boolean {
  return wrong.count === 0 && faults.length === 0;
}

/** The figures as they go into a note. */
export function toLines(result: SoakResult): readonly string[] {
  const { options, load, memory, warnings, wrong, faults } = result;
  const { seconds, asked, tally, weather, logins } = load;
  const operations = sum(asked);
  const requests = sum(weather.requests);
  const struck = sum(weather.struck);
  const loginTexts = [...logins].map(
    ([source, { made, failed }]) => `${source} ${made} (${failed} of them struck)`,
  );
  return [
    `Soak of ${seconds.toFixed(0)} s with ${options.clients} clients, faults ${percent(options.faults)}, seed ${options.seed}`,
    `Operations: ${operations} (${(operations / seconds).toFixed(1)} a second); ${times(tally.times)}`,
    `Answers: ${tally.complete} complete, ${tally.partial} partial, ${tally.overloaded} refused as overloaded; ${tally.left} clients went away`,
    `Errors: ${list(tally.codes)}`,
    `Upstream requests: ${requests} (${list(weather.requests)}), ${weather.retries} of them asked again for what was denied`,
    `Faults: ${struck} (${percent(struck / Math.max(1, requests))}; ${list(weather.struck)}); outages: ${list(weather.stops)}`,
    `Logins: ${loginTexts.join(', ')}`,
    `Memory after collection, MB: heap ${span(memory.heap)}, external ${span(memory.external)}, RSS ${span(memory.rss)} (${memory.samples} samples); ${memory.cores.toFixed(2)} cores busy`,
    `Warnings in the log: ${list(warnings)}`,
    ...faults.map((fault) => `Amiss: ${fault}`),
    `Wrong answers: ${wrong.count}`,
    ...wrong.kept.slice(0, 5).map(({ query, path, what }) => `  ${query} at ${path || 'its root'}: ${what}`),
    isGood(result) ? 'Passed.' : `FAILED; run it again with --seed ${options.seed}.`,
  ];
}

/** The same for machines. */
export function toJson(result: SoakResult): object {
  const { options, load, memory, warnings, wrong, faults } = result;
  const { seconds, asked, tally, weather, logins } = load;
  const { times: took, ...counts } = tally;
  const { requests, struck, stops, retries } = weather;
  return {
    passed: isGood(result),
    options,
    seconds,
    asked,
    answers: { ...counts, medianMs: quantile(took, 0.5), p99Ms: quantile(took, 0.99) },
    upstream: { requests, struck, stops, retries },
    logins: Object.fromEntries(logins),
    memory,
    warnings,
    wrong: { count: wrong.count, kept: wrong.kept },
    faults,
  };
}

function times(took: readonly number[]): string {
  const at = (part: number): string => quantile(took, part).toFixed(0);
  return `median ${at(0.5)} ms, 99 % within ${at(0.99)} ms, longest ${at(1)} ms`;
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function list(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return entries.length === 0 ? 'none' : entries.map(([name, count]) => `${name} ${count}`).join(', ');
}

function span({ first, last }: Span): string {
  return `${first.toFixed(1)} → ${last.toFixed(1)}`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
