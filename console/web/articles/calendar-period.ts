import type { Lang } from '../api/common-types.js';
import { daysOf, type CalendarView } from './calendar-range.js';

const form = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });

/** What a view is about, in words: `December 2026`, `30 November – 6 December 2026`, `2026年11月30日至12月6日`. */
export function periodWords(lang: Lang, view: CalendarView, day: string): string {
  const { from, to } = daysOf(view, day);
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  if (view === 'month') return form(locale, { year: 'numeric', month: 'long' }).format(Date.parse(from));
  return lang === 'zh'
    ? chineseRange(from, to)
    : form(locale, { dateStyle: 'long' }).formatRange(Date.parse(from), Date.parse(to));
}

/** Engines write a Chinese range in figures alone. What both days have in common is said once. */
function chineseRange(from: string, to: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...(from.slice(0, 4) === to.slice(0, 4) ? {} : { year: 'numeric' }),
    ...(from.slice(0, 7) === to.slice(0, 7) ? {} : { month: 'long' }),
    day: 'numeric',
  };
  const begin = form('zh-CN', { dateStyle: 'long' }).format(Date.parse(from));
  return `${begin}至${form('zh-CN', options).format(Date.parse(to))}`;
}
