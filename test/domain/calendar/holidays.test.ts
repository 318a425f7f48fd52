import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dayOffOn,
  isMadeUp,
  isSettled,
  isWorkingDay,
  workingDayFrom,
  type Holidays,
} from '../../../domain/calendar/holidays.js';
import { addDays } from '../../../questions/day.js';
import { plainHolidays, someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const october = someHolidayYear(2026, ['2026-10-01', '2026-10-02', '2026-10-03'], ['2026-10-10']);
const name = { zh: '元旦', en: 'New Year' };

describe('a working day', () => {
  test('is Monday to Friday where nothing is announced', () => {
    const week = Array.from({ length: 7 }, (_, at) => addDays('2026-11-23', at));
    expect(week.map((day) => isWorkingDay(someHolidays(), day))).toEqual([
      ...[true, true, true, true, true, false, false],
    ]);
  });

  test('is none that is off, and also a Saturday that is worked', () => {
    const holidays = someHolidays(october);
    expect(['2026-10-01', '2026-10-04', '2026-10-05'].map((day) => isWorkingDay(holidays, day))).toEqual([
      ...[false, false, true],
    ]);
    expect(isWorkingDay(holidays, '2026-10-10')).toBe(true);
    expect(['2026-10-10', '2026-10-11', '2026-10-12'].map((day) => isMadeUp(holidays, day))).toEqual([
      ...[true, false, false],
    ]);
  });

  test('a day that is worked wins over the same one off', () => {
    const both = someHolidays(someHolidayYear(2026, ['2026-10-10'], ['2026-10-10']));
    expect(isWorkingDay(both, '2026-10-10')).toBe(true);
    expect(dayOffOn(both, '2026-10-10')).toBeNull();
  });

  test('of an unconfirmed year is none of those that the law fixes; of an announced one the notice alone counts', () => {
    const expected = (year: number) => [{ day: `${year}-01-01`, name }];
    const holidays: Holidays = { ...someHolidays(someHolidayYear(2026)), expected };
    expect([isWorkingDay(holidays, '2027-01-01'), isWorkingDay(holidays, '2026-01-01')]).toEqual([
      false,
      true,
    ]);
    expect(dayOffOn(holidays, '2027-01-01')).toEqual({ day: '2027-01-01', name });
    expect(dayOffOn(holidays, '2026-01-01')).toBeNull();
  });
});

describe('the last week of a year', () => {
  // the notice for 2019: off from 30 December 2018 to 1 January, 29 December worked
  const notice = someHolidayYear(2019, ['2018-12-30', '2018-12-31', '2019-01-01'], ['2018-12-29']);

  test('hangs on the next year’s notice too, which wins', () => {
    const holidays = someHolidays(someHolidayYear(2018, ['2018-12-29']), notice);
    const days = ['2018-12-28', '2018-12-29', '2018-12-30', '2018-12-31'];
    expect(days.map((day) => isWorkingDay(holidays, day))).toEqual([true, true, false, false]);
    expect(dayOffOn(holidays, '2018-12-31')).toEqual({ day: '2018-12-31', name: null });
  });

  test('is settled when both years are announced, the days before by their own year alone', () => {
    const holidays = someHolidays(someHolidayYear(2018));
    expect(isSettled(holidays, '2018-12-24')).toBe(true);
    expect(isSettled(holidays, '2018-12-25')).toBe(false);
    expect(isSettled(someHolidays(someHolidayYear(2018), notice), '2018-12-31')).toBe(true);
    expect(isSettled(holidays, '2019-01-01')).toBe(false);
  });
});

describe('the nearest working day', () => {
  test('lies before or after, and never on the day itself', () => {
    const holidays = someHolidays(october);
    expect(workingDayFrom(holidays, '2026-10-03', 'before')).toBe('2026-09-30');
    expect(workingDayFrom(holidays, '2026-10-03', 'after')).toBe('2026-10-05');
    expect(workingDayFrom(plainHolidays(), '2026-11-25', 'after')).toBe('2026-11-26');
  });

  test('is none where nobody works for more than a month', () => {
    const always = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at));
    expect(workingDayFrom(someHolidays(someHolidayYear(2026, always)), '2026-06-01', 'after')).toBeNull();
  });

  test('has none between it and the day', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays('2026-01-01', at));
    const days = fc.array(day, { maxLength: 40 });
    fc.assert(
      fc.property(day, days, days, fc.constantFrom('before', 'after'), (from, off, worked, way) => {
        const holidays = someHolidays(someHolidayYear(2026, off, worked));
        const found = workingDayFrom(holidays, from, way);
        const step = way === 'before' ? -1 : 1;
        let expected = addDays(from, step);
        while (!isWorkingDay(holidays, expected)) expected = addDays(expected, step);
        expect(found).toBe(expected);
      }),
    );
  });
});
