/** Moving an article or a day notice to another time: what may be moved, and where to. */
import type { ArticleLine, ArticleState } from '../api/article-types.js';
import type { OccurrenceLine, OccurrenceState } from '../api/occurrence-types.js';
import { isDay } from './calendar-range.js';
import type { Wall, Zone } from './calendar-zone.js';

/** Why an article stays where it is. */
export type FixedReason =
  | 'right'
  /** it has no time before it is approved */
  | 'unapproved'
  | 'holding'
  | 'going'
  | 'gone'
  | 'refused'
  | 'withdrawn';

const reasons: Readonly<Record<Exclude<ArticleState, 'scheduled'>, FixedReason>> = {
  draft: 'unapproved',
  in_review: 'unapproved',
  about_to_go: 'holding',
  submitted: 'going',
  awaiting_admin: 'going',
  checking: 'going',
  published: 'gone',
  partly_published: 'gone',
  in_doubt: 'gone',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/**
 * null: it may be moved. @param what which of an article's two times: what readers have already does not move
 * @param mayMove whether this person may at all
 */
export function whyFixed(
  { state }: Pick<ArticleLine, 'state'>,
  what: 'planned' | 'published',
  mayMove: boolean,
): FixedReason | null {
  if (what === 'published') return 'gone';
  if (state !== 'scheduled') return reasons[state];
  return mayMove ? null : 'right';
}

/** Why a day notice stays where it is. */
export type NoticeFixedReason =
  | 'noticeRight'
  /** its time is changed before it is confirmed, or after it is approved */
  | 'noticeReview'
  | 'holding'
  | 'noticeGoing'
  | 'noticeGone'
  | 'noticeOff';

const noticeReasons: Readonly<Record<Exclude<OccurrenceState, 'draft' | 'scheduled'>, NoticeFixedReason>> = {
  in_review: 'noticeReview',
  about_to_go: 'holding',
  going: 'noticeGoing',
  paused: 'noticeGoing',
  done: 'noticeGone',
  partly_done: 'noticeGone',
  in_doubt: 'noticeGone',
  refused: 'noticeGone',
  missed: 'noticeOff',
  cancelled: 'noticeOff',
};

/** null: it may be moved. @param mayMove whether this person may at all */
export function whyNoticeFixed(
  { state }: Pick<OccurrenceLine, 'state'>,
  mayMove: boolean,
): NoticeFixedReason | null {
  if (state !== 'draft' && state !== 'scheduled') return noticeReasons[state];
  return mayMove ? null : 'noticeRight';
}

export type MoveProblem =
  | 'day'
  | 'time'
  /** left out where clocks go forward */
  | 'gap'
  | 'past'
  /** too near to be stopped once more; the server would put it off by itself */
  | 'near'
  | 'same';

export type Move =
  { readonly at: string; readonly problem: null } | { readonly at: null; readonly problem: MoveProblem };

/** Milliseconds that an article is about to go and can be stopped: as the server has it. */
export const holdMs = 10 * 60_000;

/** Where a drag, or the fields, would move it to. The same rules for both. @param from ISO: where it stands */
export function planMove(from: string, to: Wall, zone: Zone, now: number): Move {
  const no = (problem: MoveProblem): Move => ({ at: null, problem });
  if (!isDay(to.day)) return no('day');
  if (!/^\d\d:\d\d$/.test(to.time)) return no('time');
  const { day, time } = zone.wall(from);
  if (day === to.day && time === to.time) return no('same');
  const at = zone.moment(to);
  if (at === null) return no('gap');
  if (at <= now) return no('past');
  return at < now + holdMs ? no('near') : { at: new Date(at).toISOString(), problem: null };
}
