/** A send: one way by which an occurrence goes out, to whom, and how far it has come. */

export const ways = ['mass', 'account', 'mini'] as const;
/** - `mass`: one job of the Official Account for all followers, or those with a tag
 *  - `account`, `mini`: one message to each who allowed one, in the Official Account or the mini-program */
export type Way = (typeof ways)[number];

export type SendLang = 'zh' | 'en';

/** What is to be sent; nothing of it changes afterwards. */
export interface SendOrder {
  /** `<occurrence>.<way>`: there is one of each */
  readonly id: string;
  readonly occurrence: string;
  readonly way: Way;
  /** of a mass send: only followers with this tag; null: all */
  readonly tag: number | null;
  /** id of the article that it leads to; null: it leads to none */
  readonly article: string | null;
  readonly texts: Readonly<Record<SendLang, { readonly title: string; readonly body: string }>>;
  /** the day that it is about, `YYYY-MM-DD` */
  readonly on: string;
  /** a web address, or a page of the mini-program */
  readonly page: string;
  /** the end of its window: nothing of it begins later; milliseconds since 1970 */
  readonly until: number;
}

export const sendStates = [
  'waiting',
  'sending',
  'paused',
  'limited',
  'awaiting_admin',
  'checking',
  'done',
  'cancelled',
  'missed',
  'in_doubt',
  'refused',
] as const;
/** - `limited`: the platform's quota is used up; it goes on by itself at `resumeAt`
 *  - `awaiting_admin`: an administrator of the account has to confirm a mass send within 30 minutes
 *  - `checking`: the platform works on a mass send
 *  - `missed`: the window passed before all were sent
 *  - `in_doubt`: whether all or some went out is not known; a person settles it
 *  - `refused`: the platform took nothing more of it; may be offered again inside its window */
export type SendState = (typeof sendStates)[number];

/** How many, of those that are through. Nobody is in two of them. */
export interface Tally {
  readonly sent: number;
  /** by reason: `no_consent`, `unreachable`, or the platform's number */
  readonly skipped: Readonly<Record<string, number>>;
  /** may have gone out: the answer was lost, or whoever sent it died before it could be written down */
  readonly doubt: number;
}

export interface SendProgress extends Tally {
  /** how many there are in all; null: not known yet */
  readonly total: number | null;
  /** milliseconds since 1970; null: not yet */
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** up to which recipient everybody is through, in the order of their ids; null: none yet */
  readonly cursor: string | null;
}

/** How fast it goes; may be changed while it does. */
export interface SendLimits {
  /** messages under way at once */
  readonly concurrency: number;
  /** messages begun in a second; null: as many as the platform takes */
  readonly perSecond: number | null;
}

export const usualLimits: SendLimits = { concurrency: 64, perSecond: null };
/** What the limits may be. */
export const mostLimits = { concurrency: 256, perSecond: 10_000 } as const;

export interface Send extends SendOrder {
  /** 8 random bytes, hex: what its deliveries are called, and its name at the platform */
  readonly key: string;
  readonly state: SendState;
  /** when it came to be in this state */
  readonly stateAt: number;
  /** why it is as it is: a word of ours or the platform's number */
  readonly reason: string | null;
  /** when a limited one goes on; milliseconds since 1970 */
  readonly resumeAt: number | null;
  readonly progress: SendProgress;
  /** the tally of those up to the cursor: what a worker that takes over begins to count from */
  readonly counted: Tally;
  /** when something of it last went on */
  readonly progressAt: number;
  readonly limits: SendLimits;
  /** of the account's forms the one that it fills, whose consents it spends; null: not chosen yet */
  readonly template: string | null;
  /** the mass send at the platform */
  readonly mass: MassPart | null;
  /** the platform's id of the mass send */
  readonly jobId: string | null;
  /** counts who worked on it: only the last one's writes are taken */
  readonly fence: number;
  /** changes while somebody works on it */
  readonly beat: number;
  /** until when whoever works on it said to be back, by their clock; 0: nobody does */
  readonly leaseUntil: number;
}

/** What the platform was told of a mass send. */
export interface MassPart {
  /** counts tries under names of their own; a new one only after the platform surely refused the last */
  readonly attempt: number;
  /** the article as a draft there; null: it goes as text, or is not there yet */
  readonly draftId: string | null;
  /** whether what is sent was made ready there */
  readonly prepared: boolean;
  /** when this try was first made; null: it was not */
  readonly calledAt: number | null;
}

export const emptyTally: Tally = { sent: 0, skipped: {}, doubt: 0 };

/** How many a tally holds. */
export function through({ sent, skipped, doubt }: Tally): number {
  return sent + doubt + Object.values(skipped).reduce((sum, count) => sum + count, 0);
}

/** Milliseconds without anything going on after which a send is stalled. */
export const stallMs = 2 * 60_000;

/** Whether it says that it is sending and does not: nothing went on for two minutes. */
export function isStalled({ state, progressAt }: Pick<Send, 'state' | 'progressAt'>, now: number): boolean {
  return state === 'sending' && now - progressAt > stallMs;
}

/** When it will be through at the pace so far, in milliseconds since 1970; null: not known. */
export function expectedEnd(
  { state, progress }: Pick<Send, 'state' | 'progress'>,
  now: number,
): number | null {
  const { startedAt, total } = progress;
  const done = through(progress);
  if (state !== 'sending' || startedAt === null || total === null || done === 0 || now <= startedAt)
    return null;
  return Math.round(now + (Math.max(0, total - done) * (now - startedAt)) / done);
}
