import { expect, test } from '@jest/globals';
import { createDaysBetween } from '../../../runtime/calendar/days-between.js';
import { someHolidays } from '../../support/fakes/holidays.js';
import type { PublicDay } from '../../../domain/calendar/public-days.js';

const both = (zh: string, en: string) => ({ zh, en });
const labour = both('劳动节', 'Labour Day');
const ours = both('我们的日子', 'Our day');
const day: PublicDay = { id: 'ours', name: ours, rule: { rule: { kind: 'yearly', month: 5, day: 2 } } };

test('every day of the range says whether it is off, or worked, and its name', async () => {
  const holidays = someHolidays({
    ...{ year: 2026, source: 'hand', worked: ['2026-05-03'] },
    off: [
      { day: '2026-05-01', name: labour },
      { day: '2026-05-02', name: labour },
    ],
  });
  const between = createDaysBetween(async () => holidays, [day]);
  expect(await between('2026-04-30', '2026-05-03')).toEqual([
    { day: '2026-04-30', off: false, worked: false, name: null },
    { day: '2026-05-01', off: true, worked: false, name: labour },
    // the line's own day has the word where both have one
    { day: '2026-05-02', off: true, worked: false, name: ours },
    { day: '2026-05-03', off: false, worked: true, name: null },
  ]);
});

test('a weekend without a name is nothing particular', async () => {
  const between = createDaysBetween(async () => someHolidays(), []);
  expect(await between('2026-11-21', '2026-11-21')).toEqual([
    { day: '2026-11-21', off: false, worked: false, name: null },
  ]);
});
