/** What follows for the occurrences of one notice, without doing it. */
import { addDays } from '../../questions/day.js';
import { furthestMove, type Holidays } from '../calendar/holidays.js';
import { occurrencesOf, type DayOfRule } from '../calendar/occurrences.js';
import { derivedFor, draftOf, wordsBefore, type Derived } from './draft-occurrence.js';
import { unsentStates, type OccurrenceState } from './lifecycle.js';
import { changed, moved, noted } from './move.js';
import { filled, sameWords } from './notice-words.js';
import { waysOn, type Notice, type NoticeWays } from './notice.js';
import { occurrenceId, type Occurrence } from './occurrence.js';

export interface NoticeChanges {
  /** drafts that are missing */
  readonly made: readonly Occurrence[];
  /** one revision on */
  readonly changed: readonly Occurrence[];
  readonly removed: readonly Occurrence[];
}

/** When it is, and how far ahead drafts stand: up to `end`, which is not included. */
export interface NoticeTimes {
  readonly today: string;
  readonly end: string;
  /** milliseconds since 1970 */
  readonly now: number;
  readonly zone: string;
  readonly holidays: Holidays;
}

const unsent: ReadonlySet<OccurrenceState> = new Set(unsentStates);

/** `all`: the occurrences of the notice that there are, by their nominal days */
export function changesFor(notice: Notice, all: readonly Occurrence[], times: NoticeTimes): NoticeChanges {
  const { today, end, now, zone, holidays } = times;
  const [from, to] = [addDays(today, -furthestMove), addDays(end, furthestMove)];
  const days = occurrencesOf(notice.rule, from, to, holidays);
  const next = all
    .filter(({ state }) => unsent.has(state))
    .map((one) => ({ one, next: nextOf(one, { notice, days, all, zone, now }) }));
  return {
    made: notice.active ? missing(notice, days, all, times) : [],
    changed: next.flatMap((found) => (found.next === null || found.next === 'remove' ? [] : [found.next])),
    removed: next.flatMap((found) => (found.next === 'remove' ? [found.one] : [])),
  };
}

function missing(
  notice: Notice,
  days: readonly DayOfRule[],
  all: readonly Occurrence[],
  { today, end, now, zone }: NoticeTimes,
): readonly Occurrence[] {
  const known = new Set(all.map(({ id }) => id));
  return days
    .filter(({ on }) => on >= today && on < end)
    .flatMap((day) => notice.leads.map((lead) => ({ day, lead })))
    .filter(({ day, lead }) => !known.has(occurrenceId(notice.id, day.nominal, lead)))
    .map(({ day, lead }) => {
      const before = wordsBefore(all, { nominal: day.nominal, lead });
      return draftOf(notice, day, { lead, zone, before, now, by: null });
    })
    .filter(({ windowEndsAt }) => windowEndsAt > now);
}

interface Given {
  readonly notice: Notice;
  readonly days: readonly DayOfRule[];
  readonly all: readonly Occurrence[];
  readonly zone: string;
  readonly now: number;
}

/** What becomes of one that is there; null: nothing. */
function nextOf(one: Occurrence, given: Given): Occurrence | 'remove' | null {
  const { notice, days, all, zone, now } = given;
  const at = { at: now, by: null };
  const waits = one.state === 'draft' || one.state === 'in_review';
  if (one.windowEndsAt <= now) return waits ? moved(one, 'miss', { ...at, detail: 'not_confirmed' }) : null;
  const untouched = one.state === 'draft' && !one.touched;
  // nobody had it in hand: it holds nothing that would be lost
  const removable = untouched && one.events.every(({ by }) => by === null);
  if (!notice.active) {
    if (removable) return 'remove';
    return one.state === 'draft' ? null : drafted(one, 'at_rest', now, {});
  }
  if (!one.followsRule) return null;
  const day = days.find(({ nominal }) => nominal === one.nominal);
  if (day === undefined || !notice.leads.includes(one.lead))
    return removable ? 'remove' : drafted(one, 'rule', now, { followsRule: false });
  const derived = derivedFor(notice, day, { lead: one.lead, zone, before: wordsBefore(all, one) });
  if (day.on !== one.on) return onOtherDay(one, derived, notice, now);
  if (untouched) return isSame(one, derived) ? null : changed(one, { ...derived });
  if (day.confirmed === one.confirmed) return null;
  const detail = day.confirmed ? 'confirmed' : 'unconfirmed';
  return noted(one, { ...at, what: 'calendar', detail }, { confirmed: day.confirmed, basis: one.basis });
}

/** It is a draft again, and its timeline says why: what was approved was another day. */
const drafted = (
  one: Occurrence,
  detail: 'holidays' | 'rule' | 'at_rest',
  now: number,
  change: Partial<Occurrence>,
): Occurrence =>
  moved(one, 'move', { at: now, by: null, detail }, { submittedBy: null, approvedBy: null, ...change });

function onOtherDay(one: Occurrence, derived: Derived, notice: Notice, now: number): Occurrence {
  const { on, confirmed, at, windowEndsAt } = derived;
  const times = one.moved ? {} : { at, windowEndsAt };
  if (!one.touched) return drafted(one, 'holidays', now, { ...derived });
  const texts = filled(one.templates, { on, nominal: one.nominal, since: notice.since });
  return drafted(one, 'holidays', now, { on, confirmed, texts, ...times });
}

function isSame(one: Occurrence, derived: Derived): boolean {
  const plain = [
    'at',
    'windowEndsAt',
    'confirmed',
    'article',
    'editedBy',
    'editedAt',
    'createdFrom',
  ] as const;
  return (
    plain.every((field) => one[field] === derived[field]) &&
    sameWords(one.templates, derived.templates) &&
    sameWords(one.texts, derived.texts) &&
    sameWays(one.ways, derived.ways)
  );
}

const sameWays = (one: NoticeWays, other: NoticeWays): boolean =>
  waysOn(one).join() === waysOn(other).join() && one.mass?.tag === other.mass?.tag;
