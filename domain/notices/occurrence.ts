/** One notice on one date: what goes out, when, how, and what became of it. A lead is an occurrence of its own. */
import type { OccurrenceState } from './lifecycle.js';
import type { InLangs, NoticeText, NoticeWays } from './notice.js';
import type { SendState, Way } from '../sending/send.js';

/** One thing that happened, for the timeline. `by`: a member of staff; null: the line itself. */
export interface OccurrenceEvent {
  readonly at: number;
  readonly by: string | null;
  readonly what: string;
  /** a code or a name of ours, never text of the notice */
  readonly detail: string | null;
}

/** What somebody wrote beside it: why it was sent back, what is to be looked at. */
export interface OccurrenceNote {
  readonly by: string;
  readonly at: number;
  readonly text: string;
}

/** What became of one way. */
export interface WayOutcome {
  readonly way: Way;
  /** the send's last state; `missed` also for one that never began */
  readonly state: SendState;
  readonly sent: number;
  readonly skipped: number;
  readonly doubt: number;
  readonly reason: string | null;
}

/** What a reviewer ticks, all of it. */
export const noticeChecks = [
  'names_no_real_person',
  'no_opinion_or_membership',
  'poses_as_no_authority',
] as const;

export interface Occurrence {
  /** `<notice>.<nominal day>.<lead>`: there is one of each */
  readonly id: string;
  readonly notice: string;
  /** counts every write */
  readonly revision: number;
  /** the revision since which words and state are as they are */
  readonly basis: number;
  /** the day that the rule names, and the day that it became where that one is off; `YYYY-MM-DD` */
  readonly nominal: string;
  readonly on: string;
  /** days before that day */
  readonly lead: number;
  readonly state: OccurrenceState;
  readonly stateAt: number;
  /** when it goes out, and until when it may; milliseconds since 1970 */
  readonly at: number;
  readonly windowEndsAt: number;
  /** the words with `{placeholders}`, which next year's begin with, and the same filled for this day */
  readonly templates: InLangs<NoticeText>;
  readonly texts: InLangs<NoticeText>;
  readonly article: string | null;
  readonly ways: NoticeWays;
  /** whose words it began with: the notice's, those of the year before, or the notice's for a day that somebody named */
  readonly createdFrom: 'rule' | 'copy' | 'hand';
  /** whether its day is the rule's: then it moves with it */
  readonly followsRule: boolean;
  /** an editor changed something of it: from then on it no longer changes with its notice */
  readonly touched: boolean;
  /** an editor set its time by hand: holidays do not change that */
  readonly moved: boolean;
  /** whether the year's holidays are known, where the day depends on them */
  readonly confirmed: boolean;
  /** members of staff; `editedBy` is whose words these are, null: the profile's */
  readonly editedBy: string | null;
  readonly editedAt: number;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly checks: readonly string[];
  readonly notes: readonly OccurrenceNote[];
  /** when its sends began; null: they did not */
  readonly startedAt: number | null;
  readonly outcome: readonly WayOutcome[] | null;
  readonly events: readonly OccurrenceEvent[];
}

export const occurrenceId = (notice: string, nominal: string, lead: number): string =>
  `${notice}.${nominal}.${lead}`;

/** An occurrence in a list: no words, no timeline. */
export type OccurrenceLine = Pick<
  Occurrence,
  | 'id'
  | 'notice'
  | 'revision'
  | 'on'
  | 'nominal'
  | 'lead'
  | 'at'
  | 'state'
  | 'stateAt'
  | 'ways'
  | 'confirmed'
  | 'moved'
>;

/** The occurrence as it is listed. */
export function lineOf(occurrence: Occurrence): OccurrenceLine {
  const { id, notice, revision, on, nominal, lead, at, state, stateAt, ways, confirmed, moved } = occurrence;
  return { id, notice, revision, on, nominal, lead, at, state, stateAt, ways, confirmed, moved };
}
