/** Answers of the part of the API that knows notices. Times are ISO 8601 in UTC, days are YYYY-MM-DD in the line's zone. */
import type { Lang, Named, Words } from './common-types.js';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}
export type NoticeTexts = Readonly<Record<Lang, NoticeText>>;

export const sendWays = ['mass', 'account', 'mini'] as const;
export type SendWay = (typeof sendWays)[number];

export interface NoticeWays {
  /** a mass send of the Official Account; `tag` null: to all followers */
  readonly mass: { readonly tag: number | null } | null;
  /** to who allowed one message of the Official Account, or of the mini-program */
  readonly account: boolean;
  readonly mini: boolean;
}

export type Nth = 1 | 2 | 3 | 4 | 5 | -1;

/** When something happens, year after year or once. */
export type DayRule =
  | {
      readonly kind: 'yearly';
      readonly month: number;
      readonly day: number;
      readonly leap?: 'before' | 'skip';
      readonly since?: number;
    }
  | {
      readonly kind: 'weekday';
      readonly month: number;
      /** 1 Monday … 7 Sunday */
      readonly weekday: number;
      readonly nth: Nth;
      readonly since?: number;
    }
  | {
      readonly kind: 'lunar';
      readonly month: number;
      readonly day: number | 'last';
      readonly since?: number;
    }
  | { readonly kind: 'once'; readonly on: string };

/** `moved`: where nobody works on the day, the working day before it, or after it. */
export type MovedRule = DayRule & { readonly moved?: 'before' | 'after' };

/** All that an editor sets of a notice. */
export interface NoticeContent {
  readonly name: Words;
  readonly rule: MovedRule;
  /** the year that counts as the first; null: it is not counted */
  readonly since: number | null;
  /** HH:MM in the line's zone */
  readonly at: string;
  /** with {placeholders} */
  readonly texts: NoticeTexts;
  /** id of an article to link */
  readonly article: string | null;
  readonly ways: NoticeWays;
  /** days before; 0 is the day itself */
  readonly leads: readonly number[];
  readonly windowHours: number;
}

/** A day of a rule. */
export interface RuleDay {
  readonly on: string;
  /** the day that the rule names */
  readonly nominal: string;
  /** false: it hangs on holidays that are not announced yet */
  readonly confirmed: boolean;
}

export interface Notice extends NoticeContent {
  readonly id: string;
  readonly revision: number;
  readonly active: boolean;
  readonly source: 'profile' | 'desk';
  /** null: the profile's words */
  readonly editedBy: Named | null;
  readonly editedAt: string;
}

/** Something that is missing, or that somebody should know. */
export interface NoticeProblem {
  readonly level: 'stop' | 'warn';
  readonly lang: Lang | null;
  readonly field: string;
  readonly code: string;
  readonly max?: number;
}

/** The next days of a rule. */
export interface NoticePreview {
  readonly days: readonly RuleDay[];
}

/** How many would get a notice now; null: not known. */
export interface People {
  readonly account: number | null;
  readonly mini: number | null;
  readonly followers: number | null;
}

/** A mass send that somebody made in the platform's own back office. */
export interface HandSend {
  readonly id: string;
  readonly on: string;
  readonly note: string;
  readonly by: Named;
  readonly at: string;
}
