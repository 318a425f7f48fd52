import { describe, expect, test } from '@jest/globals';
import {
  announcedProblems,
  holidayYearOf,
  rangesOf,
  type Announced,
} from '../../../domain/calendar/entered-year.js';

const newYear = { zh: '元旦', en: 'New Year' };
const range = (from: string, to = from) => ({ from, to, name: null });
const announced = (off: Announced['off'], worked: readonly string[] = []): Announced => ({
  ...{ year: 2027, off, worked },
});
const wrong = (off: Announced['off'], worked: readonly string[] = []) =>
  announcedProblems(announced(off, worked)).map(({ field, what }) => `${field} ${what}`);

describe('an announcement', () => {
  test('may name days from the last week of the year before to the end of its own', () => {
    expect(
      wrong([range('2026-12-25'), range('2026-12-31', '2027-01-03'), range('2027-12-31')], ['2026-12-27']),
    ).toEqual([]);
    expect(wrong([range('2026-12-24'), range('2028-01-01')], ['2026-12-20'])).toEqual([
      ...['off.0 not_in_year', 'off.1 not_in_year', 'worked.0 not_in_year'],
    ]);
  });

  test('names days that exist, in order, for two weeks at most', () => {
    expect(wrong([range('2027-02-29'), range('2027-10-07', '2027-10-01')])).toEqual([
      ...['off.0 not_a_day', 'off.1 backwards'],
    ]);
    expect(wrong([range('2027-02-01', '2027-02-14')])).toEqual([]);
    expect(wrong([range('2027-02-01', '2027-02-15')])).toEqual(['off.0 too_long']);
  });

  test('makes up on weekends only: another day is a slip', () => {
    // 1 May 2027 is a Saturday
    expect(wrong([], ['2027-05-01', '2027-05-02', '2027-05-03', '2027-02-30'])).toEqual([
      ...['worked.2 not_a_weekend', 'worked.3 not_a_day'],
    ]);
  });

  test('has no day twice, neither off nor worked nor both', () => {
    expect(wrong([range('2027-05-01', '2027-05-05'), range('2027-05-05')], ['2027-05-01'])).toEqual([
      ...['off.1 twice', 'worked.0 twice'],
    ]);
    expect(wrong([], ['2027-05-08', '2027-05-08'])).toEqual(['worked.1 twice']);
  });
});

describe('as a year of holidays', () => {
  test('ranges are days, each with its name', () => {
    const entered = announced([{ from: '2026-12-31', to: '2027-01-01', name: newYear }], ['2027-01-03']);
    expect(holidayYearOf(entered, 'hand')).toEqual({
      ...{ year: 2027, source: 'hand', worked: ['2027-01-03'] },
      off: [
        { day: '2026-12-31', name: newYear },
        { day: '2027-01-01', name: newYear },
      ],
    });
  });

  test('one in which nothing stands was taken back', () => {
    expect(holidayYearOf(announced([]), 'hand')).toBeNull();
    expect(holidayYearOf(announced([], ['2027-01-03']), 'hand')).not.toBeNull();
  });

  test('days are ranges again, by name and without a gap', () => {
    const off = [
      range('2027-01-02'),
      { from: '2027-01-03', to: '2027-01-04', name: newYear },
      range('2027-01-06'),
    ];
    expect(rangesOf(holidayYearOf(announced(off), 'hand')?.off ?? [])).toEqual(off);
    expect(rangesOf([])).toEqual([]);
  });
});
