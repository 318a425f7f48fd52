/** What the placeholders of a text about a day stand for. */
import type { CalendarLang } from './calendar-words.js';
import { yearOf } from './holidays.js';
import { chineseNumber, englishNth, englishOrdinal } from './number-words.js';
import { monthDay, monthName, weekdayName, writtenDay } from './written-day.js';

const ofDay = ['year', 'month', 'day', 'date', 'monthDay', 'weekday'] as const;
const ofCount = ['ordinal', 'ordinalWord', 'nth'] as const;
export type DayPlaceholder = (typeof ofDay)[number] | (typeof ofCount)[number];

/** The placeholders of a text about a day; those that count only where years are counted. */
export const dayPlaceholders = (counted: boolean): readonly DayPlaceholder[] =>
  counted ? [...ofDay, ...ofCount] : ofDay;

/** How many times it has been, this one included. Null: it is not counted, or had not begun. */
export function ordinalOf(since: number | null | undefined, nominal: string): number | null {
  if (since === null || since === undefined) return null;
  const ordinal = yearOf(nominal) - since + 1;
  return ordinal < 1 ? null : ordinal;
}

/**
 * The values for a day; where it was moved into another year, `nominal` is the day by whose year it is counted.
 *
 * {year} 2026 · {month} 4月, April · {day} 15 · {date} 2026年4月15日, 15 April 2026 · {monthDay} 4月15日, 15 April ·
 * {weekday} 星期三, Wednesday · {ordinal} 11 · {ordinalWord} 十一, eleventh · {nth} 第11, 11th
 */
export function valuesFor(
  on: string,
  since: number | null | undefined,
  lang: CalendarLang,
  nominal = on,
): Readonly<Record<string, string>> {
  const ordinal = ordinalOf(since, nominal);
  return {
    year: on.slice(0, 4),
    month: monthName(Number(on.slice(5, 7)), lang),
    day: String(Number(on.slice(8))),
    date: writtenDay(on, lang),
    monthDay: monthDay(on, lang),
    weekday: weekdayName(on, lang),
    ...(ordinal === null ? {} : counted(ordinal, lang)),
  } satisfies Partial<Record<DayPlaceholder, string>>;
}

const counted = (
  ordinal: number,
  lang: CalendarLang,
): Readonly<Record<(typeof ofCount)[number], string>> => ({
  ordinal: String(ordinal),
  ordinalWord: lang === 'zh' ? chineseNumber(ordinal) : englishOrdinal(ordinal),
  nth: lang === 'zh' ? `第${ordinal}` : englishNth(ordinal),
});
