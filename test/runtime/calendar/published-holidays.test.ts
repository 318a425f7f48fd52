import { describe, expect, test } from '@jest/globals';
import { isWorkingDay, type HolidayYear } from '../../../domain/calendar/holidays.js';
import { layerHolidays } from '../../../domain/calendar/layer-holidays.js';
import { statutoryDays } from '../../../domain/calendar/statutory-days.js';
import { givenHolidays } from '../../../runtime/calendar/given-holidays.js';
import { publishedHolidays } from '../../../runtime/calendar/published-holidays.js';
import { rangesOf } from '../../../domain/calendar/entered-year.js';

const published = publishedHolidays();

describe('the package’s holidays', () => {
  test('of 2026 are the State Council’s notice of 4 November 2025', () => {
    const year = published(2026);
    expect(rangesOf(year?.off ?? []).map(({ from, to, name }) => [from, to, name?.zh, name?.en])).toEqual([
      ['2026-01-01', '2026-01-03', '元旦', "New Year's Day"],
      ['2026-02-15', '2026-02-23', '春节', 'Spring Festival'],
      ['2026-04-04', '2026-04-06', '清明节', 'Tomb-sweeping Day'],
      ['2026-05-01', '2026-05-05', '劳动节', 'Labour Day'],
      ['2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'],
      ['2026-09-25', '2026-09-27', '中秋节', 'Mid-autumn Festival'],
      ['2026-10-01', '2026-10-07', '国庆节', 'National Day'],
    ]);
    expect(year?.worked).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]);
    expect(year).toMatchObject({ year: 2026, source: 'package' });
  });

  test('are there for every year from 2004 on that was announced, and for no other', () => {
    const known = Array.from({ length: 23 }, (_, at) => 2004 + at);
    expect(known.filter((year) => published(year) === null)).toEqual([]);
    expect([published(2003), published(2099)]).toEqual([null, null]);
  });

  test('make up on weekends only, and no day is off and worked', () => {
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      const { off = [], worked = [] } = published(year) ?? {};
      const both = off.filter(({ day }) => worked.includes(day));
      expect([year, both]).toEqual([year, []]);
    }
  });
});

describe('what a line knows', () => {
  const own: HolidayYear = {
    ...{ year: 2030, source: 'profile', worked: [] },
    off: [{ day: '2030-05-06', name: null }],
  };

  test('are China’s holidays and the profile’s years', () => {
    const given = givenHolidays({ china: true, years: [own] });
    expect(given.profile).toEqual([own]);
    expect([given.published(2026)?.source, given.published(2099)]).toEqual(['package', null]);
    expect(given.expected).toBe(statutoryDays);
  });

  test('are the profile’s years alone where they are its own', () => {
    const holidays = layerHolidays(givenHolidays({ china: false, years: [own] }), []);
    expect([holidays.year(2026), holidays.year(2030), holidays.expected(2027)]).toEqual([null, own, []]);
    expect(isWorkingDay(holidays, '2026-10-01')).toBe(true);
  });
});
