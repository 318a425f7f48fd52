/** Answers of the part of the API that knows what is planned: one notice on one day. */
import type { Named, Words } from './common-types.js';
import type { NoticeProblem, NoticeTexts, NoticeWays, SendWay } from './notice-types.js';

export const occurrenceStates = [
  'draft',
  'in_review',
  'scheduled',
  'about_to_go',
  'going',
  'paused',
  'done',
  'partly_done',
  'in_doubt',
  'refused',
  'missed',
  'cancelled',
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** The steps that a request may ask for. */
export type RequestedOccurrenceStep =
  'submit' | 'return' | 'approve' | 'reschedule' | 'unschedule' | 'stop' | 'cancel' | 'reopen';
/** What this person may do now. */
export type OccurrenceStep = 'edit' | RequestedOccurrenceStep;

export const noticeChecks = [
  'names_no_real_person',
  'no_opinion_or_membership',
  'poses_as_no_authority',
] as const;
export type NoticeCheck = (typeof noticeChecks)[number];

export interface OccurrenceLine {
  readonly id: string;
  /** id of the notice */
  readonly notice: string;
  readonly revision: number;
  readonly name: Words;
  readonly on: string;
  /** the day that the rule names */
  readonly nominal: string;
  /** days before that day */
  readonly lead: number;
  readonly at: string;
  readonly state: OccurrenceState;
  readonly stateAt: string;
  readonly ways: NoticeWays;
  /** false: its day hangs on holidays that are not announced yet */
  readonly confirmed: boolean;
  /** somebody set its time by hand */
  readonly moved: boolean;
  /** how many each way would reach now; null: it is off, or nobody knows */
  readonly reach: Readonly<Record<SendWay, number | null>>;
}

export const sendStates = [
  'waiting',
  'sending',
  'paused',
  'awaiting_admin',
  'checking',
  'limited',
  'done',
  'cancelled',
  'missed',
  'in_doubt',
  'refused',
] as const;
export type SendState = (typeof sendStates)[number];

export type SendAct = 'pause' | 'resume' | 'cancel' | 'retry' | 'settle';

/** How fast it goes. */
export interface SendLimits {
  /** messages under way at once */
  readonly concurrency: number;
  /** messages begun in a second; null: as many as the platform takes */
  readonly perSecond: number | null;
}

/** One way by which it goes out. */
export interface Send {
  readonly way: SendWay;
  readonly state: SendState;
  readonly stateAt: string;
  readonly reason: string | null;
  /** it says that it sends, and nothing has gone out for minutes */
  readonly stalled: boolean;
  /** goes on by itself then */
  readonly resumeAt: string | null;
  /** nothing of it begins later */
  readonly until: string;
  /** null: not counted yet */
  readonly total: number | null;
  readonly sent: number;
  /** by reason */
  readonly skipped: Readonly<Record<string, number>>;
  readonly doubt: number;
  readonly left: number | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly expectedEnd: string | null;
  readonly limits: SendLimits;
  /** what this person may do with it now */
  readonly acts: readonly SendAct[];
}

export interface PlannedSend {
  readonly kind: 'article' | 'notice';
  readonly id: string;
  readonly at: string;
}

/** What the platform lets the account send to many in a month, or on a day. */
export interface Budget {
  /** YYYY-MM, or YYYY-MM-DD */
  readonly period: string;
  readonly most: number;
  readonly sent: number;
  /** what neither was sent nor is planned */
  readonly left: number;
  readonly planned: readonly PlannedSend[];
}

export interface OccurrenceBudget extends Budget {
  /** what would not arrive any more if this went too; null: there is room */
  readonly displaces: readonly PlannedSend[] | null;
}

/** What is written down of a way once all is over. */
export interface WayOutcome {
  readonly way: SendWay;
  readonly state: string;
  readonly sent: number;
  readonly skipped: number;
  readonly doubt: number;
  readonly reason: string | null;
}

export interface OccurrenceEvent {
  readonly at: string;
  /** null: the line itself */
  readonly by: Named | null;
  readonly what: string;
  readonly detail: string | null;
}

export interface OccurrenceNote {
  readonly at: string;
  readonly by: Named;
  readonly text: string;
}

export interface Occurrence extends OccurrenceLine {
  readonly windowEndsAt: string;
  /** with {placeholders}, and filled for its day */
  readonly templates: NoticeTexts;
  readonly texts: NoticeTexts;
  /** id of the article that it links */
  readonly article: string | null;
  /** whose words it began with: the notice's, those of the year before, or it was made for a day that somebody named */
  readonly createdFrom: 'rule' | 'copy' | 'hand';
  /** whether its day is the rule's: then it moves with it */
  readonly followsRule: boolean;
  readonly touched: boolean;
  /** null: the profile's words */
  readonly editedBy: Named | null;
  readonly submittedBy: Named | null;
  readonly approvedBy: Named | null;
  readonly editedAt: string;
  readonly checks: readonly string[];
  readonly notes: readonly OccurrenceNote[];
  readonly events: readonly OccurrenceEvent[];
  readonly steps: readonly OccurrenceStep[];
  readonly problems: readonly NoticeProblem[];
  readonly sends: readonly Send[];
  readonly budget: OccurrenceBudget;
  readonly startedAt: string | null;
  readonly outcome: readonly WayOutcome[] | null;
}

export interface OccurrenceFilter {
  readonly from: string;
  /** included */
  readonly to: string;
  readonly state?: OccurrenceState;
}

/** What an editor changes; what is left out stays. */
export interface OccurrenceChange {
  readonly texts?: NoticeTexts;
  readonly ways?: NoticeWays;
  readonly article?: string | null;
  readonly at?: string;
}

export interface OccurrenceStepRequest {
  readonly revision: number;
  readonly step: RequestedOccurrenceStep;
  readonly at?: string;
  readonly checks?: readonly NoticeCheck[];
  readonly note?: string;
}
