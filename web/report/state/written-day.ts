/** Days as a person reads them, with their weekday. */
import { weekday } from '../../../questions/day.js';
import type { Lang } from '../ports.js';

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** “2027年4月15日”, “15 April 2027”: also what a day chosen in the calendar writes into the field. */
export function dayWords(day: string, lang: Lang): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1] ?? ''} ${year}`;
}

/** “2027年4月15日 星期四”, “Thursday 15 April 2027”. */
export function writtenDay(day: string, lang: Lang): string {
  const name = weekdays[lang][weekday(day) - 1] ?? '';
  return lang === 'zh' ? `${dayWords(day, lang)} ${name}` : `${name} ${dayWords(day, lang)}`;
}

/** One day, or from the first to the last. */
export function writtenDays([from, to]: readonly [string, string], lang: Lang): string {
  if (from === to) return writtenDay(from, lang);
  return lang === 'zh'
    ? `${dayWords(from, lang)}到${dayWords(to, lang)}`
    : `${dayWords(from, lang)} to ${dayWords(to, lang)}`;
}
