/** Dates written out, in the line's zone and the language that is shown. */
import type { Lang } from '../api/common-types.js';

export interface Dates {
  /** `Thursday 15 April 2027`, of a day (YYYY-MM-DD) or a moment */
  day(iso: string): string;
  /** `15 April 2027, 09:30` */
  moment(at: string | number): string;
  /** `2027-04-15 09:30:05`, for tables */
  exact(at: string | number): string;
  /** `a, b and c`, `a、b、c` */
  list(items: readonly (string | number)[]): string;
}

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

export function createDates(lang: Lang, zone: string): Dates {
  const locale = locales[lang];
  const dayIn = (timeZone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const [calendarDay, dayOfMoment] = [dayIn('UTC'), dayIn(zone)];
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: zone },
  });
  // Swedish dates are ISO dates
  const exact = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    day: (iso) => clean((iso.length === 10 ? calendarDay : dayOfMoment).format(new Date(iso))),
    moment: (at) => moment.format(new Date(at)),
    exact: (at) => exact.format(new Date(at)),
    list: (items) => (lang === 'zh' ? items.join('、') : list.format(items.map(String))),
  };
}

/** Some engines write a comma after the weekday, and none before the weekday in Chinese. */
const clean = (text: string): string => text.replace(/^(\p{L}+), /u, '$1 ').replace(/日(?=星期)/u, '日 ');

/** `2:05`, never below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
