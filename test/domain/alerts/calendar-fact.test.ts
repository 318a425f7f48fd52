import { describe, expect, test } from '@jest/globals';
import { createCalendarFact } from '../../../domain/alerts/calendar-fact.js';
import type { Holidays } from '../../../domain/calendar/holidays.js';
import { handClock } from '../../support/fakes/clock.js';

/** The years that are said on each day from one to another, where these are confirmed. */
async function said(from: string, days: number, ...confirmed: readonly number[]) {
  const clock = handClock(`${from}T08:00:00+08:00`);
  const holidays: Pick<Holidays, 'year'> = {
    year: (year) => (confirmed.includes(year) ? { year, off: [], worked: [], source: 'hand' } : null),
  };
  const look = createCalendarFact({ clock, read: async () => holidays as Holidays });
  const found: string[] = [];
  for (let i = 0; i < days; i++) {
    for (const { fact } of await look()) found.push(`${clock.today()} ${fact}`);
    clock.advance(24 * 3_600_000);
  }
  return found;
}

describe('a year whose holidays nobody confirmed', () => {
  test('is said on 1 December and each Monday after, until somebody confirms it', async () => {
    expect(await said('2026-11-20', 26, 2026)).toEqual([
      '2026-12-01 2027',
      '2026-12-07 2027',
      '2026-12-14 2027',
    ]);
    expect(await said('2026-11-20', 26, 2026, 2027)).toEqual([]);
  });

  test('is said in that year too', async () => {
    expect(await said('2026-12-31', 6, 2026)).toEqual(['2027-01-04 2027']);
  });
});

test('what is said is the year', async () => {
  const clock = handClock('2026-12-01T08:00:00+08:00');
  const read = async () => ({ year: () => null }) as unknown as Holidays;
  expect(await createCalendarFact({ clock, read })()).toEqual([
    { kind: 'calendar_unconfirmed', fact: '2026', params: { year: 2026 } },
    { kind: 'calendar_unconfirmed', fact: '2027', params: { year: 2027 } },
  ]);
});
