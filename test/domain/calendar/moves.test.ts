import { describe, expect, test } from '@jest/globals';
import type { NamedRule } from '../../../domain/calendar/day-rule.js';
import { movesOf } from '../../../domain/calendar/moves.js';
import { someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const rule = (id: string, month: number, day: number, moved?: 'before' | 'after'): NamedRule => ({
  ...{ id, name: { zh: `${id}日`, en: `${id} day` } },
  rule: { rule: { kind: 'yearly', month, day }, ...(moved === undefined ? {} : { moved }) },
});
const before = someHolidays(someHolidayYear(2026));

describe('what moves', () => {
  test('are the days that lie elsewhere after, by the new day', () => {
    const rules = [rule('may', 5, 4, 'after'), rule('april', 4, 6, 'before'), rule('june', 6, 1, 'after')];
    const after = someHolidays(
      someHolidayYear(2026),
      someHolidayYear(2027, ['2027-04-06', '2027-04-05', '2027-05-04', '2027-05-05'], ['2027-04-04']),
    );
    expect(movesOf(rules, 2027, before, after)).toEqual([
      {
        ...{ id: 'april', name: { zh: 'april日', en: 'april day' } },
        // the Sunday before is worked
        ...{ nominal: '2027-04-06', from: '2027-04-06', to: '2027-04-04' },
      },
      {
        ...{ id: 'may', name: { zh: 'may日', en: 'may day' } },
        ...{ nominal: '2027-05-04', from: '2027-05-04', to: '2027-05-06' },
      },
    ]);
  });

  test('is nothing that no rule moves, and nothing that stays', () => {
    const rules = [rule('may', 5, 4), rule('june', 6, 1, 'after')];
    const after = someHolidays(someHolidayYear(2027, ['2027-05-04']));
    expect(movesOf(rules, 2027, before, after)).toEqual([]);
  });

  test('is also what is moved over the end of a year', () => {
    const [eve, first] = [rule('eve', 12, 31, 'after'), rule('first', 1, 1, 'before')];
    const after = someHolidays(someHolidayYear(2026), someHolidayYear(2027, ['2026-12-31', '2027-01-01']));
    expect(movesOf([eve, first], 2027, before, after)).toMatchObject([
      { id: 'first', from: '2027-01-01', to: '2026-12-30' },
      // 1 January is a Friday, and after it comes a weekend
      { id: 'eve', from: '2026-12-31', to: '2027-01-04' },
    ]);
  });

  test('comes back when the year is taken back', () => {
    const entered = someHolidays(someHolidayYear(2027, ['2027-05-04']));
    expect(movesOf([rule('may', 5, 4, 'before')], 2027, entered, before)).toMatchObject([
      { from: '2027-05-03', to: '2027-05-04' },
    ]);
  });
});
