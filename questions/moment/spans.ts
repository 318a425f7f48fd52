/** Days and spans as people name them: by month, week, weekday, or so long ago. */
import { addDays, dayOf, lastOfMonth, weekday } from '../day.js';

export type Days = readonly [from: string, to: string];
export type Reader = (match: RegExpExecArray, today: string) => Days | null;

export const zhDigits = '零一二三四五六七八九';

/** 十五 → 15, 二十 → 20, 三 → 3; two-digit Chinese numbers are all that dates need. */
export function zhNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('廿', '二十').replaceAll('〇', '零');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['0', plain];
  const digit = (part: string | undefined, empty: number): number =>
    part === undefined || part === '' ? empty : /^\d$/.test(part) ? Number(part) : zhDigits.indexOf(part);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const enCount: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
};
export const enWeekday = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*';

export const one = (day: string | null): Days | null => (day === null ? null : [day, day]);
export const ago = (days: number): Reader => {
  return (_match, today) => one(addDays(today, -days));
};
export const yearOf = (today: string): number => Number(today.slice(0, 4));
export const monthOf = (today: string): number => Number(today.slice(5, 7));

/** A day or month named without a year is the latest that is not to come. */
export function latest(month: number, date: number | null, today: string): Days | null {
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const days = inMonth(year, month, date);
    if (days !== null && days[0] <= today) return days;
  }
  return null;
}
export function inMonth(year: number, month: number, date: number | null): Days | null {
  if (date !== null) return one(dayOf(year, month, date));
  const first = dayOf(year, month, 1);
  return first === null ? null : [first, lastOfMonth(year, month)];
}
export function monthsAgo(today: string, months: number): Days {
  const index = yearOf(today) * 12 + monthOf(today) - 1 - months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return [dayOf(year, month, 1) ?? today, lastOfMonth(year, month)];
}
/** The weekday `n` (1 Monday) of the week `weeks` before this one. */
export function weekdayOf(today: string, n: number, weeks: number): string {
  return addDays(today, n - weekday(today) - 7 * weeks);
}
export const week = (today: string, weeks: number): Days => [
  weekdayOf(today, 1, weeks),
  weekdayOf(today, 7, weeks),
];
export const lastWeekdayBefore = (today: string, n: number): string =>
  addDays(today, -((weekday(today) - n + 7) % 7));
export const zhDay = (text: string): number =>
  /\d/.test(text) ? Number(text) : '一二三四五六日'.indexOf(text === '天' ? '日' : text) + 1;

/** 31/12/2025 and 12/31/2025 can each be read one way only; 3/4/2025 can be read both ways, and is not. */
export function eitherOrder(a = '', b = '', year = ''): Days | null {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12) return one(dayOf(Number(year), second, first));
  return second > 12 || first === second ? one(dayOf(Number(year), first, second)) : null;
}
/** So many days, weeks, months or years up to today. */
export function upToToday(count: number, unit: string, today: string): Days | null {
  const from = before(count, unit, today);
  return from === null || count < 1 ? null : [from[0], today];
}
export function wholeYear(year: number): Days {
  return [`${String(year)}-01-01`, `${String(year)}-12-31`];
}
export function before(count: number, unit: string, today: string): Days | null {
  if (!Number.isInteger(count) || count < 0 || count > 400) return null;
  if (/天|日|day/.test(unit)) return one(addDays(today, -count));
  if (/周|星期|礼拜|week/.test(unit)) return week(today, count);
  if (/月|month/.test(unit)) return monthsAgo(today, count);
  return wholeYear(yearOf(today) - count);
}
export function enDate(
  month: string | undefined,
  date: string | undefined,
  year: string | undefined,
  today: string,
): Days | null {
  const number = months.indexOf((month ?? '').slice(0, 3)) + 1;
  const day = date === undefined ? null : Number(date);
  return year === undefined ? latest(number, day, today) : inMonth(Number(year), number, day);
}
export function enWeekdayDays(match: RegExpExecArray, today: string): Days | null {
  const n = weekdays.indexOf((match[2] ?? '').slice(0, 3)) + 1;
  if (n === 0) return null;
  const latestDay = lastWeekdayBefore(today, n);
  if (match[3] !== undefined) return one(weekdayOf(today, n, 1));
  if (match[1] !== 'last') return one(latestDay);
  // On a Friday "last Thursday" may be yesterday or a week before it.
  if (latestDay !== today && latestDay >= addDays(today, -3)) return null;
  return one(latestDay === today ? addDays(latestDay, -7) : latestDay);
}
