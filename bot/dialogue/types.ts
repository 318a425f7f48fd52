/** The shapes of one chat turn. The engine imports only the question graph and runs anywhere. */
import type { Answers } from '../../questions/types.js';
import type { ArticleList, ArticlePage, ListQuery, PageQuery, ReadingPlace } from './articles.js';

/** Keyed hash of the account under a random key of this process: names a queue, a pool entry, a follow-up. */
export type Handle = string & { readonly handle: true };

/** Who speaks: tags are the account under the last four day keys, today's first; a session keeps the tag it began with. */
export interface Who {
  readonly handle: Handle;
  readonly tags: readonly string[];
}

export type Lang = 'zh' | 'en';
export type MenuKey = 'report' | 'check' | 'learn';
/** The words that work in every state, in Chinese and English, typed or tapped. */
export type Repair =
  'help' | 'back' | 'change' | 'skip' | 'repeat' | 'save' | 'continue' | 'delete' | 'cancel' | 'language';
export type Command = Repair | MenuKey;
export type Media = 'image' | 'voice' | 'video';

/** What a person did, made plain. `id` is the dedupe key, `at` the platform's time of sending in seconds. */
export type Input = { readonly id: string; readonly at: number } & (
  | { readonly t: 'text'; readonly text: string; readonly tap?: string }
  | { readonly t: 'place'; readonly words: string; readonly lat: number; readonly lng: number }
  | { readonly t: 'file'; readonly media: Media; readonly ref: string; readonly transcript?: string }
  | { readonly t: 'menu'; readonly key: MenuKey }
  | { readonly t: 'follow' | 'leave' | 'other' }
);

/** A file the person sent: fetched outside the turn, sealed, then `saved`. `ref` is the platform's id of it. */
export interface FileRef {
  /** 16 random bytes, hex */
  readonly id: string;
  readonly media: Media;
  readonly ref: string;
  /** seconds */
  readonly at: number;
  readonly state: 'fetching' | 'saved' | 'failed';
  /** set once it is saved */
  readonly kept?: KeptFile;
}

/** A sealed file: its place, its own key (base64url), and what it is. */
export interface KeptFile {
  readonly file: string;
  readonly key: string;
  readonly type: string;
  /** true size in bytes */
  readonly size: number;
}

/** A text by its id, with what stands in its placeholders. */
export interface Say {
  readonly text: string;
  readonly with?: Readonly<Record<string, string>>;
  /** text ids whose words, in the reader's language, fill a placeholder (a choice's label, a question's name) */
  readonly ids?: Readonly<Record<string, readonly string[]>>;
  /** days (`YYYY-MM-DD`) or spans (`from/to`) that are written out in the reader's language */
  readonly days?: Readonly<Record<string, string>>;
  /** the whole text is tapped: what it carries back, and the words it sends */
  readonly tap?: { readonly carries: string; readonly sends: Say | Command };
  /** the whole text leads to this address */
  readonly href?: string;
}

/** One way to answer: shown as "1 label"; a tap sends the label and carries `tap`. */
export interface Choice {
  /** the label */
  readonly say: Say;
  /** what a tap carries back, `<question or step>:<code>` */
  readonly tap: string;
}

export interface Reply {
  readonly lang: Lang;
  readonly say: readonly Say[];
  readonly choices: readonly Choice[];
  /** repair words offered as taps under the text, as far as four taps reach */
  readonly offer: readonly Command[];
  /** a secret reply uses the passive slot only and is never put into an outbox */
  readonly secret: boolean;
}

/** What is fixed just before the summary, until the four digits: sending twice sends the same. Bytes are hex. */
export interface Sending {
  readonly receipt: string;
  readonly caseNumber: string;
  readonly seeds: string;
  /** seconds, written before the report is stored: from then on it is looked up first whether it was */
  readonly tried?: number;
}

export interface TurnRecord {
  readonly id: string;
  /** kept for the last four inputs only */
  readonly reply: Reply | null;
}

