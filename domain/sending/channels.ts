/** The platform's accounts as sending sees them. */
import type { SendOrder } from './send.js';

/** What became of one message. */
export type Delivered =
  | { readonly is: 'sent' }
  /** this person cannot get it; `back`: what they allowed is still theirs, `gone`: it is not */
  | { readonly is: 'skipped'; readonly reason: string; readonly consent: 'back' | 'gone' }
  /** may have gone out; `busy`: the platform asks for less */
  | { readonly is: 'doubt'; readonly reason: string; readonly busy: boolean }
  /** surely did not, and may the next moment */
  | { readonly is: 'not_sent'; readonly reason: string }
  | LimitReached
  /** surely did not, and none would: words, settings, permissions */
  | { readonly is: 'refused'; readonly reason: string };

/** Surely did not go out, and nothing will until the next minute, or until the next day. */
export interface LimitReached {
  readonly is: 'limit';
  readonly reason: string;
  readonly until: 'minute' | 'day';
}

/** One of the account's forms, filled for one order. */
export interface NoticeChannel {
  /** the form, whose consents are spent */
  readonly template: string;
  /** Sends once. Never throws what is an answer of the platform, or the lack of one; whatever it throws is a doubt. */
  deliver(openid: string): Promise<Delivered>;
}

/** Why there is no channel for an order. */
export interface NoChannel {
  readonly refused: string;
}

export type MassPrepared =
  /** `draftId` null: it goes as text */
  | { readonly is: 'ready'; readonly draftId: string | null }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'later'; readonly reason: string };

export type MassSubmitted =
  /** `jobId` also of an earlier call under the same key */
  | { readonly is: 'accepted'; readonly jobId: string; readonly awaitsAdmin: boolean }
  | { readonly is: 'refused'; readonly reason: string }
  /** certainly not arrived */
  | { readonly is: 'not_sent'; readonly reason: string }
  /** may have arrived */
  | { readonly is: 'lost'; readonly reason: string }
  | LimitReached;

export type MassSeen =
  | { readonly is: 'running' }
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly reason: string }
  | { readonly is: 'unknown' };

/** Mass sends of the Official Account. None of these throws what is an answer of the platform, or the lack of one. */
export interface MassChannel {
  /** Makes ready there what is to be sent; nobody sees it. Doing it twice leaves a draft over. */
  prepare(order: SendOrder): Promise<MassPrepared>;
  /** `key` names it for a day: however often it is asked for, it goes out once. */
  submit(order: SendOrder, draftId: string | null, key: string): Promise<MassSubmitted>;
  look(jobId: string): Promise<MassSeen>;
}
