/** The line's own days as a calendar that others subscribe to. */
import { calendarFile, type CalendarEvent } from '../../domain/calendar/calendar-file.js';
import { yearOf, type Holidays } from '../../domain/calendar/holidays.js';
import { namedDays, type NamedDay, type PublicDay } from '../../domain/calendar/public-days.js';
import { writtenDay } from '../../domain/calendar/written-day.js';
import type { Home } from './home-page.js';
import { langTags, type PageLang } from './reader-lang.js';

const words = {
  zh: {
    days: '重要日子',
    colon: '：',
    stop: '。',
    moved: (day: string) => `原是${day}，那天放假，改到这一天。`,
    unconfirmed: '当年的放假安排还没有公布，日期可能会变。',
    join: '',
  },
  en: {
    days: 'days to know',
    colon: ': ',
    stop: '.',
    moved: (day: string) => `It falls on ${day}, a day off, and is moved to this one.`,
    unconfirmed: 'The year’s public holidays are not announced yet, so it may still move.',
    join: ' ',
  },
} as const;

export interface DaysFileParts {
  readonly days: readonly PublicDay[];
  readonly home: Home;
  /** without a slash at its end */
  readonly publicUrl: string;
}

/** Subscribers come back this often: a day moves when holidays are announced, once a year. */
const refreshHours = 24;
const yearsShown = 3;

/** The days of this year and the next two. */
export function daysFile(parts: DaysFileParts, lang: PageLang, today: string, holidays: Holidays): string {
  const { days, home, publicUrl } = parts;
  const { name, band } = home[lang];
  const first = yearOf(today);
  const shown = namedDays(days, `${first}-01-01`, `${first + yearsShown - 1}-12-31`, holidays);
  // of today, not of this moment: the same file all day long
  const stamp = Date.parse(`${today}T00:00:00Z`);
  return calendarFile({
    name: `${name}${words[lang].colon}${words[lang].days}`,
    ...(band === null ? {} : { about: `${band}${words[lang].stop}` }),
    ...{ lang: langTags[lang], refreshHours },
    events: shown.map((day): CalendarEvent => {
      const uid = `${day.id}.${day.nominal}@${new URL(publicUrl).host}`;
      return {
        ...{ uid, stamp, when: { day: day.on }, title: day.name[lang] },
        ...{ text: notes(day, lang), url: `${publicUrl}/?lang=${lang}` },
        status: day.confirmed ? 'confirmed' : 'tentative',
      };
    }),
  });
}

function notes({ on, nominal, confirmed }: NamedDay, lang: PageLang): string {
  const { moved, unconfirmed, join } = words[lang];
  return [
    ...(on === nominal ? [] : [moved(writtenDay(nominal, lang))]),
    ...(confirmed ? [] : [unconfirmed]),
  ].join(join);
}
