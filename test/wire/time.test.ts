import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, toDateTime, toDay, todayIn } from '../../src/wire/time.js';

const zones = ['Europe/Stockholm', 'Europe/Amsterdam', 'Europe/Berlin', 'UTC', 'America/New_York'] as const;

describe('a moment', () => {
  it.each([
    // Forms of the vendors' own samples.
    ['2019-08-24T14:15:22Z', '2019-08-24T14:15:22.000Z'],
    ['2022-04-29T09:18:02.417Z', '2022-04-29T09:18:02.417Z'],
    ['2021-11-15T08:46:55.000Z,', '2021-11-15T08:46:55.000Z'],
    ['2025-03-01T09:30:00+01:00', '2025-03-01T08:30:00.000Z'],
    ['2025-03-01T09:30:00-0530', '2025-03-01T15:00:00.000Z'],
    ['2025-03-01 09:30:00Z', '2025-03-01T09:30:00.000Z'],
    ['2025-03-01t09:30:00z', '2025-03-01T09:30:00.000Z'],
    ['2025-03-01T09:30Z', '2025-03-01T09:30:00.000Z'],
    ['  2025-03-01T09:30:00Z  ', '2025-03-01T09:30:00.000Z'],
    ['2023-11-15T09:56:48.761296Z', '2023-11-15T09:56:48.761Z'],
    ['2023-11-15T09:56:48.7Z', '2023-11-15T09:56:48.700Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('with its offset is the same in any zone: %s', (text, expected) => {
    for (const zone of zones) expect(toDateTime(text, zone)).toBe(expected);
  });

  it.each([
    // HomeQ's inventory sends moments without an offset.
    ['2023-11-15T09:56:48.761296', 'Europe/Stockholm', '2023-11-15T08:56:48.761Z'],
    ['2023-07-15T09:56:48', 'Europe/Stockholm', '2023-07-15T07:56:48.000Z'],
    ['2023-07-15 09:56', 'Europe/Amsterdam', '2023-07-15T07:56:00.000Z'],
    ['2023-07-15T00:30:00', 'Europe/Berlin', '2023-07-14T22:30:00.000Z'],
    ['2023-07-15', 'Europe/Berlin', '2023-07-14T22:00:00.000Z'],
    ['2023-07-15T12:00:00', 'UTC', '2023-07-15T12:00:00.000Z'],
    ['2023-07-15T12:00:00', 'America/New_York', '2023-07-15T16:00:00.000Z'],
    ['2023-01-01T00:00:00', 'Asia/Kolkata', '2022-12-31T18:30:00.000Z'],
  ])("without an offset is read in the source's zone: %s in %s", (text, zone, expected) => {
    expect(toDateTime(text, zone)).toBe(expected);
  });

  it.each([
    ['the hour before spring begins', '2025-03-30T01:59:59', '2025-03-30T00:59:59.000Z'],
    ['an hour that is skipped', '2025-03-30T02:30:00', '2025-03-30T01:30:00.000Z'],
    ['the first hour of summer time', '2025-03-30T03:00:00', '2025-03-30T01:00:00.000Z'],
    ['the hour before the one that comes twice', '2025-10-26T01:59:59', '2025-10-25T23:59:59.000Z'],
    ['the hour that comes twice', '2025-10-26T02:30:00', '2025-10-26T00:30:00.000Z'],
    ['the hour after it', '2025-10-26T03:00:00', '2025-10-26T02:00:00.000Z'],
  ])('when clocks change: %s', (_, text, expected) => {
    expect(toDateTime(text, 'Europe/Stockholm')).toBe(expected);
  });

  it.each([
    ['the hour that comes twice', '2025-11-02T01:30:00', '2025-11-02T05:30:00.000Z'],
    ['an hour that is skipped', '2025-03-09T02:30:00', '2025-03-09T07:30:00.000Z'],
  ])('when clocks change west of Greenwich: %s', (_, text, expected) => {
    expect(toDateTime(text, 'America/New_York')).toBe(expected);
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    ',',
    'Invalid Date',
    'null',
    'soon',
    '2025',
    '2025-03',
    '01.01.2020',
    '2025-02-30T10:00:00Z',
    '2025-13-01T10:00:00Z',
    '2025-02-29',
    '2025-03-01T25:00:00Z',
    '2025-03-01T10:61:00',
    '2025-03-01T10:00:00+99:99',
    '2025-03-01T10:00:00 Europe/Berlin',
    '20250301T100000Z',
    '1741000000',
    // What .NET calls no date.
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    // No year that RFC 3339 could write.
    '9999-12-31T23:59:59-05:00',
    '+010000-01-01T00:00:00Z',
  ])('is null for %j', (text) => {
    for (const zone of zones) expect(toDateTime(text, zone)).toBeNull();
  });

  it('in a zone is the one whose clock shows it', () => {
    const moments = fc.date({
      min: new Date('1980-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const clock = wallClock(moment, zone);
        const read = toDateTime(clock, zone);
        expect(read).not.toBeNull();
        // In the hour that comes twice two moments show the same; any other has its clock to itself.
        expect(wallClock(new Date(read ?? ''), zone)).toBe(clock);
        expect(Date.parse(read ?? '')).toBeLessThanOrEqual(Math.floor(moment.getTime() / 1000) * 1000);
      }),
    );
  });

  it('is never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?(Z|[+-]\d{4})?,?$/),
        ),
        fc.constantFrom(...zones),
        (text, zone) => {
          expect(toDateTime(text, zone) ?? '2000-01-01T00:00:00.000Z').toMatch(
            /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
          );
          expect(toDay(text, zone) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
        },
      ),
    );
  });
});

