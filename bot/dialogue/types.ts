/** The shapes of one chat turn. The engine imports only the question graph and runs anywhere. */
import type { Answers } from '../../questions/types.js';

/** Keyed hash of the account under a random key of this process: names a queue, a pool entry, a follow-up. */
export type Handle = string & { readonly handle: true };

/** Who speaks: tags are the account under the last four day keys, today's first; a session keeps the tag it began with. */
export interface Who {
  readonly handle: Handle;
  readonly tags: readonly string[];
}

export type Lang = 'zh' | 'en';
export type MenuKey = 'report' | 'check' | 'learn';
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
  /** 16 random bytes, hex; also the name of the sealed file */
  readonly id: string;
  readonly media: Media;
  readonly ref: string;
  readonly state: 'fetching' | 'saved' | 'failed';
  /** the file's own key, base64url; set once it is saved */
  readonly key?: string;
  readonly type?: string;
  /** true size in bytes, set once saved */
  readonly size?: number;
}

/** A text by its id, with what stands in its placeholders. */
export interface Say {
  readonly text: string;
  readonly with?: Readonly<Record<string, string>>;
  /** text ids whose words, in the reader's language, fill a placeholder (a choice's label, a question's name) */
  readonly ids?: Readonly<Record<string, string>>;
}

/** One way to answer: shown as "1 label"; a tap sends the label and carries `tap`. */
export interface Choice {
  /** text id of the label */
  readonly label: string;
  readonly with?: Readonly<Record<string, string>>;
  /** what a tap carries back, `<question or step>:<code>` */
  readonly tap: string;
}

export interface Reply {
  readonly lang: Lang;
  readonly say: readonly Say[];
  readonly choices: readonly Choice[];
  /** repair words offered as taps under the text, as far as four taps reach */
  readonly offer: readonly string[];
  /** a secret reply uses the passive slot only and is never put into an outbox */
  readonly secret: boolean;
}

/** What is fixed just before the summary, until the four digits: sending twice sends the same. Bytes are hex. */
export interface Sending {
  readonly locator: string;
  readonly secret: string;
  readonly seeds: string;
}

export interface TurnRecord {
  readonly id: string;
  readonly reply: Reply | null;
}

/** A conversation. For `report` it is sealed and stored; `follow-up` lives in memory only. */
export interface State {
  readonly flow: 'report' | 'follow-up';
  /** the question or step that waits for an answer */
  readonly at: string;
  /** a choice that has to be made before `at` goes on ("that was a question / part of my answer") */
  readonly aside?: Aside;
  readonly lang: Lang;
  /** version of the question graph */
  readonly graph: string;
  /** day the draft was begun, `YYYY-MM-DD` */
  readonly begun: string;
  /** 16 random bytes, hex; drawn when the draft begins, the report's id if it is sent */
  readonly reportId: string;
  readonly answers: Answers;
  readonly files: readonly FileRef[];
  /** things said that answer no question: shown back, kept, sent as notes */
  readonly notes: readonly string[];
  /** failed tries at the question */
  readonly tries: number;
  /** seconds: the input before this one, and the input that brought the present question */
  readonly lastAt: number;
  readonly askedAt: number;
  /** saved and failed files the person has been told of */
  readonly told: number;
  /** the question to return to after one line of the summary was changed */
  readonly resume?: string;
  /** the last text taken as an answer, to know a resend after a slow turn */
  readonly lastText?: string;
  readonly slow?: boolean;
  readonly sending?: Sending;
  /** last 16 inputs, the last 4 with their replies: dedupe and stored reply in one */
  readonly turns: readonly TurnRecord[];
}

/** A side question of the engine's own; what it needs to go on is in it. */
export interface Aside {
  readonly kind: string;
  readonly text?: string;
  readonly page?: number;
}
