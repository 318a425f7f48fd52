/** What the engine knows of a profile: its graphs, the words people use, and how long a text is. */
import type { Graph } from '../../questions/types.js';
import type { Command, Lang, Say } from './types.js';

export interface Book {
  /** the first is the language of a first meeting */
  readonly langs: readonly Lang[];
  /** every graph that a draft may be pinned to, by version */
  readonly graphs: ReadonlyMap<string, Graph>;
  readonly current: string;
  readonly lexicon: Readonly<Record<Lang, Lexicon>>;
  /** whether a text of this id exists (examples and second askings are optional) */
  has(id: string): boolean;
  /** bytes of these texts in this language, placeholders filled */
  measure(say: readonly Say[], lang: Lang): number;
}

/** The words of one language. Lists hold the words as written; `matching.ts` brings both sides to one form. */
export interface Lexicon {
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** `<question>.<code>` → the label first, then what people type for it */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** question id → its short name */
  readonly labels: ReadonlyMap<string, string>;
  readonly faq: readonly FaqEntry[];
  readonly emergency: readonly string[];
  readonly done: readonly string[];
  readonly rewrite: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly greetings: readonly string[];
  readonly thanks: readonly string[];
  readonly unknown: readonly string[];
  /** how people begin to correct themselves */
  readonly corrections: readonly string[];
  /** marks of a question anywhere in a text, and words that open one */
  readonly question: readonly string[];
  readonly questionStart: readonly string[];
  /** words before a number that name an article or a line of the summary */
  readonly article: readonly string[];
  readonly line: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  /** stands for a voice message inside a story; `{n}` is its number */
  readonly voiceMark: string;
}

export interface FaqEntry {
  readonly key: string;
  /** alternatives of groups that must all occur; a group is a list of words of which one must */
  readonly patterns: readonly (readonly (readonly string[])[])[];
}
