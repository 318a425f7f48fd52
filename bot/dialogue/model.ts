/** What the engine knows of a profile: its graphs, the words people use, and how long a text is. */
import type { Graph } from '../../questions/types.js';
import type { ArticleKind } from './articles.js';
import type { Command, Lang, Say } from './types.js';
import type { Intents } from './understand/intents/intents.js';

export interface DialogueModel {
  /** the first is the language of a first meeting */
  readonly langs: readonly Lang[];
  /** every graph that a draft may be pinned to, by version */
  readonly graphs: ReadonlyMap<string, Graph>;
  readonly current: string;
  readonly lexicon: Readonly<Record<Lang, Lexicon>>;
  /** what first messages mean, learnt from examples */
  readonly intents: Intents;
  /** whether a text of this id exists (examples and second askings are optional) */
  has(id: string): boolean;
  /** bytes of these texts in this language, placeholders filled */
  measure(say: readonly Say[], lang: Lang): number;
}

/** Lists of words that are compared with whole messages or with their beginning and end. */
export const wordLists = [
  'emergency',
  'done',
  // phrases that close an account wherever they stand in a short clause: "就这么多", "that is all I know"
  'closings',
  'rewrite',
  // agreement; `send` beside it asks for sending, `right` finds the summary right, `heard` only understood something
  'yes',
  'send',
  'right',
  'heard',
  'no',
  // a yes to a question of fact; "ok" is none
  'indeed',
  // words that leave an answer unchanged in meaning: "吧", "应该", "please", "i think"
  'small',
  // words that take something back: "但是", "if"
  'reserves',
  // how an answer begins that there are no pictures; that there are, and not now or not here; that they are coming
  'nothing',
  'later',
  'absent',
  'coming',
  // "I would rather not", as a part of a short answer; "may I leave it out?"
  'refuses',
  'mayskip',
  'greetings',
  'thanks',
  'unknown',
  // "I do not understand you" and "one moment": answers to nothing
  'confused',
  'patience',
  // somebody is afraid, and says so
  'fears',
  // how people begin to correct themselves
  'corrections',
  // words before a phrase that turn it round: "not", "没"
  'negations',
  // marks of a question anywhere in a text, and words that open one
  'question',
  'questionStart',
  // how a text ends that is a question for sure
  'questionEnd',
  // words before a number that name an article; before and behind a kind of articles ("看", "文章"); before what somebody
  // looks for, and between the two
  'article',
  'look',
  'articles',
  'search',
  'about',
  // words before a number that name a line of the summary; words between a line's name and its new value
  'line',
  'becomes',
  // small words around a number or the name of a line: "选 2 吧", "change the time please"
  'before',
  'behind',
] as const;
export type WordList = (typeof wordLists)[number];

/** The words of one language. Lists hold the words as written; `matching.ts` brings both sides to one form. */
export interface Lexicon extends Readonly<Record<WordList, readonly string[]>> {
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** what the kinds of articles are called, the name first */
  readonly kinds: Readonly<Record<ArticleKind, readonly string[]>>;
  /** words that ask for a certain language; `commands.language` alone asks for the other one */
  readonly tongues: Readonly<Record<Lang, readonly string[]>>;
  /** `<question>.<code>` → the label first, then what people type for it */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** question id → its short name */
  readonly labels: ReadonlyMap<string, string>;
  readonly numbers: Readonly<Record<string, number>>;
  /** stands for a voice message inside a story; `{n}` is its number */
  readonly voiceMark: string;
}
