/** Days as a person reads them. */
import { weekday } from '../../questions/day.js';
import type { CalendarLang } from './calendar-words.js';

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

const partsOf = (day: string): readonly [year: number, month: number, date: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

export const weekdayName = (day: string, lang: CalendarLang): string =>
  weekdays[lang][weekday(day) - 1] ?? '';

export const monthName = (month: number, lang: CalendarLang): string =>
  lang === 'zh' ? `${month}月` : (months[month - 1] ?? '');

/** “4月15日”, “15 April”. */
export function monthDay(day: string, lang: CalendarLang): string {
  const [, month, date] = partsOf(day);
  return lang === 'zh' ? `${month}月${date}日` : `${date} ${monthName(month, lang)}`;
}

/** “2027年4月15日”, “15 April 2027”. */
export function writtenDay(day: string, lang: CalendarLang): string {
  const [year] = partsOf(day);
  return lang === 'zh' ? `${year}年${monthDay(day, lang)}` : `${monthDay(day, lang)} ${year}`;
}
