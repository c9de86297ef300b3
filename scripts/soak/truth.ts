import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import type { Portfolio, SystemName } from '../../src/sandbox/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import type { Expected } from './expected.js';
import type { Findings } from './findings.js';
import { sourceOf, type Row } from './lists.js';
import { otherLists, type PlainList } from './queries.js';

/** Holds what the gateway said while nothing was amiss against the portfolio: only then may later answers be held against it. */
export function compareWithPortfolio(expected: Expected, portfolio: Portfolio, findings: Findings): void {
  const truths: Readonly<Record<SystemName, Truth>> = {
    pigello: pigelloTruth(portfolio),
    facilitee: faciliteeTruth(portfolio),
    homeq: homeqTruth(portfolio),
    casavi: casaviTruth(portfolio),
  };
  for (const [source, truth] of Object.entries(truths)) {
    const wrong = (list: string, what: string): void => findings.add('portfolio', [source, list], what);
    for (const list of Object.keys(fields) as PlainList[]) {
      const rows = expected.plain[list].filter(({ id }) => sourceOf(id) === source);
      const right = truth[list];
      if (new Set(rows.map(({ id }) => id)).size !== rows.length) wrong(list, 'a record twice');
      // Documents go by other ids here and there: they are counted.
      if (list === 'documents') {
        if (rows.length !== right.length) wrong(list, `${rows.length}, ${right.length} expected`);
        continue;
      }
      if (!sameTexts(rows.map(line(list, remoteIdOf)), right.map(line(list, idOf))))
        wrong(list, `${rows.length} records that are not the ${right.length} of the portfolio`);
    }
    compareUnits(expected, source, truth, wrong);
  }
}

/** What is compared of each record beside its id. */
const fields: Readonly<Record<PlainList, readonly string[]>> = {
  buildings: ['externalId', 'name'],
  units: ['externalId', 'number'],
  persons: ['externalId', 'firstName', 'lastName', 'companyName', 'email'],
  leases: ['externalId', 'startDate', 'endDate'],
  issues: ['title', 'providerStatus'],
  documents: [],
};

function line(list: PlainList, idOf: (record: object) => unknown): (record: object) => string {
  return (record) => {
    const texts = fields[list].map((name) => (record as Record<string, unknown>)[name] ?? null);
    return JSON.stringify([
      idOf(record),
      ...texts.map((text, at) => (isNoAddress(fields[list][at], text) ? null : text)),
    ]);
  };
}

/** Some providers hold texts that are no e-mail addresses: the schema's type has no place for them. */
function isNoAddress(field: string | undefined, text: unknown): boolean {
  return field === 'email' && typeof text === 'string' && !text.includes('@');
}

/** That units stand in the right buildings, and leases below the right units. */
function compareUnits(
  { lists }: Expected,
  source: string,
  truth: Truth,
  wrong: (list: string, what: string) => void,
): void {
  const trees = (lists.get(otherLists.tree)?.rows.get(source) ?? []) as readonly Tree[];
  for (const { id, units } of trees) {
    const right = truth.buildings.find((building) => building.id === keyOf(id));
    if (
      !sameTexts(
        units.nodes.map((unit) => keyOf(unit.id)),
        right?.unitIds ?? [],
      )
    )
      wrong('buildings', 'the units of another building');
    for (const unit of units.nodes) {
      const { leaseIds = [] } = truth.units.find((each) => each.id === keyOf(unit.id)) ?? {};
      if (unit.leases.nodes.length !== leaseIds.length) wrong('units', 'the leases of another unit');
    }
  }
}

interface Tree extends Row {
  readonly units: {
    readonly nodes: readonly { readonly id: string; readonly leases: { readonly nodes: readonly Row[] } }[];
  };
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n');
}

function remoteIdOf(record: object): string {
  return (record as { readonly source: { readonly remoteId: string } }).source.remoteId;
}

function idOf(record: object): unknown {
  return (record as { readonly id: string }).id;
}

/** The last part of a global id's key: what the provider calls the record. */
function keyOf(id: string): string {
  return decodeURIComponent(Buffer.from(id, 'base64url').toString('utf8').split(':').at(-1) ?? '');
}
