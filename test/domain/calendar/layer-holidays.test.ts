import { expect, test } from '@jest/globals';
import { layerHolidays } from '../../../domain/calendar/layer-holidays.js';
import type { GivenHolidays } from '../../../domain/calendar/ports.js';
import { someHolidayYear } from '../../support/fakes/holidays.js';

const given: GivenHolidays = {
  profile: [{ ...someHolidayYear(2026, ['2026-05-06']), source: 'profile' }],
  published: (year) => (year < 2027 ? someHolidayYear(year, [`${year}-05-07`]) : null),
  expected: (year) => [{ day: `${year}-05-01`, name: null }],
};
const entered = (year: number, day: string | null) => ({
  ...{ year, worked: [] },
  off: day === null ? [] : [{ from: day, to: day, name: null }],
});
const shown = (...years: Parameters<typeof layerHolidays>[1]) => {
  const holidays = layerHolidays(given, years);
  return [2025, 2026, 2027].map((year) => {
    const found = holidays.year(year);
    return found && `${found.source} ${found.off.map(({ day }) => day).join()}`;
  });
};

test('the profile wins over the package, and a year that neither has is unconfirmed', () => {
  expect(shown()).toEqual(['package 2025-05-07', 'profile 2026-05-06', null]);
});

test('what was entered by hand wins over both, whole: years are not mixed', () => {
  expect(
    shown(entered(2025, '2025-05-08'), entered(2026, '2026-05-08'), entered(2027, '2027-05-08')),
  ).toEqual([...['hand 2025-05-08', 'hand 2026-05-08', 'hand 2027-05-08']]);
});

test('what was taken back leaves what was there before', () => {
  expect(shown(entered(2025, null), entered(2026, null), entered(2027, null))).toEqual(shown());
});

test('what is expected is there for every year', () => {
  expect(layerHolidays(given, []).expected(2027)).toEqual([{ day: '2027-05-01', name: null }]);
});
