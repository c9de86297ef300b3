import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Log } from '../../src/log.js';
import { logDrift } from '../../src/wire/drift-log.js';
import { createDrift, type Drift, type DriftChange, type DriftOptions } from '../../src/wire/drift.js';
import {
  flag,
  freeMembers,
  integer,
  key,
  leaf,
  list,
  listed,
  maybe,
  nationalId,
  number,
  text,
} from '../../src/wire/fields.js';
import { readRecord, readRows } from '../../src/wire/read.js';

/** Where answers are not as documented: what is counted, what is told, and what never is. */

const contract = z.object({ id: key, status: text, ends: text }).transform(({ id }) => id);
const shape = z.object({
  id: key,
  name: text,
  area: number,
  rooms: integer,
  active: flag,
  ssn: nationalId,
  address: maybe(z.object({ zip_code: text, city: text })),
  owner: maybe(z.object({ id: key })),
  manager: maybe(key),
  contracts: list(contract),
  contactIds: listed(key),
  place: z.object({ floor: integer }),
  customFields: freeMembers,
});

const complete = {
  id: 1,
  name: 'A',
  area: '75,5',
  rooms: 3,
  active: true,
  ssn: '19850101-0007',
  address: { zip_code: 12345, city: 'Umeå' },
  owner: { id: 7 },
  manager: 'm',
  contracts: [{ id: 1, status: 'RUNNING', ends: null }],
  contactIds: [1, 'b'],
  place: { floor: 2 },
  customFields: { anything: { goes: ['here'] } },
};

/** What was counted, as `record field KIND count/records`. */
const countsOf = (drift: Drift): readonly string[] =>
  drift
    .counts()
    .map(({ record, field, kind, count, records }) => `${record} ${field} ${kind} ${count}/${records}`);

const readUnits = (rows: readonly unknown[], options?: DriftOptions): readonly string[] => {
  const drift = createDrift(options);
  readRows(shape, rows, drift.of('units'));
  return countsOf(drift);
};
const changed = (member: object): readonly string[] => readUnits([{ ...complete, ...member }]);

describe('a record as documented', () => {
  it('is no drift, whatever stands in it besides', () => {
    expect(changed({ more: 'members', nobody: { reads: [1] } })).toEqual([]);
  });

  it('may be empty of values: null, blank text, and objects and lists that hold nothing', () => {
    expect(
      changed({
        name: '  ',
        area: '',
        rooms: null,
        active: ' ',
        address: null,
        owner: {},
        manager: '',
        contracts: '',
        contactIds: [],
        customFields: null,
      }),
    ).toEqual([]);
  });
});

describe('MISTYPED', () => {
  it.each([
    [{ name: true }, 'name'],
    [{ name: ['A'] }, 'name'],
    [{ area: 'large' }, 'area'],
    [{ rooms: 2.5 }, 'rooms'],
    [{ active: 'maybe' }, 'active'],
    [{ ssn: { number: 1 } }, 'ssn'],
    [{ address: 'Storgatan 1' }, 'address'],
    [{ address: ['Storgatan 1'] }, 'address'],
    [{ address: { zip_code: { code: 1 }, city: 'Umeå' } }, 'address.zip_code'],
    [{ owner: { name: 'no id' } }, 'owner'],
    [{ manager: true }, 'manager'],
    [{ contracts: 'none' }, 'contracts'],
    [{ contracts: { id: 1 } }, 'contracts'],
    [{ contracts: [{ id: 1, status: [], ends: null }] }, 'contracts[].status'],
    [{ contactIds: 7 }, 'contactIds'],
    [{ place: { floor: 'third' } }, 'place.floor'],
    [{ customFields: 'none' }, 'customFields'],
  ])('%j', (member, field) => {
    expect(changed(member)).toEqual([`units ${field} MISTYPED 1/1`]);
  });
});

describe('UNUSABLE', () => {
  it.each([
    [{ contracts: [{ status: 'RUNNING' }] }, 'contracts[]'],
    [{ contracts: ['C-1'] }, 'contracts[]'],
    [{ contactIds: [1, {}, true, null] }, 'contactIds[]'],
    [{ id: null }, ''],
    [{ place: 'upstairs' }, ''],
  ])('%j', (member, field) => {
    const [count] = changed(member);
    expect(count).toMatch(`units ${field} UNUSABLE`);
  });

  it('leaves out nothing with a null in a list', () => {
    expect(changed({ contracts: [null], contactIds: [null, 1] })).toEqual([]);
  });

  it('is a whole record that is none', () => {
    expect(readUnits([complete, null, 'text', [], { name: 'no id' }])).toEqual(['units  UNUSABLE 4/5']);
  });
});

