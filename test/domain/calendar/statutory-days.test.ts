import { describe, expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { statutoryDays } from '../../../domain/calendar/statutory-days.js';
import { publishedHolidays } from '../../../runtime/calendar/published-holidays.js';

const { getSolarTermDate } = createRequire(import.meta.url)('chinese-days') as {
  getSolarTermDate: (year: number, month: number, term: 'pure_brightness') => string;
};
const published = publishedHolidays();

describe('the public holidays that the law fixes', () => {
  test('are thirteen in 2027', () => {
    expect(statutoryDays(2027).map(({ day, name }) => `${day} ${name?.zh ?? ''}`)).toEqual([
      '2027-01-01 元旦',
      ...['2027-02-05 春节', '2027-02-06 春节', '2027-02-07 春节', '2027-02-08 春节'],
      '2027-04-05 清明节',
      ...['2027-05-01 劳动节', '2027-05-02 劳动节'],
      '2027-06-09 端午节',
      '2027-09-15 中秋节',
      ...['2027-10-01 国庆节', '2027-10-02 国庆节', '2027-10-03 国庆节'],
    ]);
  });

  test('are one fewer where two fall on one day: Mid-Autumn 2028 is 3 October', () => {
    expect(statutoryDays(2028).map(({ day }) => day)).toHaveLength(12);
  });

  test.each([2025, 2026])('are all off in the notice for %i', (year) => {
    const off = published(year)?.off.map(({ day }) => day);
    expect(statutoryDays(year).filter(({ day }) => off?.includes(day) !== true)).toEqual([]);
  });

  test('have Tomb-Sweeping Day where another reckoning has it, until 2099', () => {
    for (let year = 2025; year < 2100; year += 1) {
      const [found] = statutoryDays(year).filter(({ name }) => name?.zh === '清明节');
      expect(found?.day).toBe(getSolarTermDate(year, 4, 'pure_brightness'));
    }
  });

  test('are not claimed for years under the earlier law', () => {
    expect(statutoryDays(2024)).toEqual([]);
  });
});
