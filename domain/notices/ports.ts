/** What notices need from outside. */
import type { OccurrenceState } from './lifecycle.js';
import type { Notice } from './notice.js';
import type { Occurrence, OccurrenceLine } from './occurrence.js';

export interface Notices {
  /** False: there is one with this id already, and it stays as it is. */
  insert(notice: Notice): Promise<boolean>;
  byId(id: string): Promise<Notice | null>;
  /** All of them, also those at rest, by id. */
  all(): Promise<readonly Notice[]>;
  /** Writes over the one with the revision before it (`notice.revision - 1`). False: another write was faster. */
  replace(notice: Notice): Promise<boolean>;
}

export interface Occurrences {
  /** False: there is one with this id already, and it stays as it is. */
  insert(occurrence: Occurrence): Promise<boolean>;
  byId(id: string): Promise<Occurrence | null>;
  /** Writes over the one with the revision before it. False: another write was faster, and nothing is written. */
  replace(occurrence: Occurrence): Promise<boolean>;
  /** Takes away what nobody touched, if it still has this revision. False: it has not. */
  remove(occurrence: Pick<Occurrence, 'id' | 'revision'>): Promise<boolean>;
  /** All of one notice, by their nominal days. */
  of(notice: string): Promise<readonly Occurrence[]>;
  /** Those in one of the states whose time is `by` or before, the earliest first. */
  due(states: readonly OccurrenceState[], by: number, limit: number): Promise<readonly Occurrence[]>;
  /** Those whose time is from one moment to another (the second excluded), in one of the states if any are named, the earliest first. */
  between(from: number, to: number, states?: readonly OccurrenceState[]): Promise<readonly Occurrence[]>;
  /** The same as lines. */
  lines(from: number, to: number, states?: readonly OccurrenceState[]): Promise<readonly OccurrenceLine[]>;
}

/** A mass send that somebody made in the platform's own back office: the line cannot see it, and the month is short of it. */
export interface HandSend {
  /** 16 random bytes, hex */
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly note: string;
  readonly by: string;
  /** when it was entered, milliseconds since 1970 */
  readonly at: number;
}

export interface HandSends {
  add(send: HandSend): Promise<void>;
  /** Those of the days from one to another, both included, by day. */
  between(from: string, to: string): Promise<readonly HandSend[]>;
}

/** The private link to the calendar of what is planned: one a member of staff. */
export interface NoticeFeed {
  readonly staffId: string;
  /** hash of the key in the link: it finds the feed and opens nothing */
  readonly keyHash: string;
  /** `YYYY-MM-DD` */
  readonly madeOn: string;
}

export interface NoticeFeeds {
  /** Stores it in the place of the member's earlier one, if there is one. */
  put(feed: NoticeFeed): Promise<void>;
  of(staffId: string): Promise<NoticeFeed | null>;
  byKey(keyHash: string): Promise<NoticeFeed | null>;
  /** None there is no error. */
  remove(staffId: string): Promise<void>;
}

/** Makes and reads keys of feeds. */
export interface FeedKeys {
  /** 32 random bytes as text, and their hash */
  make(): { readonly key: string; readonly hash: string };
  /** Null: this can be no such key. */
  hash(key: string): string | null;
}

/** How many would get a notice now. Null: not known. */
export interface Reach {
  /** consents of the Official Account and of the mini-program that are left */
  readonly account: number | null;
  readonly mini: number | null;
  readonly followers: number | null;
}
