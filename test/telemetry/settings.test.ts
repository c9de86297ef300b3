import { describe, expect, it } from 'vitest';
import { readServerSettings } from '../../src/config/server-settings.js';

const production = { NODE_ENV: 'production', GATEHOUSE_CURSOR_KEY: 'a-key-of-sixteen-or-more' };

describe('where metrics can be read', () => {
  it.each([
    [{}, 'BESIDE'],
    [{ GATEHOUSE_METRICS: 'off' }, undefined],
    [{ GATEHOUSE_METRICS_PORT: '9464' }, { port: 9464, host: '127.0.0.1' }],
    [production, undefined],
    [
      { ...production, GATEHOUSE_METRICS_PORT: '9464', GATEHOUSE_METRICS_HOST: '0.0.0.0' },
      { port: 9464, host: '0.0.0.0' },
    ],
  ])('with %o: %o', (environment, place) =>
    expect(readServerSettings(environment, 1, true).metrics).toEqual(place),
  );

  it('is not beside GraphQL in production', () => {
    expect(() => readServerSettings({ ...production, GATEHOUSE_METRICS: 'on' }, 1, true)).toThrow(
      /^GATEHOUSE_METRICS=on: .* set GATEHOUSE_METRICS_PORT .* or unset it/,
    );
  });
});

it('refuses a level of the log that is none', () => {
  expect(readServerSettings({ LOG_LEVEL: 'warn' }, 1, true).logLevel).toBe('warn');
  expect(() => readServerSettings({ LOG_LEVEL: 'loud' }, 1, true)).toThrow(
    /^LOG_LEVEL: must be one of trace, debug, info/,
  );
});
