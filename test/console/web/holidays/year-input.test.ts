import { describe, expect, test } from '@jest/globals';
import { holidayCalled, holidayIds, holidayNames } from '../../../../console/web/holidays/holiday-names.js';
import {
  announcedOf,
  createKeys,
  daysIn,
  emptyOff,
  inputOf,
  inputProblems,
} from '../../../../console/web/holidays/year-input.js';
import { names } from '../../../../console/web/texts/en/holidays.js';
import { names as chineseNames } from '../../../../console/web/texts/zh/holidays.js';
import { statutoryDays } from '../../../../domain/calendar/statutory-days.js';

const announced = {
  off: [
    { from: '2027-01-01', to: '2027-01-03', name: holidayNames.newYear },
    { from: '2027-09-03', to: '2027-09-03', name: { zh: '纪念日', en: 'Memorial Day' } },
    { from: '2027-10-01', to: '2027-10-07', name: null },
  ],
  worked: ['2027-01-04'],
};
const input = inputOf(announced, createKeys());

describe('a year that is filled in', () => {
  test('is sent as it came, where nobody changed anything', () => {
    expect(announcedOf(input)).toEqual(announced);
    expect(input.off.map(({ named }) => named)).toEqual(['newYear', 'other', 'none']);
  });

  test('has a key of its own for every row', () => {
    const keys = [...input.off, ...input.worked].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('lacks what is not filled in', () => {
    expect(inputProblems(input)).toEqual([]);
    expect(inputProblems({ off: [], worked: [] })).toEqual([{ field: 'off', what: 'empty' }]);
    const open = {
      off: [emptyOff(1), { ...emptyOff(2), from: '2027-05-01', to: '2027-05-01', named: 'other' as const }],
      worked: [{ key: 3, day: '' }],
    };
    expect(inputProblems(open)).toEqual([
      { field: 'off.0', what: 'not_a_day' },
      { field: 'off.1', what: 'name' },
      { field: 'worked.0', what: 'not_a_day' },
    ]);
  });

  test('counts the days of a row once there are any', () => {
    expect(daysIn({ from: '2027-01-30', to: '2027-02-02' })).toBe(4);
    expect([daysIn({ from: '', to: '' }), daysIn({ from: '2027-02-02', to: '2027-02-01' })]).toEqual([
      null,
      null,
    ]);
  });
});

describe('the holidays that the law knows', () => {
  test('are called as the server calls them', () => {
    const served = new Map(
      statutoryDays(2027).flatMap(({ name }) => (name === null ? [] : [[name.zh, name]])),
    );
    expect(holidayIds.map((id) => served.get(holidayNames[id].zh))).toEqual(
      holidayIds.map((id) => holidayNames[id]),
    );
    expect(holidayIds.map((id) => holidayCalled(holidayNames[id]))).toEqual(holidayIds);
  });

  test('are called so on the page too', () => {
    expect(holidayIds.map((id) => [chineseNames[id], names[id]])).toEqual(
      holidayIds.map((id) => [holidayNames[id].zh, holidayNames[id].en]),
    );
  });
});
