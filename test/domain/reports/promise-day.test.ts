import { expect, test } from '@jest/globals';
import { promiseDay } from '../../../domain/reports/promise-day.js';
import { plainHolidays, someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const plain = plainHolidays();
// National Day 2026 with a make-up Saturday
const october = someHolidays(
  someHolidayYear(
    2026,
    ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    ['2026-10-10'],
  ),
);

test('three working days after a Monday is Thursday', () => {
  expect(promiseDay(plain, 3, '2026-11-23')).toBe('2026-11-26');
});

test('a weekend does not count, nor does the day of receipt', () => {
  expect(promiseDay(plain, 3, '2026-11-20')).toBe('2026-11-25');
  expect(promiseDay(plain, 3, '2026-11-21')).toBe('2026-11-25');
});

test('holidays are left out and a make-up Saturday counts', () => {
  expect(promiseDay(october, 3, '2026-09-30')).toBe('2026-10-10');
});

test('a promise is never for the day of receipt itself', () => {
  expect(promiseDay(plain, 0, '2026-11-23')).toBe('2026-11-24');
});
