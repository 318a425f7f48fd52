/** Days written out, as a person reads them. */
import { weekday } from '../../../questions/day.js';
import { markup, type Markup } from '../markup.js';
import type { PageLang } from '../reader-lang.js';

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** “2027年4月15日 星期四”, “Thursday 15 April 2027”. @throws RangeError if it is no day */
export function writtenOut(day: string, lang: PageLang): string {
  const name = weekdays[lang][weekday(day) - 1] ?? '';
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (lang === 'zh') return `${year}年${month}月${date}日 ${name}`;
  return `${name} ${date} ${months[month - 1] ?? ''} ${year}`;
}

export function time(day: string, lang: PageLang): Markup {
  return markup`<time datetime="${day}">${writtenOut(day, lang)}</time>`;
}
