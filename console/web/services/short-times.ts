import type { Lang } from '../api/common-types.js';

export interface ShortTimes {
  /** `3 Dec 09:30`, `12月3日 09:30`; of another year than now the day alone: `3 Dec 2025`, `2025年12月3日` */
  short(at: string, now: number): string;
  /** `09:30` */
  time(at: string): string;
}

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** Times as a row has room for. @param timeZone IANA */
export function shortTimes(lang: Lang, timeZone: string): ShortTimes {
  const form = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locales[lang], { ...options, timeZone });
  const month = lang === 'zh' ? 'long' : 'short';
  const day = form({ day: 'numeric', month });
  const dated = form({ day: 'numeric', month, year: 'numeric' });
  const year = form({ year: 'numeric' });
  const clock = form({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    short: (at, now) => {
      const moment = new Date(at);
      return year.format(moment) === year.format(new Date(now))
        ? `${day.format(moment)} ${clock.format(moment)}`
        : dated.format(moment);
    },
    time: (at) => clock.format(new Date(at)),
  };
}