describe('a day', () => {
  it.each([
    ['2025-03-01', 'Europe/Berlin', '2025-03-01'],
    ['2025-03-01,', 'Europe/Berlin', '2025-03-01'],
    // casavi writes days as moments in UTC: midnight in Berlin is the evening before.
    ['2025-02-28T23:00:00.000Z', 'Europe/Berlin', '2025-03-01'],
    ['2025-06-30T22:00:00Z', 'Europe/Berlin', '2025-07-01'],
    ['2025-06-30T21:59:59Z', 'Europe/Berlin', '2025-06-30'],
    ['2025-06-30T22:00:00Z', 'UTC', '2025-06-30'],
    ['2025-07-01T01:00:00Z', 'America/New_York', '2025-06-30'],
    // Without an offset it is the day that is written.
    ['2025-03-01T23:59:59', 'Europe/Berlin', '2025-03-01'],
    ['2025-03-01T00:00:00', 'America/New_York', '2025-03-01'],
    ['2025-03-01T23:30:00+01:00', 'Europe/Berlin', '2025-03-01'],
    ['2024-02-29', 'UTC', '2024-02-29'],
    // How .NET writes that something never ends.
    ['9999-12-31T23:59:59.9999999Z', 'Europe/Berlin', '9999-12-31'],
    ['9999-12-31T23:59:59', 'Europe/Berlin', '9999-12-31'],
    ['9999-12-31', 'Europe/Berlin', '9999-12-31'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(toDay(text, zone)).toBe(expected);
  });

  it.each([
    null,
    undefined,
    '',
    'Invalid Date',
    '2025-02-29',
    '2025-2-1',
    '01.01.2020',
    '0001-01-01',
    '2025-03-01T99:00',
  ])('is null for %j', (text) => {
    expect(toDay(text, 'Europe/Berlin')).toBeNull();
  });

  it('is another one elsewhere', () => {
    const moment = new Date('2025-12-31T23:30:00Z');
    expect(dayIn('Europe/Stockholm', moment)).toBe('2026-01-01');
    expect(dayIn('UTC', moment)).toBe('2025-12-31');
    expect(dayIn('America/New_York', moment)).toBe('2025-12-31');
    expect(todayIn('UTC')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

/** What a clock in the zone shows, to the second: by parts, so that it shares nothing with the code under test. */
function wallClock(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
