/** Calendars as files that other calendars subscribe to: iCalendar, RFC 5545. */
import { addDays } from '../../questions/day.js';
import { fold } from './fold-line.js';

export interface CalendarEvent {
  /** the same whenever the event is shown again, and no other's anywhere: `<id>@<host>` */
  readonly uid: string;
  /** when what it says was last so, in milliseconds since 1970 */
  readonly stamp: number;
  /** a whole day (`YYYY-MM-DD`), or from one moment to another in milliseconds since 1970 */
  readonly when: { readonly day: string } | { readonly from: number; readonly to: number };
  readonly title: string;
  readonly text?: string;
  /** a whole address */
  readonly url?: string;
  /** `tentative`: it may still move; without it, confirmed */
  readonly status?: 'confirmed' | 'tentative' | 'cancelled';
}

export interface CalendarFile {
  readonly name: string;
  readonly about?: string;
  /** a language tag, for all that is written in it: `zh-CN`, `en` */
  readonly lang: string;
  /** after how many hours a subscriber may ask again */
  readonly refreshHours: number;
  readonly events: readonly CalendarEvent[];
}

/** The whole file: UTF-8, lines of at most 75 bytes that end with CR LF. */
export function calendarFile({ name, about, lang, refreshHours, events }: CalendarFile): string {
  const inLang = `LANGUAGE=${lang}`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Fairline//Fairline//EN'],
    ...['CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    // the standard's own words for these came later (RFC 7986), and not every subscriber knows them
    ...[`NAME;${inLang}:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
    ...(about === undefined
      ? []
      : [`DESCRIPTION;${inLang}:${escaped(about)}`, `X-WR-CALDESC:${escaped(about)}`]),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...events.flatMap((event) => eventLines(event, inLang)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, stamp, when, title, text, url, status }: CalendarEvent, inLang: string): string[] {
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${utc(stamp)}`],
    ...timeLines(when),
    `SUMMARY;${inLang}:${escaped(title)}`,
    ...(text === undefined || text === '' ? [] : [`DESCRIPTION;${inLang}:${escaped(text)}`]),
    ...(url === undefined ? [] : [`URL:${url.replace(/[\p{Cc}\s]/gu, encodeURIComponent)}`]),
    ...[`STATUS:${(status ?? 'confirmed').toUpperCase()}`, 'TRANSP:TRANSPARENT', 'END:VEVENT'],
  ];
}

function timeLines(when: CalendarEvent['when']): readonly string[] {
  if ('day' in when) {
    const [from, to] = [when.day, addDays(when.day, 1)].map((day) => day.replaceAll('-', ''));
    return [`DTSTART;VALUE=DATE:${from ?? ''}`, `DTEND;VALUE=DATE:${to ?? ''}`];
  }
  return [`DTSTART:${utc(when.from)}`, `DTEND:${utc(when.to)}`];
}

/** `20270415T000000Z` */
const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A text as a value: what has a meaning there is marked, and a sign that no text has is left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}
