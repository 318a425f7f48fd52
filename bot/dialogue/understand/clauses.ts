/**
 * A message in its clauses, and what a clause is made of: "行啊" is a yes and a small word, "oh no" a small word and a
 * no. A clause that holds anything else ("不同意的话") is made of nothing: it is never read as a yes or a no.
 */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel, WordList } from '../model.js';
import { lexicons } from './matching.js';
import { isChinese } from './script.js';
import { isSurelyQuestion } from './question-form.js';

/** Tokens a clause may have and still be made of small words only. */
const mostTokens = 14;
/** Tokens of the longest phrase of a word list. */
const longestPhrase = 8;

const stops = /(?<=[?])|[,;:!。、…~\n()[\]"“”]+(?!\d)|\.+(?=\s|$)|\.{2,}/u;
const blanks = /(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])/u;

/** The clauses of a text, between stops and, where it is written in Chinese, between blanks. A `?` stays at its clause. */
export function clausesOf(text: string): readonly string[] {
  const said = text.normalize('NFKC');
  return said
    .split(stops)
    .flatMap((part) => (isChinese(said) ? part.split(blanks) : [part]))
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

/** Characters of Chinese and words of everything else. */
function tokensOf(text: string): readonly string[] {
  const said = fold(text)
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[\p{P}\p{S}\p{C}]+/gu, ' ');
  return said.match(/[\u3400-\u9fff]|[^\s\u3400-\u9fff]+/gu) ?? [];
}

/** Phrases in their tokens. */
export type Vocabulary = ReadonlySet<string>;
export const vocabularyOf = (words: readonly string[]): Vocabulary =>
  new Set(words.map((word) => tokensOf(word).join(' ')));

const known = new WeakMap<DialogueModel['lexicon'], Map<string, Vocabulary>>();

/** The words of these lists in all languages of the model, made once. */
export function vocabulary(model: DialogueModel, ...lists: readonly WordList[]): Vocabulary {
  const of = known.get(model.lexicon) ?? new Map<string, Vocabulary>();
  known.set(model.lexicon, of);
  const key = lists.join();
  const made =
    of.get(key) ??
    vocabularyOf(lexicons(model).flatMap(([, lexicon]) => lists.flatMap((list) => lexicon[list])));
  of.set(key, made);
  return made;
}

/** Whether a clause is made of `wanted` phrases, one at least, and of `small` words around them, and of nothing else. */
export function madeOf(clause: string, wanted: Vocabulary, small: Vocabulary): boolean {
  const tokens = tokensOf(clause);
  if (tokens.length === 0 || tokens.length > mostTokens) return false;
  // At each place: whether it can be reached at all, and with a wanted phrase on the way.
  const reached = [{ any: true, wanted: false }, ...tokens.map(() => ({ any: false, wanted: false }))];
  for (const [at, here] of reached.entries()) {
    if (!here.any && !here.wanted) continue;
    for (let end = at + 1; end <= Math.min(tokens.length, at + longestPhrase); end += 1) {
      const phrase = tokens.slice(at, end).join(' ');
      const there = reached[end];
      if (there === undefined) continue;
      if (wanted.has(phrase)) there.wanted = true;
      if (small.has(phrase)) {
        there.any ||= here.any;
        there.wanted ||= here.wanted;
      }
    }
  }
  return reached.at(-1)?.wanted === true;
}

/** Small words of every kind: they say nothing by themselves and change nothing beside other words. */
export const smallWords = (model: DialogueModel, ...more: readonly WordList[]): Vocabulary =>
  vocabulary(model, 'small', 'thanks', 'greetings', ...more);

/** What a text says: the clauses that say what is looked for, and those that say something else. */
export interface Said {
  readonly own: readonly string[];
  readonly other: readonly string[];
}

/** Parts a text by what its clauses are made of; clauses of small words alone, or of `besides`, count for neither. */
export function saidWith(
  model: DialogueModel,
  text: string,
  wanted: Vocabulary,
  besides: readonly WordList[] = [],
): Said {
  const small = smallWords(model);
  const beside = smallWords(model, ...besides);
  const clauses = clausesOf(text);
  const own = clauses.filter((clause) => madeOf(clause, wanted, small));
  return { own, other: clauses.filter((one) => !own.includes(one) && !madeOf(one, beside, small)) };
}

/** Whether a clause of the text asks something. */
export const asksSomething = (model: DialogueModel, text: string): boolean =>
  clausesOf(text).some((clause) => isSurelyQuestion(model, clause));

/** Whether a text is made of these lists only: "没有没有", "no dear", "不用，谢谢". A question never is. */
export function isMadeOf(model: DialogueModel, text: string, ...lists: readonly WordList[]): boolean {
  const { own, other } = saidWith(model, text, vocabulary(model, ...lists));
  return own.length > 0 && other.length === 0 && !asksSomething(model, text);
}
