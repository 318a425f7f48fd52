import { expect, test } from '@jest/globals';
import { namedDays, sinceOf, type PublicDay } from '../../../domain/calendar/public-days.js';
import { someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';

const both = (zh: string, en: string) => ({ zh, en });
const rules: readonly PublicDay[] = [
  {
    ...{ id: 'education', name: both('第{ordinalWord}个教育日', '{nth} education day, {monthDay}') },
    rule: { rule: { kind: 'yearly', month: 4, day: 15, since: 2016 }, moved: 'before' },
  },
  { id: 'film', name: both('宣传片', 'Film'), rule: { rule: { kind: 'once', on: '2027-01-05' } } },
];

test('days have the name of their year, in order, and say whether they may move', () => {
  const holidays = someHolidays(someHolidayYear(2027));
  expect(namedDays(rules, '2027-01-01', '2028-12-31', holidays)).toEqual([
    { id: 'film', on: '2027-01-05', nominal: '2027-01-05', confirmed: true, name: both('宣传片', 'Film') },
    {
      ...{ id: 'education', on: '2027-04-15', nominal: '2027-04-15', confirmed: true },
      name: both('第十二个教育日', '12th education day, 15 April'),
    },
    {
      ...{ id: 'education', on: '2028-04-14', nominal: '2028-04-15', confirmed: false },
      name: both('第十三个教育日', '13th education day, 14 April'),
    },
  ]);
});

test('a rule is counted from its first year, and what happens once is not counted', () => {
  expect(rules.map(({ rule }) => sinceOf(rule))).toEqual([2016, null]);
  expect(sinceOf({ rule: { kind: 'lunar', month: 1, day: 1 } })).toBeNull();
});
