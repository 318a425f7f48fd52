/** The words that name the choices of a question: looked up, and made ready once for each model's words. */
import type { Question } from '../../../questions/types.js';
import type { DialogueModel } from '../model.js';
import { vocabulary, vocabularyOf, type Vocabulary } from './clauses.js';
import { lexicons, says, squeezedWord } from './matching.js';
import { isChinese } from './script.js';

/** The words by which a choice (its code, or a text id) is named, in all languages. */
export type WordsOf = (code: string) => readonly string[];

export const wordsOf =
  (model: DialogueModel, question: Question): WordsOf =>
  (code) =>
    lexicons(model).flatMap(([, lexicon]) => lexicon.choices.get(`${question.id}.${code}`) ?? []);

/** Lists that answer for a choice where only one of the choices has a word of them. */
const plain = ['yes', 'indeed', 'no', 'unknown'] as const;

/** Whether one of a choice's words is in a list; "ok" is a yes only where permission, not a fact, is asked for. */
function takes(model: DialogueModel, words: readonly string[], list: (typeof plain)[number]): boolean {
  const indeed = (word: string): boolean => says(model, word, (l) => l.indeed);
  return words.some((word) => says(model, word, (l) => l[list]) && (list !== 'yes' || !indeed(word)));
}

/** What is made of a question's words, once for each model's words. */
function oncePerQuestion<T>(
  make: (model: DialogueModel, question: Question) => T,
): (model: DialogueModel, question: Question) => T {
  const made = new WeakMap<DialogueModel['lexicon'], Map<Question, T>>();
  return (model, question) => {
    const of = made.get(model.lexicon) ?? new Map<Question, T>();
    made.set(model.lexicon, of);
    const found = of.get(question) ?? make(model, question);
    of.set(question, found);
    return found;
  };
}

/** Each choice with all that names it: its own words, and a plain yes, no or "don't know" where it alone takes one. */
export const vocabularies = oncePerQuestion((model, question) =>
  vocabulariesOf(model, question.choices ?? [], wordsOf(model, question)),
);

function vocabulariesOf(
  model: DialogueModel,
  codes: readonly string[],
  words: WordsOf,
): ReadonlyMap<string, Vocabulary> {
  const taking = plain.map((list) => {
    const found = codes.filter((code) => takes(model, words(code), list));
    return { list, code: found.length === 1 ? found[0] : undefined };
  });
  return new Map(
    codes.map((code) => {
      const lists = taking.filter((one) => one.code === code).map(({ list }) => list);
      return [code, new Set([...vocabularyOf(words(code)), ...vocabulary(model, ...lists)])] as const;
    }),
  );
}

/** A phrase that names a choice inside a text. */
interface Phrase {
  readonly code: string;
  readonly word: string;
  readonly unknown: boolean;
  readonly negation: boolean;
}

/** The phrases of all choices, those of one length together, the longest first. */
export const phrasesOf = oncePerQuestion((model, question): readonly (readonly Phrase[])[] => {
  const byLength = new Map<number, Phrase[]>();
  for (const code of question.choices ?? [])
    for (const word of wordsOf(model, question)(code)) {
      const { length } = squeezedWord(word);
      if (length < (isChinese(word) ? 2 : 3)) continue;
      const is = (list: 'unknown' | 'negations'): boolean => says(model, word, (l) => l[list]);
      const phrase = { code, word, unknown: is('unknown'), negation: is('negations') };
      byLength.set(length, [...(byLength.get(length) ?? []), phrase]);
    }
  return [...byLength].sort(([one], [other]) => other - one).map(([, phrases]) => phrases);
});
