import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ruleProblems, type DayRule, type MovedRule, type Nth } from '../../../domain/calendar/day-rule.js';
import { isWorkingDay } from '../../../domain/calendar/holidays.js';
import { layerHolidays } from '../../../domain/calendar/layer-holidays.js';
import { occurrencesOf, type DayOfRule } from '../../../domain/calendar/occurrences.js';
import { statutoryDays } from '../../../domain/calendar/statutory-days.js';
import { addDays, dayNumber, dayOfNumber, weekday } from '../../../questions/day.js';
import { plainHolidays, someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const on = (rule: MovedRule, from: string, to: string, holidays = plainHolidays()) =>
  occurrencesOf(rule, from, to, holidays).map((day) => day.on);
const yearly: DayRule = { kind: 'yearly', month: 4, day: 15, since: 2016 };

describe('a day of every year', () => {
  test('is there from its first year on', () => {
    expect(on({ rule: yearly }, '2014-01-01', '2018-01-01')).toEqual(['2016-04-15', '2017-04-15']);
  });

  test('is there on both ends of a range, and not beside it', () => {
    expect(on({ rule: yearly }, '2020-04-15', '2020-04-15')).toEqual(['2020-04-15']);
    expect(on({ rule: yearly }, '2020-04-16', '2021-04-14')).toEqual([]);
    expect(on({ rule: yearly }, '2020-04-16', '2020-04-10')).toEqual([]);
  });

  test('that is 29 February is the 28th in common years, centuries among them', () => {
    const rule: DayRule = { kind: 'yearly', month: 2, day: 29 };
    const dates = ['2096-02-29', '2097-02-28', '2098-02-28', '2099-02-28', '2100-02-28', '2101-02-28'];
    expect(on({ rule }, '2096-01-01', '2101-12-31')).toEqual(dates);
    expect(on({ rule: { ...rule, leap: 'skip' } }, '2096-01-01', '2104-12-31')).toEqual([
      ...['2096-02-29', '2104-02-29'],
    ]);
  });
});

describe('a weekday of a month', () => {
  test.each<readonly [Nth, string]>([
    [1, '2026-03-02'],
    [2, '2026-03-09'],
    [4, '2026-03-23'],
    [5, '2026-03-30'],
    [-1, '2026-03-30'],
  ])('Monday number %i of March 2026 is %s', (nth, day) => {
    const rule: DayRule = { kind: 'weekday', month: 3, weekday: 1, nth };
    expect(on({ rule }, '2026-01-01', '2026-12-31')).toEqual([day]);
  });

  test('that is the month’s first day, or its last, is found', () => {
    expect(
      on({ rule: { kind: 'weekday', month: 6, weekday: 1, nth: 1 } }, '2026-01-01', '2026-12-31'),
    ).toEqual(['2026-06-01']);
    expect(
      on({ rule: { kind: 'weekday', month: 6, weekday: 2, nth: -1 } }, '2026-01-01', '2026-12-31'),
    ).toEqual(['2026-06-30']);
  });

  test('is not there in months without a fifth one', () => {
    const rule: DayRule = { kind: 'weekday', month: 2, weekday: 1, nth: 5 };
    // a leap year whose February begins on a Monday
    expect(on({ rule }, '2020-01-01', '2060-12-31')).toEqual(['2044-02-29']);
  });
});

describe('a day of the Chinese calendar', () => {
  test('lies in the year in which it comes: the last month ends in the next one', () => {
    const rule: DayRule = { kind: 'lunar', month: 12, day: 8 };
    // twice in 2022 by the sun's year, and not at all in 2023
    expect(on({ rule }, '2022-01-01', '2024-12-31')).toEqual(['2022-01-10', '2022-12-30', '2024-01-18']);
  });

  test('counts from its first year by the sun', () => {
    const rule: DayRule = { kind: 'lunar', month: 1, day: 1, since: 2026 };
    expect(on({ rule }, '2025-01-01', '2027-12-31')).toEqual(['2026-02-17', '2027-02-06']);
  });
});

describe('a day that is once', () => {
  test('is there if it is in the range', () => {
    const rule: DayRule = { kind: 'once', on: '2024-02-29' };
    expect(on({ rule }, '2024-01-01', '2024-12-31')).toEqual(['2024-02-29']);
    expect(on({ rule }, '2024-03-01', '2024-12-31')).toEqual([]);
  });
});

describe('a day that is moved', () => {
  const saturday: DayRule = { kind: 'yearly', month: 4, day: 15 }; // in 2028
  const days = (moved: 'before' | 'after', from: string, to: string, holidays = plainHolidays()) =>
    occurrencesOf({ rule: saturday, moved }, from, to, holidays);

  test('stays where people work', () => {
    expect(days('after', '2026-01-01', '2026-12-31')).toEqual([
      { on: '2026-04-15', nominal: '2026-04-15', confirmed: true },
    ]);
  });

  test('belongs to the range that it is moved into', () => {
    expect(days('after', '2028-04-16', '2028-04-30')).toEqual([
      { on: '2028-04-17', nominal: '2028-04-15', confirmed: true },
    ]);
    expect(days('after', '2028-04-01', '2028-04-16')).toEqual([]);
    expect(days('before', '2028-04-01', '2028-04-14')).toHaveLength(1);
  });

  test('is moved over the end of a year', () => {
    const rule: DayRule = { kind: 'yearly', month: 1, day: 1 };
    const holidays = someHolidays(someHolidayYear(2026, ['2026-01-01', '2026-01-02']), someHolidayYear(2025));
    expect(occurrencesOf({ rule, moved: 'before' }, '2025-12-01', '2025-12-31', holidays)).toEqual([
      { on: '2025-12-31', nominal: '2026-01-01', confirmed: true },
    ]);
  });

  test('is unconfirmed where a year that decides is not announced, and only if the rule moves it', () => {
    const known = someHolidays(someHolidayYear(2027));
    expect(days('before', '2028-04-01', '2028-04-30', known)).toEqual([
      { on: '2028-04-14', nominal: '2028-04-15', confirmed: false },
    ]);
    expect(days('before', '2027-04-01', '2027-04-30', known)).toMatchObject([{ confirmed: true }]);
    expect(occurrencesOf({ rule: saturday }, '2028-04-01', '2028-04-30', known)).toMatchObject([
      { on: '2028-04-15', confirmed: true },
    ]);
  });

  test('in the last week of December is unconfirmed until the next year is announced', () => {
    const rule: DayRule = { kind: 'yearly', month: 12, day: 30 };
    const find = (...years: readonly number[]) =>
      occurrencesOf(
        { rule, moved: 'after' },
        '2026-12-01',
        '2026-12-31',
        someHolidays(...years.map((year) => someHolidayYear(year))),
      );
    expect(find(2026)).toMatchObject([{ confirmed: false }]);
    expect(find(2026, 2027)).toMatchObject([{ confirmed: true }]);
  });

  test('is unconfirmed while its own year is not announced, also where it is moved into one that is', () => {
    const rule: DayRule = { kind: 'yearly', month: 12, day: 31 };
    const holidays = someHolidays(someHolidayYear(2027, ['2026-12-31', '2027-01-01']));
    expect(occurrencesOf({ rule, moved: 'after' }, '2027-01-01', '2027-01-31', holidays)).toEqual([
      { on: '2027-01-04', nominal: '2026-12-31', confirmed: false },
    ]);
  });

  test('stays on its day where nobody works within a month of it', () => {
    const always = Array.from({ length: 366 }, (_, at) => addDays('2028-01-01', at));
    const holidays = someHolidays(someHolidayYear(2028, always));
    expect(days('after', '2028-01-01', '2028-12-31', holidays)).toMatchObject([{ on: '2028-04-15' }]);
  });
});

describe('whatever the rule', () => {
  const since = fc.option(fc.integer({ min: 1995, max: 2040 }), { nil: undefined });
  const counted = since.map((year) => (year === undefined ? {} : { since: year }));
  const month = fc.integer({ min: 1, max: 12 });
  const rules: fc.Arbitrary<DayRule> = fc.oneof(
    fc
      .tuple(month, fc.integer({ min: 1, max: 31 }), fc.constantFrom({}, { leap: 'skip' as const }), counted)
      .map(([m, day, leap, more]): DayRule => ({ kind: 'yearly', month: m, day, ...leap, ...more })),
    fc
      .tuple(month, fc.integer({ min: 1, max: 7 }), fc.constantFrom<Nth>(1, 2, 3, 4, 5, -1), counted)
      .map(([m, day, nth, more]): DayRule => ({ kind: 'weekday', month: m, weekday: day, nth, ...more })),
    fc
      .tuple(month, fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant('last' as const)), counted)
      .map(([m, day, more]): DayRule => ({ kind: 'lunar', month: m, day, ...more })),
  );
  const moved = fc.constantFrom({}, { moved: 'before' as const }, { moved: 'after' as const });
  const movedRules: fc.Arbitrary<MovedRule> = fc
    .tuple(rules, moved)
    .map(([rule, more]) => ({ rule, ...more }))
    .filter((rule) => ruleProblems(rule).length === 0);
  const day = fc
    .integer({ min: dayNumber('2000-01-01'), max: dayNumber('2060-01-01') })
    .map((number) => dayOfNumber(number));
  const holidays = layerHolidays({ profile: [], published: () => null, expected: statutoryDays }, []);

  /** Whether a day lies where its rule lets it lie. */
  function isPlaced({ rule, moved: way }: MovedRule, { on: at, nominal }: DayOfRule): boolean {
    if (rule.kind === 'weekday' && weekday(nominal) !== rule.weekday) return false;
    if (way === undefined) return at === nominal;
    return isWorkingDay(holidays, at) && (way === 'before' ? at <= nominal : at >= nominal);
  }

  test('the days are in order, in the range, each once, and come by their rule', () => {
    fc.assert(
      fc.property(movedRules, day, fc.integer({ min: 0, max: 1500 }), (rule, from, length) => {
        const to = addDays(from, length);
        const found = occurrencesOf(rule, from, to, holidays);
        const days = found.map((one) => one.on);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.filter((at) => at < from || at > to)).toEqual([]);
        expect(found.filter((one) => !isPlaced(rule, one))).toEqual([]);
      }),
    );
  });

  test('two ranges side by side have what the whole range has', () => {
    fc.assert(
      fc.property(
        movedRules,
        day,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 700 }),
        (...all) => {
          const [rule, from, first, second] = all;
          const [middle, to] = [addDays(from, first), addDays(from, first + second)];
          expect([
            ...occurrencesOf(rule, from, middle, holidays),
            ...occurrencesOf(rule, addDays(middle, 1), to, holidays),
          ]).toEqual(occurrencesOf(rule, from, to, holidays));
        },
      ),
    );
  });
});