describe('UNKNOWN_VALUE', () => {
  const words = {
    units: {
      name: (word: string) => word === 'A',
      'contracts[].status': (word: string) => word === 'RUNNING',
    },
  };

  it('is a word outside of the table, as its reader has it', () => {
    expect(
      readUnits([complete, { ...complete, name: ' A ' }, { ...complete, name: null }], { words }),
    ).toEqual([]);
    const odd = {
      ...complete,
      name: 'B',
      contracts: [{ id: 1, status: 'PAUSED', ends: null }],
    };
    expect(readUnits([odd], { words })).toEqual([
      'units contracts[].status UNKNOWN_VALUE 1/1',
      'units name UNKNOWN_VALUE 1/1',
    ]);
  });

  it('is for the records that the table is for', () => {
    const drift = createDrift({ words });
    readRows(shape, [{ ...complete, name: 'B' }], drift.of('others'));
    expect(countsOf(drift)).toEqual([]);
  });
});

describe('MISSING', () => {
  const { name: _, ...nameless } = complete;

  it('is a member that is absent, at any depth', () => {
    expect(readUnits([nameless, { ...nameless, address: {}, contracts: [{ id: 1 }, { id: 2 }] }])).toEqual([
      'units contracts[].ends MISSING 2/2',
      'units contracts[].status MISSING 2/2',
      'units name MISSING 2/2',
      'units address.city MISSING 1/2',
      'units address.zip_code MISSING 1/2',
    ]);
  });

  /** What is told after an answer that has it. */
  const told = (...answers: readonly (readonly unknown[])[]): readonly DriftChange[] => {
    const drift = createDrift();
    const changes: DriftChange[] = [];
    drift.subscribe((each) => changes.push(...each));
    for (const rows of answers) readRows(shape, rows, drift.of('units'));
    return changes.filter(({ kind }) => kind === 'MISSING');
  };

  it('is told where a whole answer lacks what earlier ones had', () => {
    expect(told([complete], [nameless, { ...nameless }])).toEqual([
      { record: 'units', field: 'name', kind: 'MISSING', count: 2 },
    ]);
  });

  it.each([
    [
      'no answer ever had it',
      [
        [nameless, { ...nameless }],
        [{ ...nameless }, { ...nameless }],
      ],
    ],
    ['the answer has one record', [[complete], [nameless]]],
    ['the answer has one record that can be used', [[complete], [nameless, {}]]],
    ['a record of the answer has it', [[complete], [nameless, { ...complete, name: null }]]],
  ])('is not told where %s', (__, answers) => {
    expect(told(...answers)).toEqual([]);
  });
});

