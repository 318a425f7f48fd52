/** What the placeholders of a text stand for on a day. The server fills them with the same values. */
import { weekday } from '../../../../questions/day.js';
import type { Lang } from '../../api/common-types.js';
import { chineseNumber, englishNth, englishOrdinal } from './number-words.js';

export const dayPlaceholders = ['date', 'monthDay', 'weekday', 'year', 'month', 'day'] as const;
/** Only where years are counted. */
export const countPlaceholders = ['nth', 'ordinal', 'ordinalWord'] as const;
export type Placeholder = (typeof dayPlaceholders)[number] | (typeof countPlaceholders)[number];

export interface ValuesDay {
  /** the day itself, moved where it was, and the one by whose year it is counted */
  readonly on: string;
  readonly nominal: string;
  /** the year that counts as the first */
  readonly since: number | null;
}

/** How many times it has been, this one included; null: it is not counted. */
export function ordinalOf({ nominal, since }: Pick<ValuesDay, 'nominal' | 'since'>): number | null {
  const ordinal = since === null ? 0 : Number(nominal.slice(0, 4)) - since + 1;
  return ordinal < 1 ? null : ordinal;
}

/** The values by their names; those that count are missing where nothing is counted. */
export function dayValues(day: ValuesDay, lang: Lang): Readonly<Partial<Record<Placeholder, string>>> {
  const { on } = day;
  const date = { year: on.slice(0, 4), month: Number(on.slice(5, 7)), day: Number(on.slice(8)) };
  const month = lang === 'zh' ? `${date.month}月` : (months[date.month - 1] ?? '');
  const monthDay = lang === 'zh' ? `${month}${date.day}日` : `${date.day} ${month}`;
  const ordinal = ordinalOf(day);
  return {
    ...{ year: date.year, month, day: String(date.day), monthDay },
    date: lang === 'zh' ? `${date.year}年${monthDay}` : `${monthDay} ${date.year}`,
    weekday: weekdays[lang][weekday(on) - 1] ?? '',
    ...(ordinal === null ? {} : counted(ordinal, lang)),
  };
}

const counted = (ordinal: number, lang: Lang) => ({
  ordinal: String(ordinal),
  ordinalWord: lang === 'zh' ? chineseNumber(ordinal) : englishOrdinal(ordinal),
  nth: lang === 'zh' ? `第${ordinal}` : englishNth(ordinal),
});

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
] as const;
