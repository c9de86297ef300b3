import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../src/http/call-log.js';
import type { Answer } from './gateway.js';

function answer(...calls: readonly (readonly [source: string, path: string, wave: number])[]): Answer<null> {
  const records = calls.map(([source, path, wave]): CallRecord => ({
    source,
    method: 'GET',
    path,
    wave,
    attempt: 1,
    login: false,
    keys: null,
    startedAt: 0,
    durationMs: 1,
    status: 200,
    bytes: 2,
    failure: null,
    cached: false,
    shared: false,
  }));
  return {
    status: 200,
    data: null,
    errors: [],
    extensions: {},
    calls: records,
    waves: Math.max(0, ...calls.map(([, , wave]) => wave)),
  };
}

const three = answer(['pigello', '/a', 1], ['pigello', '/b', 2], ['casavi', '/c', 1]);

describe('toCall', () => {
  it('counts by source, or by path where paths are given', () => {
    expect(three).toCall({ pigello: 2, casavi: 1 }).inWaves(2);
    expect(three)
      .toCall({ pigello: { 'GET /a': 1, 'GET /b': 1 }, casavi: 1, homeq: 0 })
      .inWaves(2);
    expect(answer()).toCall({}).inWaves(0);
    expect(three).not.toCall({ pigello: 2 });
  });

  it('fails for a call too many, too few, elsewhere, or in another wave, and lists the calls', () => {
    expect(() => expect(three).toCall({ pigello: 2 })).toThrow(/wave 1: casavi GET \/c × 1/);
    expect(() => expect(three).toCall({ pigello: 3, casavi: 1 })).toThrow(/other calls than/);
    expect(() => expect(three).toCall({ pigello: 2, casavi: 1, homeq: 1 })).toThrow(/other calls than/);
    expect(() => expect(three).toCall({ pigello: { 'GET /a': 2 }, casavi: 1 })).toThrow(/other calls than/);
    expect(() => expect(three).toCall({ pigello: 2, casavi: 1 }).inWaves(1)).toThrow(
      /in 2 waves, instead of 1/,
    );
    expect(() => expect(answer()).toCall({ casavi: 1 })).toThrow(/no calls/);
  });
});
