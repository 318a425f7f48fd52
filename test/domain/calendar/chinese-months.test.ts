import { describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { chineseDay, chineseMonths } from '../../../domain/calendar/chinese-months.js';
import { addDays } from '../../../questions/day.js';

/** The package's own table of the Chinese calendar, made by other hands. */
const { getLunarDate } = createRequire(import.meta.url)('chinese-days') as {
  getLunarDate: (day: string) => {
    readonly lunarYear: number;
    readonly lunarMon: number;
    readonly lunarDay: number;
    readonly isLeap: boolean;
  };
};

describe('the months of the Chinese calendar', () => {
  // The package has the 3rd month of 2060 a day too long: the moon is new on 30 April 2060 at 18:10 in China.
  const wrongThere = new Set(['2060-04-30']);

  test('of a century begin where another table has them', () => {
    const departures: string[] = [];
    for (let year = 2000; year < 2100; year += 1)
      for (const { month, leap, first } of chineseMonths(year)) {
        const there = getLunarDate(first);
        const same = there.lunarYear === year && there.lunarMon === month && there.isLeap === leap;
        if (!(same && there.lunarDay === 1)) departures.push(first);
      }
    expect(departures).toEqual([...wrongThere]);
  });

  test('follow each other without a gap, twelve or thirteen a year, each of 29 or 30 days', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const months = chineseMonths(year);
      const [first] = chineseMonths(year + 1);
      const next = [...months.slice(1), first];
      expect([12, 13]).toContain(months.length);
      expect(months.map(({ days }) => days).filter((days) => days !== 29 && days !== 30)).toEqual([]);
      expect(months.map((month) => addDays(month.first, month.days))).toEqual(next.map((one) => one?.first));
    }
  });

  test('are right where the moon is new within minutes of midnight', () => {
    // Intl has 7 February 2027 and 2 February 2030; the Hong Kong Observatory has these
    expect(chineseDay(2027, 1, 1)).toBe('2027-02-06');
    expect(chineseDay(2030, 1, 1)).toBe('2030-02-03');
    expect(chineseDay(2029, 12, 'last')).toBe('2030-02-02');
    expect(chineseDay(2018, 10, 1)).toBe('2018-11-08');
  });

  test('begin the years from 2027 on where the Hong Kong Observatory has them', () => {
    const firsts = [2027, 2028, 2029, 2030, 2031].map((year) => chineseMonths(year)[0]?.first);
    expect(firsts).toEqual(['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23']);
  });

  test('have a leap month where the year has thirteen', () => {
    const leaps = [2020, 2023, 2025, 2028, 2031, 2033].map((year) => [
      year,
      chineseMonths(year).find(({ leap }) => leap)?.month,
    ]);
    // Hong Kong Observatory: 2020 4th, 2023 2nd, 2025 6th, 2028 5th, 2031 3rd, 2033 11th
    expect(leaps).toEqual([
      ...[
        [2020, 4],
        [2023, 2],
        [2025, 6],
        [2028, 5],
      ],
      ...[
        [2031, 3],
        [2033, 11],
      ],
    ]);
  });
});

describe('a day of the Chinese calendar', () => {
  test('is never in a leap month', () => {
    // the 6th month of 2025 is twice: from 25 June, and, leap, from 25 July
    expect(chineseDay(2025, 6, 1)).toBe('2025-06-25');
  });

  test('the 30th of a month of 29 days is its last', () => {
    // the 12th month of 2024 has 29 days, that of 2023 has 30
    expect(chineseDay(2024, 12, 30)).toBe('2025-01-28');
    expect(chineseDay(2023, 12, 30)).toBe('2024-02-09');
    for (let year = 2000; year < 2100; year += 1)
      for (let month = 1; month <= 12; month += 1)
        expect(chineseDay(year, month, 30)).toBe(chineseDay(year, month, 'last'));
  });

  test('of no month is refused', () => {
    expect(() => chineseDay(2025, 13, 1)).toThrow(RangeError);
  });
});