/** A report under way: sealed and stored after every turn that changes it. */
export interface State {
  /** the question or step that waits for an answer: a question's id, `summary` or `receipt` */
  readonly at: string;
  /** a choice that has to be made before `at` goes on ("that was a question / part of my answer") */
  readonly aside?: Aside;
  readonly lang: Lang;
  /** version of the question graph */
  readonly graph: string;
  /** day the draft was begun, `YYYY-MM-DD`, and the second */
  readonly begun: string;
  readonly begunAt: number;
  /** 16 random bytes, hex; drawn when the draft begins, the report's id if it is sent */
  readonly reportId: string;
  readonly answers: Answers;
  /** the story so far, bubble by bubble, until the person says that it is told */
  readonly parts: readonly string[];
  readonly files: readonly FileRef[];
  /** things said that answer no question: shown back, kept, sent as notes */
  readonly notes: readonly string[];
  /** failed tries at the question */
  readonly tries: number;
  /** how often it was asked in a row; no words are used for more than three of them */
  readonly asks?: number;
  /** how often somebody wanted to pass over the question, which needs an answer: from the second time "I don't know" is one */
  readonly skips?: number;
  /** the account as it was before it was started again: `back` brings it back until the answer is closed */
  readonly dropped?: readonly string[];
  /** seconds: the latest input, and the input that brought the present question */
  readonly lastAt: number;
  readonly askedAt: number;
  /** saved and failed files the person has been told of */
  readonly told: number;
  /** page of the summary that is shown */
  readonly page: number;
  /** the last text taken as an answer and whether its turn was slow: then the same text again is a resend */
  readonly lastText?: string;
  readonly slow?: boolean;
  readonly sending?: Sending;
  /** set once it is sent: the day by which a person will have read it */
  readonly dueDay?: string;
  /** last 16 inputs, the last 4 with their replies: dedupe and stored reply in one */
  readonly turns: readonly TurnRecord[];
}

/** Somebody looks after a report with its receipt. Lives in memory only. */
export interface FollowUp {
  readonly at: 'menu' | 'add' | 'offer' | 'withdraw';
  readonly lang: Lang;
  readonly thread: ThreadView;
  readonly page: number;
  /** what was written before the person said whether it is an addition */
  readonly text?: string;
  readonly turns: readonly TurnRecord[];
}

/**
 * What a first message told, or the two things it may have meant, while nothing is under way. Lives in memory only, until
 * the person says what it is to be; then, at the earliest, anything of it is stored.
 */
export interface Opening {
  /** what was told, bubble by bubble; none where only two meanings are offered */
  readonly told: readonly string[];
  /** the ways on, in the order of their numbers */
  readonly offers: readonly Offer[];
  readonly turns: readonly TurnRecord[];
}

/** What somebody reads. Lives in memory only. */
export interface Reading extends ReadingPlace {
  readonly turns: readonly TurnRecord[];
}

/** `tell`: begin a report with what was told · a menu key · `person`: the telephone · a common question */
export type Offer = 'tell' | MenuKey | 'person' | `faq.${string}`;

export interface ThreadView {
  readonly caseNumber: string;
  readonly state: 'received' | 'read' | 'closed' | 'withdrawn' | 'deleted';
  readonly receivedDay: string;
  readonly dueDay: string;
  readonly additions: number;
  readonly messages: readonly { readonly day: string; readonly text: string; readonly verified: boolean }[];
}

/** What a turn needs from outside before it can go on; the same input is then advanced again with `Env.found`. */
export type Query =
  | { readonly get: 'thread'; readonly receipt: string }
  | ListQuery
  | PageQuery
  | { readonly do: 'add'; readonly text: string }
  | { readonly do: 'add-file'; readonly media: Media; readonly ref: string }
  | { readonly do: 'withdraw' }
  | { readonly do: 'send' }
  /** whether a report that was being sent is stored */
  | { readonly get: 'sent' };

export type Found =
  /** a receipt opened it */
  | { readonly opened: ThreadView }
  /** an open thread, after something was done to it */
  | { readonly thread: ThreadView }
  | { readonly articles: ArticleList }
  | { readonly article: ArticlePage | null }
  | { readonly sent: { readonly dueDay: string } }
  | { readonly unsent: 'limit' | 'closed' | 'unavailable' | 'nowhere' }
  | { readonly refused: 'unknown' | 'later' | 'limit' | 'closed' | 'full' | 'unavailable' };

export interface Env {
  readonly today: string;
  /** unpredictable bytes */
  draw(bytes: number): Uint8Array;
  /** whether a report can be begun or sent just now */
  readonly gate: 'open' | 'limit' | 'closed';
  readonly follow: FollowUp | null;
  readonly opening: Opening | null;
  readonly reading: Reading | null;
  /** the language of the last answer, where this process still knows it: nothing of it is stored */
  readonly lastLang?: Lang;
  readonly found?: Found;
}

export interface Step {
  /** what to keep of the report; null: nothing, and what was stored is overwritten */
  readonly state: State | null;
  readonly follow: FollowUp | null;
  readonly opening: Opening | null;
  readonly reading: Reading | null;
  /** null: say nothing */
  readonly reply: Reply | null;
  /** answer this first, then advance the same input again */
  readonly query?: Query;
}

export type Advance = (state: State | null, input: Input, env: Env) => Step;

/** A side question of the engine's own; what it needs to go on is in it. */
export interface Aside {
  readonly kind: string;
  readonly text?: string;
  readonly page?: number;
}
