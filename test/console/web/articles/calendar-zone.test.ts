import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createZone } from '../../../../console/web/articles/calendar-zone.js';

const shanghai = createZone('Asia/Shanghai');
const berlin = createZone('Europe/Berlin');

describe('a zone', () => {
  test('shows its own day and time of a moment, whatever the zone of this machine', () => {
    expect(shanghai.wall('2026-12-01T16:30:00Z')).toEqual({ day: '2026-12-02', time: '00:30' });
    expect(berlin.wall('2026-12-01T23:30:00Z')).toEqual({ day: '2026-12-02', time: '00:30' });
  });

  test('knows the moment behind a day and a time', () => {
    const iso = (zone: typeof berlin, day: string, time: string): string =>
      new Date(zone.moment({ day, time }) ?? Number.NaN).toISOString();
    expect(iso(shanghai, '2026-12-02', '09:30')).toBe('2026-12-02T01:30:00.000Z');
    expect(iso(berlin, '2026-07-02', '09:30')).toBe('2026-07-02T07:30:00.000Z');
    expect(iso(berlin, '2026-12-02', '09:30')).toBe('2026-12-02T08:30:00.000Z');
  });

  test('has no moment for a time that is left out where clocks go forward', () => {
    expect(berlin.moment({ day: '2027-03-28', time: '02:30' })).toBeNull();
    expect(berlin.moment({ day: '2027-03-28', time: '03:00' })).toBe(Date.parse('2027-03-28T01:00:00Z'));
  });

  test('takes the first of two moments where clocks go back', () => {
    expect(berlin.moment({ day: '2026-10-25', time: '02:30' })).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  test('has no moment for what is no time', () => {
    expect(berlin.moment({ day: '', time: '09:30' })).toBeNull();
    expect(berlin.moment({ day: '2026-12-02', time: '' })).toBeNull();
  });

  test('takes a year of which not all is typed yet for what it says, and breaks nothing', () => {
    for (const year of ['0000', '0001', '0002', '0020', '0202', '9999', '20270'])
      for (const zone of [shanghai, berlin])
        expect(() => zone.moment({ day: `${year}-01-10`, time: '09:30' })).not.toThrow();
    expect(shanghai.wall(shanghai.moment({ day: '0202-01-10', time: '09:30' }) ?? 0).day).toBe('0202-01-10');
  });

  test('comes back to the minute that it started from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), (minutes) => {
        const ms = Date.UTC(2000, 0, 1) + minutes * 60_000;
        expect(shanghai.moment(shanghai.wall(ms))).toBe(ms);
      }),
    );
  });
});
