/** A year's holidays as they are filled in. */
import { dayNumber } from '../../../questions/day.js';
import type { Announced, DaysOff } from '../api/holiday-types.js';
import { isDay } from '../articles/calendar-range.js';
import { holidayCalled, holidayNames, type HolidayId } from './holiday-names.js';

export interface OffRow {
  /** of this row on the page */
  readonly key: number;
  /** one that the law knows, another name, or none */
  readonly named: HolidayId | 'other' | 'none';
  readonly zh: string;
  readonly en: string;
  readonly from: string;
  readonly to: string;
}

export interface WorkedRow {
  readonly key: number;
  readonly day: string;
}

export interface YearInput {
  readonly off: readonly OffRow[];
  readonly worked: readonly WorkedRow[];
}

/** Keys that no other row has. */
export function createKeys(): () => number {
  let last = 0;
  return () => (last += 1);
}

export function inputOf({ off, worked }: Announced, key: () => number): YearInput {
  return {
    off: off.map(({ from, to, name }) => ({
      ...{ key: key(), from, to, zh: name?.zh ?? '', en: name?.en ?? '' },
      named: name === null ? 'none' : (holidayCalled(name) ?? 'other'),
    })),
    worked: worked.map((day) => ({ key: key(), day })),
  };
}

export function announcedOf({ off, worked }: YearInput): Announced {
  return {
    off: off.map(({ from, to, named, zh, en }): DaysOff => {
      const other = named === 'other' ? { zh: zh.trim(), en: en.trim() } : null;
      return { from, to, name: named === 'other' || named === 'none' ? other : holidayNames[named] };
    }),
    worked: worked.map(({ day }) => day),
  };
}

export const emptyOff = (key: number): OffRow => ({
  ...{ key, named: 'none', zh: '', en: '', from: '', to: '' },
});

/** How many days a row has; null: not known yet. */
export function daysIn({ from, to }: Pick<OffRow, 'from' | 'to'>): number | null {
  if (!isDay(from) || !isDay(to) || to < from) return null;
  return dayNumber(to) - dayNumber(from) + 1;
}

export interface RowProblem {
  /** `off.0`, `worked.2` */
  readonly field: string;
  readonly what: string;
}

/** What can be seen without the server: empty fields. */
export function inputProblems({ off, worked }: YearInput): readonly RowProblem[] {
  if (off.length === 0) return [{ field: 'off', what: 'empty' }];
  return [
    ...off.flatMap(({ from, to, named, zh, en }, at): RowProblem[] => {
      if (!isDay(from) || !isDay(to)) return [{ field: `off.${at}`, what: 'not_a_day' }];
      const noName = named === 'other' && (zh.trim() === '' || en.trim() === '');
      return noName ? [{ field: `off.${at}`, what: 'name' }] : [];
    }),
    ...worked.flatMap(({ day }, at) => (isDay(day) ? [] : [{ field: `worked.${at}`, what: 'not_a_day' }])),
  ];
}
