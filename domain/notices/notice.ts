/** A notice: which day it is about, when and how it goes out, and its words with what differs from year to year left open. */
import type { MovedRule } from '../calendar/day-rule.js';
import { ways, type Way } from '../sending/send.js';

export const noticeLangs = ['zh', 'en'] as const;
export type NoticeLang = (typeof noticeLangs)[number];

export type InLangs<T> = Readonly<Record<NoticeLang, T>>;

/** `{placeholders}` stand for what differs from year to year. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** How it goes out; a notice may have several. */
export interface NoticeWays {
  /** a mass send of the Official Account: one unit of the month's budget; `tag` null: to all followers */
  readonly mass: { readonly tag: number | null } | null;
  /** to who allowed one message of the Official Account */
  readonly account: boolean;
  /** to who allowed one message of the mini-program */
  readonly mini: boolean;
}

/** The ways that are on. */
export const waysOn = (chosen: NoticeWays): readonly Way[] =>
  ways.filter((way) => (way === 'mass' ? chosen.mass !== null : chosen[way]));

/** What an editor sets. */
export interface NoticeContent {
  /** may have placeholders too */
  readonly name: InLangs<string>;
  readonly rule: MovedRule;
  /** the year that counts as the first; null: it is not counted */
  readonly since: number | null;
  /** `HH:MM` in the line's zone */
  readonly at: string;
  readonly texts: InLangs<NoticeText>;
  /** id of an article to link; null: none */
  readonly article: string | null;
  readonly ways: NoticeWays;
  /** days before; 0 is the day itself */
  readonly leads: readonly number[];
  /** how long after its time it may still go out */
  readonly windowHours: number;
}

export interface Notice extends NoticeContent {
  /** a profile's own name for it, or 16 random bytes, hex */
  readonly id: string;
  /** counts every write */
  readonly revision: number;
  readonly active: boolean;
  readonly source: 'profile' | 'desk';
  /** a member of staff; null: the profile's words */
  readonly editedBy: string | null;
  /** milliseconds since 1970 */
  readonly editedAt: number;
}

export const usualWindowHours = 24;

/** Characters as the platform counts them (UTF-16 units); `body` in bytes of UTF-8. */
export const noticeLimits = {
  ...{ name: 80, title: 20, body: 600, template: 1_000 },
  ...{ leads: 5, lead: 60, windowHours: 72 },
} as const;
