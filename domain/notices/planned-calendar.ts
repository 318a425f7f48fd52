/** What is planned, as a calendar that other programs read. */
import { addDays } from '../../questions/day.js';
import { calendarFile, type CalendarEvent } from '../calendar/calendar-file.js';
import { dayStartIn } from '../calendar/moments.js';
import type { Clock } from '../ports.js';
import type { OccurrenceState } from './lifecycle.js';
import { nameOn } from './notice-words.js';
import type { Notices, Occurrences } from './ports.js';
import type { OccurrenceLine } from './occurrence.js';

/** The file. `lang`: of its names. @throws DomainError storage.unavailable */
export type PlannedCalendar = (lang: 'zh' | 'en') => Promise<string>;

/** Days back and ahead that it shows. */
const shown = { back: 92, ahead: 366 };
const refreshHours = 6;
/** How long an event is drawn, in milliseconds. */
const drawnMs = 30 * 60_000;

const hidden: ReadonlySet<OccurrenceState> = new Set(['cancelled']);
/** Only what somebody approved is certain to go. */
const waiting: ReadonlySet<OccurrenceState> = new Set(['draft', 'in_review']);

export function createPlannedCalendar(ports: {
  notices: Pick<Notices, 'all'>;
  occurrences: Pick<Occurrences, 'lines'>;
  clock: Clock;
  zone: string;
  /** where the console is reached; its name makes the events' names nobody else's */
  consoleUrl: string;
  lineName: Readonly<Record<'zh' | 'en', string>>;
}): PlannedCalendar {
  const { notices, occurrences, clock, zone, consoleUrl, lineName } = ports;
  return async (lang) => {
    const today = clock.today();
    const [from, to] = [-shown.back, shown.ahead].map((days) => dayStartIn(zone, addDays(today, days)));
    const [all, lines] = await Promise.all([notices.all(), occurrences.lines(from ?? 0, to ?? 0)]);
    const known = new Map(all.map((notice) => [notice.id, notice]));
    const nameOf = (line: OccurrenceLine): string => {
      const notice = known.get(line.notice);
      return notice === undefined ? line.notice : nameOn(notice.name, { ...line, since: notice.since })[lang];
    };
    const eventOf = (line: OccurrenceLine): CalendarEvent => ({
      uid: `${line.id}@${consoleUrl.replace(/^https?:\/\//, '').replace(/:\d+$/, '')}`,
      ...{ stamp: clock.now(), when: { from: line.at, to: line.at + drawnMs } },
      title: `${nameOf(line)}${markOf(line, lang)}`,
      status: waiting.has(line.state) ? 'tentative' : 'confirmed',
    });
    return calendarFile({
      ...{ name: `${lineName[lang]}${lang === 'zh' ? '：计划发送' : ': planned notices'}`, refreshHours },
      lang: lang === 'zh' ? 'zh-CN' : 'en',
      events: lines.filter(({ state }) => !hidden.has(state)).map(eventOf),
    });
  };
}

const marks = {
  zh: { waiting: '（待确认）', lead: (days: number) => `（提前${days}天）` },
  en: { waiting: ' (not confirmed)', lead: (days: number) => ` (${days} days before)` },
} as const;

function markOf({ lead, state }: OccurrenceLine, lang: 'zh' | 'en'): string {
  const { waiting: unconfirmed, lead: before } = marks[lang];
  return `${lead === 0 ? '' : before(lead)}${waiting.has(state) ? unconfirmed : ''}`;
}
