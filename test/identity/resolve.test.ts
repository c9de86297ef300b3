import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/identity/evidence.js';
import { resolve, type Resolution } from '../../src/identity/resolve.js';
import { rules } from '../../src/identity/rules.js';

/** What the rules make of records, without any source. */

const nothing = { same: [], different: [] };

/** A building of a source, e.g. `pigello:1`. */
function building(id: string, known: Partial<Evidence> = {}): Evidence {
  const [source = '', key = ''] = id.split(':');
  return {
    ref: { type: 'Building', source, key: [key] },
    id,
    remoteId: key,
    externalId: null,
    readAt: new Date(0),
    slot: source,
    scope: '',
    building: null,
    reference: null,
    nationalUnitNumber: null,
    floor: null,
    nationalId: null,
    emailAndName: null,
    isVerified: false,
    addresses: [],
    addressAt: null,
    ...known,
  };
}

const byRules = (records: readonly Evidence[], manual = nothing as never): Promise<Resolution> =>
  resolve(records, Object.values(rules.Building), manual, (all) => Promise.resolve(all));

const groups = ({ entities }: Resolution): string[][] =>
  entities.map(({ members }) => members.map(({ id }) => id));

const links = (found: Resolution, id: string): string[] =>
  found.sameAs(id).map(({ record, rule, confidence }) => `${record.id} ${rule} ${confidence}`);

describe('records with an equal key', () => {
  it('of several sources are one thing, the first of them the canonical one', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1' }),
      building('a:2', { reference: 'h2' }),
      building('b:1', { reference: 'h1' }),
      building('c:1', { reference: 'h1' }),
    ]);
    expect(groups(found)).toEqual([['a:1', 'b:1', 'c:1'], ['a:2']]);
    expect(found.of('c:1')?.id).toBe('a:1');
    expect(links(found, 'b:1')).toEqual(['a:1 reference EXACT', 'c:1 reference EXACT']);
  });

  it('of which one source has two are shown to all, and none of the two is joined', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1' }),
      building('a:2', { reference: 'h1' }),
      building('b:1', { reference: 'h1' }),
      building('c:1', { reference: 'h1' }),
    ]);
    expect(groups(found)).toEqual([['a:1'], ['a:2'], ['b:1', 'c:1']]);
    expect(links(found, 'b:1')).toEqual([
      'c:1 reference EXACT',
      'a:1 reference AMBIGUOUS',
      'a:2 reference AMBIGUOUS',
    ]);
    expect(links(found, 'a:1')).toEqual(['b:1 reference AMBIGUOUS', 'c:1 reference AMBIGUOUS']);
  });

  it('are not looked for where an earlier rule has found one in that place', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1', addresses: ['here'] }),
      building('b:1', { reference: 'h1' }),
      building('b:2', { addresses: ['here'] }),
    ]);
    expect(groups(found)).toEqual([['a:1', 'b:1'], ['b:2']]);
    expect(links(found, 'b:2')).toEqual([]);
  });
});

describe('a key that everybody has', () => {
  it('proves nothing: it is no key of one thing', async () => {
    const many = (source: string): Evidence[] =>
      Array.from({ length: 2_000 }, (_, index) => building(`${source}:${index}`, { reference: 'na' }));
    const found = await byRules([...many('a'), ...many('b')]);
    expect(found.entities).toHaveLength(4_000);
    expect(links(found, 'a:0')).toEqual([]);
  });
});

describe('an address', () => {
  it('tells two buildings that are not told by their references', async () => {
    const found = await byRules([
      building('a:1', { addresses: ['here'] }),
      building('b:1', { reference: 'h1', addresses: ['here', 'there'] }),
    ]);
    expect(links(found, 'a:1')).toEqual(['b:1 address STRONG']);
  });

  it('proves nothing where both have references that differ', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1', addresses: ['here'] }),
      building('b:1', { reference: 'h2', addresses: ['here'] }),
    ]);
    expect(groups(found)).toEqual([['a:1'], ['b:1']]);
    expect(links(found, 'a:1')).toEqual([]);
  });

  it('is looked up only where some building has no reference, and only of those that nothing else tells', async () => {
    const asked: string[][] = [];
    const lookUp = (records: readonly Evidence[]): Promise<readonly Evidence[]> => {
      asked.push(records.map(({ id }) => id));
      return Promise.resolve(records.map((record) => ({ ...record, addresses: ['here'] })));
    };
    const untold = { addresses: undefined };
    const told = [
      building('a:1', { ...untold, reference: 'h1' }),
      building('b:1', { ...untold, reference: 'h1' }),
      building('b:2', { ...untold, reference: 'h2' }),
    ];
    await resolve(told, Object.values(rules.Building), nothing, lookUp);
    expect(asked).toEqual([]);
    const found = await resolve(
      [...told, building('a:2', untold)],
      Object.values(rules.Building),
      nothing,
      lookUp,
    );
    expect(asked).toEqual([['b:2', 'a:2']]);
    expect(found.of('a:2')).toBe(found.of('b:2'));
  });
});

describe('a chain of links', () => {
  it('never joins two records of one place: where it would, the weaker link is only shown', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1' }),
      building('a:2', { reference: 'h2' }),
      building('b:1', { reference: 'h1', addresses: ['here'] }),
      building('c:1', { reference: 'h2' }),
      building('d:1', { addresses: ['here'] }),
      building('c:2', { addresses: ['here'] }),
    ]);
    for (const members of groups(found)) {
      const places = members.map((id) => id.split(':')[0]);
      expect(new Set(places).size).toBe(places.length);
    }
    expect(found.of('b:1')).toBe(found.of('a:1'));
  });

  it('is as strong as its weakest link', async () => {
    const found = await byRules([
      building('a:1', { reference: 'h1' }),
      building('b:1', { reference: 'h1', addresses: ['here'] }),
      building('c:1', { addresses: ['here'] }),
    ]);
    expect(links(found, 'a:1')).toEqual(['b:1 reference EXACT', 'c:1 address STRONG']);
  });
});

describe("the operator's word", () => {
  const two = [building('a:1', { reference: 'h1' }), building('b:1', { reference: 'h1' })];

  it('keeps apart what a rule would join, and whatever hangs on it', async () => {
    const found = await byRules([...two, building('c:1', { reference: 'h1' })], {
      same: [],
      different: [['a:1', 'c:1']],
    } as never);
    expect(found.of('a:1')).not.toBe(found.of('c:1'));
    expect(links(found, 'a:1')).toEqual(['b:1 reference EXACT']);
  });

  it('joins what no rule would, even two records of one source', async () => {
    const found = await byRules([...two, building('a:2', { reference: 'h9' })], {
      same: [['a:2', 'b:1']],
      different: [],
    } as never);
    expect(links(found, 'a:2')).toEqual(['b:1 manual MANUAL']);
  });

  it('names records that may be gone', async () => {
    const found = await byRules(two, { same: [['x:1', 'a:1']], different: [['y:1', 'b:1']] } as never);
    expect(groups(found)).toEqual([['a:1', 'b:1']]);
  });
});
