/** What would be sent in the coming months, when, to whom, with which words. */
import { addDays, lastOfMonth } from '../../questions/day.js';
import { dayStartIn } from '../calendar/moments.js';
import type { ReadHolidays } from '../calendar/ports.js';
import type { Clock } from '../ports.js';
import type { OccurrenceState } from './lifecycle.js';
import type { Way } from '../sending/send.js';
import { changesFor, type NoticeTimes } from './notice-changes.js';
import { waysOn, type InLangs, type Notice, type NoticeText } from './notice.js';
import type { Occurrence } from './occurrence.js';
import type { Notices, Occurrences, Reach } from './ports.js';
import { noticeOf, type ProfileNotice } from './seed-notices.js';

export interface NoticePreview {
  readonly notice: string;
  /** the day that it is about, `YYYY-MM-DD` */
  readonly on: string;
  /** milliseconds since 1970 */
  readonly at: number;
  readonly state: OccurrenceState;
  readonly audience: readonly Audience[];
  /** how many would get it now; null: not known of one of the ways */
  readonly recipients: number | null;
  readonly text: InLangs<NoticeText>;
}

export interface Audience {
  readonly way: Way;
  readonly tag: number | null;
  readonly recipients: number | null;
}

/** States of what is still to go. */
const ahead: readonly OccurrenceState[] = [
  ...(['draft', 'in_review', 'scheduled', 'about_to_go', 'going', 'paused'] as const),
];

/** `months`: how far ahead, the day of the last month included. */
export type PreviewNotices = (months: number) => Promise<readonly NoticePreview[]>;

export interface PreviewPorts {
  readonly notices: Pick<Notices, 'all'>;
  readonly occurrences: Pick<Occurrences, 'of'>;
  /** notices that will be put into the database, if they are not in it yet */
  readonly given: readonly ProfileNotice[];
  readonly readHolidays: ReadHolidays;
  readonly reach: () => Promise<Reach>;
  readonly clock: Clock;
  /** IANA name of the line's zone */
  readonly zone: string;
}

/** By their times; also what is planned by then and stands nowhere yet. Nothing is written. @throws DomainError storage.unavailable */
export function createPreviewNotices(ports: PreviewPorts): PreviewNotices {
  const { notices, occurrences, given, readHolidays, reach, clock, zone } = ports;
  return async (months) => {
    const [kept, holidays, people] = await Promise.all([notices.all(), readHolidays(), reach()]);
    const today = clock.today();
    const times = { today, end: addDays(monthsLater(today, months), 1), now: clock.now(), zone, holidays };
    const begin = dayStartIn(zone, today);
    const close = dayStartIn(zone, times.end);
    const found: Occurrence[] = [];
    for (const notice of [...kept, ...notYet(given, kept, times.now)])
      found.push(...planned(notice, await occurrences.of(notice.id), times));
    return found
      .filter(({ state, at }) => ahead.includes(state) && at >= begin && at < close)
      .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
      .map((one) => previewOf(one, people));
  };
}

/** The profile's notices that are not in the database. */
function notYet(given: readonly ProfileNotice[], kept: readonly Notice[], now: number): readonly Notice[] {
  const known = new Set(kept.map(({ id }) => id));
  return given.filter(({ id }) => !known.has(id)).map((notice) => noticeOf(notice, now));
}

/** The occurrences of a notice as they will stand. */
function planned(notice: Notice, all: readonly Occurrence[], times: NoticeTimes): readonly Occurrence[] {
  const { made, changed, removed } = changesFor(notice, all, times);
  const gone = new Set([...removed, ...changed].map(({ id }) => id));
  return [...all.filter(({ id }) => !gone.has(id)), ...changed, ...made];
}

function previewOf(one: Occurrence, people: Reach): NoticePreview {
  const audience = audienceOf(one, people);
  const { notice, on, at, state, texts: text } = one;
  const recipients = sumOf(audience.map((way) => way.recipients));
  return { notice, on, at, state, audience, recipients, text };
}

/** The same day of a later month, or its last where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const last = lastOfMonth(Math.floor(count / 12), (count % 12) + 1);
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`;
}

/** Who gets an occurrence, by its ways. */
export function audienceOf({ ways }: Pick<Occurrence, 'ways'>, people: Reach): readonly Audience[] {
  return waysOn(ways).map((way) => {
    if (way !== 'mass') return { way, tag: null, recipients: people[way] };
    const tag = ways.mass?.tag ?? null;
    // how many carry a tag is the platform's to know
    return { way, tag, recipients: tag === null ? people.followers : null };
  });
}

const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