describe('counting', () => {
  const fieldsOfAnything = Object.fromEntries(Object.keys(complete).map((name) => [name, fc.jsonValue()]));

  it('adds up over answers, and remembers when', () => {
    let time = 1_000;
    const drift = createDrift({ now: () => time });
    readRows(shape, [{ ...complete, name: [] }, complete], drift.of('units'));
    time = 2_000;
    readRows(shape, [{ ...complete, name: [], area: [] }], drift.of('units'));
    time = 3_000;
    readRows(shape, [complete], drift.of('units'));
    expect(drift.counts()).toEqual([
      { record: 'units', field: 'name', kind: 'MISTYPED', count: 2, records: 4, lastSeenAt: new Date(2_000) },
      { record: 'units', field: 'area', kind: 'MISTYPED', count: 1, records: 4, lastSeenAt: new Date(2_000) },
    ]);
  });

  it('counts an answer once, however often it is come back to', () => {
    const drift = createDrift();
    const rows = [{ ...complete, name: [] }];
    const record = { ...complete, name: [] };
    for (let times = 0; times < 3; times += 1) {
      expect(readRows(shape, rows, drift.of('units'))).toHaveLength(1);
      expect(readRecord(shape, record, drift.of('unit'))).toMatchObject({ id: '1' });
    }
    expect(countsOf(drift)).toEqual(['unit name MISTYPED 1/1', 'units name MISTYPED 1/1']);
  });

  it('counts a single record that is none', () => {
    const drift = createDrift();
    expect(readRecord(shape, 'gone', drift.of('unit'))).toBeNull();
    expect(readRecord(shape, {}, drift.of('unit'))).toBeNull();
    expect(countsOf(drift)).toEqual(['unit  UNUSABLE 2/2']);
  });

  it('has the gravest first, and the most frequent of these', () => {
    const words = { units: { 'address.city': () => false } };
    const { area: __, ...odd } = { ...complete, name: [], rooms: 'many', contracts: [{}] };
    const kinds = readUnits([odd, { ...odd, name: 'A' }], { words }).map((each) =>
      each.split(' ').slice(1, 3),
    );
    expect(kinds).toEqual([
      ['contracts[]', 'UNUSABLE'],
      ['rooms', 'MISTYPED'],
      ['name', 'MISTYPED'],
      ['address.city', 'UNKNOWN_VALUE'],
      ['area', 'MISSING'],
    ]);
  });

  it('has so many counters and no more, and goes on with those it has', () => {
    const drift = createDrift({ most: 2 });
    for (let answer = 0; answer < 2; answer += 1)
      readRows(shape, [{ ...complete, name: [], area: [], rooms: [] }], drift.of('units'));
    expect(countsOf(drift)).toEqual(['units area MISTYPED 2/2', 'units name MISTYPED 2/2']);
  });

  it('does not grow with what customers and vendors make up', () => {
    const drift = createDrift();
    for (let index = 0; index < 2_000; index += 1)
      readRows(
        shape,
        [{ ...complete, [`member${index}`]: index, customFields: { [`field${index}`]: { deep: index } } }],
        drift.of('units'),
      );
    expect(drift.counts()).toEqual([]);
  });

  it('keeps no value and no unknown word', () => {
    const secret = 'Inga Lind 19850101-0007';
    const drift = createDrift({ words: { units: { name: () => false } } });
    const told: unknown[] = [];
    drift.subscribe((changes) => told.push(changes));
    readRows(
      shape,
      [{ ...complete, name: secret, area: secret, contracts: [secret], contactIds: secret }, secret],
      drift.of('units'),
    );
    expect(drift.counts()).toHaveLength(5);
    expect(JSON.stringify([drift.counts(), told])).not.toMatch(/Inga Lind|19850101/);
  });

  it('never throws, and never costs a record', () => {
    const fails = leaf(() => {
      throw new TypeError('a mistake of ours');
    });
    const drift = createDrift();
    expect(() => drift.of('units').count(z.object({ fails }), [{ fails: 1 }], [{ fails: 1 }])).not.toThrow();
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.record(fieldsOfAnything), (rows, members) => {
        const all = [...rows, { ...complete, ...members }];
        const read = all.map((row) => shape.safeParse(row).data ?? null);
        expect(readRows(shape, all, drift.of('units'))).toEqual(read);
      }),
    );
  });
});

describe('the log', () => {
  const start = () => {
    let time = 0;
    const lines: { readonly message: string; readonly fields: object | undefined }[] = [];
    const log: Log = {
      info: () => undefined,
      warn: (message, fields) => lines.push({ message, fields }),
      error: () => undefined,
    };
    const drift = createDrift();
    const stop = logDrift({ id: 'casavi', drift }, log, () => time);
    return {
      lines,
      drift,
      stop,
      at(seconds: number, ...members: readonly object[]): void {
        time = seconds * 1_000;
        readRows(
          shape,
          members.map((member) => ({ ...complete, ...member })),
          drift.of('units'),
        );
      },
    };
  };
  const entry = (field: string, count: number) => ({ record: 'units', field, kind: 'MISTYPED', count });

  it('has a line at most once a minute, with what came since the last one', () => {
    const { lines, at } = start();
    at(0, {});
    expect(lines).toEqual([]);
    at(1, { name: [] });
    expect(lines).toEqual([
      {
        message: 'casavi: answers do not look as documented',
        fields: { source: 'casavi', drift: [entry('name', 1)] },
      },
    ]);
    at(2, { name: [] }, { name: [], area: [] });
    at(60, { name: [] });
    at(62, {});
    expect(lines).toHaveLength(1);
    at(63, { rooms: [] });
    expect(lines).toHaveLength(2);
    expect(lines[1]?.fields).toEqual({
      source: 'casavi',
      drift: [entry('name', 3), entry('area', 1), entry('rooms', 1)],
    });
  });

  it('has twenty entries a line, and says how many more there are', () => {
    const { lines, drift } = start();
    const names = Array.from({ length: 25 }, (_, index) => `member${index}`);
    const wide = z.object(Object.fromEntries(names.map((name) => [name, text])));
    readRows(wide, [Object.fromEntries(names.map((name) => [name, []]))], drift.of('units'));
    const { drift: entries, more } = lines[0]?.fields as { drift: readonly unknown[]; more: number };
    expect(entries).toHaveLength(20);
    expect(more).toBe(5);
  });

  it('is silent once it is stopped', () => {
    const { lines, at, stop, drift } = start();
    stop();
    at(1, { name: [] });
    expect(lines).toEqual([]);
    expect(drift.counts()).toHaveLength(1);
  });
});
