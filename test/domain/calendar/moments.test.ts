import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayStartIn, momentOf } from '../../../domain/calendar/moments.js';
import { dayOfNumber } from '../../../questions/day.js';

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
const at = (zone: string, day: string, time: string): string => iso(momentOf(zone, day, time));

describe('a time of day in a zone', () => {
  test.each([
    ['Asia/Shanghai', '2027-04-15', '08:00', '2027-04-15T00:00:00Z'],
    ['Asia/Kathmandu', '2027-04-15', '08:00', '2027-04-15T02:15:00Z'],
    ['America/New_York', '2027-01-15', '23:59', '2027-01-16T04:59:00Z'],
    ['Pacific/Kiritimati', '2027-01-15', '00:00', '2027-01-14T10:00:00Z'],
    ['Pacific/Pago_Pago', '2027-01-15', '23:00', '2027-01-16T10:00:00Z'],
    ['UTC', '2028-02-29', '12:00', '2028-02-29T12:00:00Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, moment) => {
    expect(at(zone, day, time)).toBe(moment);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '02:59', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00Z'],
    // half an hour
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
    // midnight itself, until 2019
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00Z'],
    // a whole day: Samoa had no 30 December 2011
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00Z'],
  ])('leapt over in %s on %s at %s is the first moment after', (zone, day, time, moment) => {
    expect(at(zone, day, time)).toBe(moment);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25', '02:00', '2026-10-25T00:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '02:59', '2026-10-25T00:59:00Z'],
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    // midnight itself
    ['America/Havana', '2026-11-01', '00:30', '2026-11-01T04:30:00Z'],
  ])('shown twice in %s on %s at %s is the first of the two', (zone, day, time, moment) => {
    expect(at(zone, day, time)).toBe(moment);
  });

  test.each([
    ['UTC', '2027-02-29', '08:00'],
    ['UTC', '2027-02-28', '24:00'],
    ['UTC', '2027-02-28', '8:00'],
    ['Mars/Olympus', '2027-02-28', '08:00'],
  ])('in %s on %s at %s there is none', (zone, day, time) => {
    expect(() => momentOf(zone, day, time)).toThrow(RangeError);
  });

  test('is what Temporal says, where it is shown at all; else the end of the leap', () => {
    const zones = fc.constantFrom(
      ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Shanghai'],
      ...['Pacific/Chatham', 'Africa/Casablanca', 'America/St_Johns', 'Asia/Tehran', 'Pacific/Apia'],
    );
    const days = fc.integer({ min: 7_305, max: 25_000 }).map(dayOfNumber);
    const part = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(zones, days, part(23), part(59), (zone, day, hour, minute) => {
        const plain = Temporal.PlainDateTime.from(`${day}T${hour}:${minute}`);
        const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const shown = earlier.toPlainDateTime().equals(plain);
        const leap = shown ? null : earlier.getTimeZoneTransition('next');
        const expected = shown ? earlier.epochMilliseconds : leap?.epochMilliseconds;
        expect(momentOf(zone, day, `${hour}:${minute}`)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the beginning of a day', () => {
  test('is midnight in the zone, or the first moment after where the clocks leap over it', () => {
    expect(iso(dayStartIn('Asia/Shanghai', '2026-11-22'))).toBe('2026-11-21T16:00:00Z');
    expect(iso(dayStartIn('America/Sao_Paulo', '2018-11-04'))).toBe('2018-11-04T03:00:00Z');
  });
});
