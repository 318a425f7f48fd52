/** Which of a question's choices a text names: by number, by label, in a clause, by a phrase, or typed with mistakes. */
import type { Question } from '../../questions/types.js';
import type { Book, WordList } from './book.js';
import { clausesOf, madeOf, vocabulary, vocabularyOf, type Vocabulary } from './clauses.js';
import {
  affirms,
  contains,
  heard,
  type Heard,
  isChinese,
  isOneOf,
  isSurelyQuestion,
  isTelling,
  lexicons,
  says,
  spaced,
  spacedWord,
  squeeze,
  squeezedWord,
} from './matching.js';
import { numberIn } from './matching-numbers.js';

/** How surely a text names a choice: `exact` whole message, number or clause, `within` a phrase inside a longer text. */
export interface ChoiceMatch {
  readonly code: string;
  readonly how: 'exact' | 'within';
  /** what was said beside the choice */
  readonly rest: string;
}

type WordsOf = (code: string) => readonly string[];

const wordsOf =
  (book: Book, question: Question): WordsOf =>
  (code) =>
    lexicons(book).flatMap(([, lexicon]) => lexicon.choices.get(`${question.id}.${code}`) ?? []);

/** The choice a text names, `range` when it is a number that stands for none, or null. */
export function choiceIn(book: Book, question: Question, text: string): ChoiceMatch | 'range' | null {
  const codes = question.choices ?? [];
  const words = wordsOf(book, question);
  const number = numberIn(book, text);
  if (number !== null) {
    const code = codes[number.n - 1];
    const other = number.loose ? within(book, question, number.rest)?.code : undefined;
    if (code !== undefined && (other === undefined || other === code))
      return { code, how: 'exact', rest: /^\d/.test(number.rest) ? text : number.rest };
    if (number.rest === '') return 'range';
  }
  const exact = codes.find((code) => isOneOf(text, words(code)));
  if (exact !== undefined) return { code: exact, how: 'exact', rest: '' };
  const clause = byClauses(book, question, text);
  if (clause === 'several') return null;
  // Where another choice is named too, it has to be asked which is meant. A clause that is a choice and nothing else
  // outweighs a word beside it, but not a yes a no: "yes, but don't call".
  const known = vocabularies(book, question);
  const means = (code: string, ...lists: readonly WordList[]): boolean =>
    lists.some((list) => known.get(code)?.has([...vocabulary(book, list)][0] ?? '') === true);
  const others = choicesNamed(book, question, text).filter((code) => code !== clause?.code);
  if (clause === null ? others.length > 1 : others.some((code) => means(code, 'yes', 'indeed', 'no')))
    return null;
  const found =
    clause ??
    within(book, question, text) ??
    (isSurelyQuestion(book, text) ? null : alike(book, text, codes, words));
  if (found === null) return null;
  // "It cannot be that there is nobody" is no plain no.
  return means(found.code, 'no') && isTurnedTwice(book, text) ? null : found;
}

/** Whether a clause holds two negations that are not one said twice ("没有没有"). */
function isTurnedTwice(book: Book, text: string): boolean {
  const marks = lexicons(book)
    .flatMap(([, { negations }]) => negations)
    .sort((a, b) => b.length - a.length);
  return clausesOf(text).some((clause) => {
    let left = isChinese(clause) ? squeeze(clause).replace(/(.{1,4}?)\1+/gu, '$1') : spaced(clause);
    let count = 0;
    for (const mark of marks) {
      const parts = left.split(isChinese(mark) ? squeezedWord(mark) : ` ${mark} `);
      count += parts.length - 1;
      left = parts.join(' | ');
    }
    return count > 1;
  });
}

/** Lists that answer for a choice where only one of the choices has a word of them. */
const plain = ['yes', 'indeed', 'no', 'unknown'] as const;

/** Whether one of a choice's words is in a list; "ok" is a yes only where permission, not a fact, is asked for. */
function takes(book: Book, words: readonly string[], list: (typeof plain)[number]): boolean {
  const indeed = (word: string): boolean => says(book, word, (l) => l.indeed);
  return words.some((word) => says(book, word, (l) => l[list]) && (list !== 'yes' || !indeed(word)));
}

/** What is made of a question's words, once for each book. */
function oncePerQuestion<T>(
  make: (book: Book, question: Question) => T,
): (book: Book, question: Question) => T {
  const made = new WeakMap<Book, Map<Question, T>>();
  return (book, question) => {
    const of = made.get(book) ?? new Map<Question, T>();
    made.set(book, of);
    const found = of.get(question) ?? make(book, question);
    of.set(question, found);
    return found;
  };
}

/** Each choice with all that names it: its own words, and a plain yes, no or "don't know" where it alone takes one. */
const vocabularies = oncePerQuestion((book, question) =>
  vocabulariesOf(book, question.choices ?? [], wordsOf(book, question)),
);

function vocabulariesOf(
  book: Book,
  codes: readonly string[],
  words: WordsOf,
): ReadonlyMap<string, Vocabulary> {
  const taking = plain.map((list) => {
    const found = codes.filter((code) => takes(book, words(code), list));
    return { list, code: found.length === 1 ? found[0] : undefined };
  });
  return new Map(
    codes.map((code) => {
      const lists = taking.filter((one) => one.code === code).map(({ list }) => list);
      return [code, new Set([...vocabularyOf(words(code)), ...vocabulary(book, ...lists)])] as const;
    }),
  );
}

/**
 * The one choice that clauses of the text name and are made of: "没有吧，我不认识他们", "Oh, no", "personal, not for the
 * firm". `several` when clauses name different choices.
 */
function byClauses(book: Book, question: Question, text: string): ChoiceMatch | 'several' | null {
  const clauses = clausesOf(text);
  const named = namedByClauses(book, question, text);
  const [code, other] = [...new Set(named.filter((one) => one !== null))];
  if (code === undefined) return null;
  if (other !== undefined) return 'several';
  const small = smallBesides(book);
  const rest = clauses.filter((clause, at) => named[at] === null && !madeOf(clause, small, small));
  // A choice that ends the report is taken at once only where nothing else was said.
  const how = rest.length > 0 && question.ends?.includes(code) === true ? 'within' : 'exact';
  return { code, how, rest: rest.length === 0 ? '' : restOf(text, clauses, named[0] !== null) };
}

const smallBesides = (book: Book): Vocabulary => vocabulary(book, 'small', 'thanks', 'greetings');

/** For each clause of a text the one choice that it is made of, or null. */
function namedByClauses(book: Book, question: Question, text: string): readonly (string | null)[] {
  const small = smallBesides(book);
  const known = vocabularies(book, question);
  return clausesOf(text).map((clause) => {
    if (isSurelyQuestion(book, clause)) return null;
    const found = (question.choices ?? []).filter((code) =>
      madeOf(clause, known.get(code) ?? new Set(), small),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  });
}

/** What is left of a text when its first clause was the answer; else all of it: order is part of what people say. */
function restOf(text: string, [head = '']: readonly string[], first: boolean): string {
  const said = text.trim();
  return first && said.startsWith(head) ? said.slice(head.length).replace(/^[\p{P}\p{Z}~]+/u, '') : said;
}

/** The one choice that phrases inside the text name. */
function within(book: Book, question: Question, text: string): ChoiceMatch | null {
  const [code, other] = namedWithin(book, question, text);
  return code === undefined || other !== undefined ? null : { code, how: 'within', rest: '' };
}

/**
 * The choices that phrases inside the text name, in the question's order. The longest phrases are read first, and what
 * they cover is read no more: "species data" names no data.
 */
function namedWithin(book: Book, question: Question, text: string): readonly string[] {
  // Whether somebody of the line is involved is taken from few words or none: a long text may say anything of them.
  if (question.role === 'conflict' && (isTelling(text, 18, 11) || isSurelyQuestion(book, text))) return [];
  // "I don't know" inside a longer text is about something in it, and so is a bare "don't".
  const [telling, sentence] = [isTelling(text), isTelling(text, 4, 3)];
  const named = new Set<string>();
  let left = heard(text);
  for (const alikeLong of phrasesOf(book, question)) {
    const hits = alikeLong.filter(
      ({ word, unknown, negation }) =>
        contains(left, word) && !(telling && unknown) && !(sentence && negation) && affirms(book, left, word),
    );
    for (const { code } of hits) named.add(code);
    left = hits.reduce((rest, { word }) => uncovered(rest, word), left);
  }
  return (question.choices ?? []).filter((code) => named.has(code));
}

/** A phrase that names a choice inside a text. */
interface Phrase {
  readonly code: string;
  readonly word: string;
  readonly unknown: boolean;
  readonly negation: boolean;
}

/** The phrases of all choices, those of one length together, the longest first. */
const phrasesOf = oncePerQuestion((book, question): readonly (readonly Phrase[])[] => {
  const byLength = new Map<number, Phrase[]>();
  for (const code of question.choices ?? [])
    for (const word of wordsOf(book, question)(code)) {
      const { length } = squeezedWord(word);
      if (length < (isChinese(word) ? 2 : 3)) continue;
      const is = (list: 'unknown' | 'negations'): boolean => says(book, word, (l) => l[list]);
      const phrase = { code, word, unknown: is('unknown'), negation: is('negations') };
      byLength.set(length, [...(byLength.get(length) ?? []), phrase]);
    }
  return [...byLength].sort(([one], [other]) => other - one).map(([, phrases]) => phrases);
});

/** A text without a phrase that was read in it. */
const uncovered = (text: Heard, word: string): Heard => ({
  squeezed: text.squeezed.replaceAll(squeezedWord(word), '|'),
  spaced: text.spaced.replaceAll(spacedWord(word), ' | '),
});

/** All choices that a text names in its clauses or inside them, for asking which of them is meant. */
export function choicesNamed(book: Book, question: Question, text: string): readonly string[] {
  const [byClause, inside] = [namedByClauses(book, question, text), namedWithin(book, question, text)];
  return (question.choices ?? []).filter((code) => byClause.includes(code) || inside.includes(code));
}

/** Which of these labels (text ids) a text is like. */
export function labelLike(book: Book, text: string, ids: readonly string[]): number | null {
  const words: WordsOf = (id) => lexicons(book).flatMap(([, lexicon]) => lexicon.choices.get(id) ?? []);
  const found = alike(book, text, ids, words);
  return found === null ? null : ids.indexOf(found.code);
}

/**
 * A label typed with small mistakes: most pairs of characters agree (Dice), and no other choice comes near. A word is
 * never like its negation, however many pairs they share.
 */
function alike(book: Book, text: string, codes: readonly string[], words: WordsOf): ChoiceMatch | null {
  const said = pairs(squeeze(text));
  const turned = negates(book, text);
  const scored = codes
    .map((code) => ({
      code,
      score: Math.max(
        0,
        ...words(code)
          .map((word) => ({ word, score: dice(said, wordPairs(word)) }))
          .filter(({ word, score }) => score >= leastAlike && isNear(text, word))
          .filter(({ word }) => negates(book, word) === turned)
          .map(({ score }) => score),
      ),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined || first.score < leastAlike || first.score - (second?.score ?? 0) < 0.15)
    return null;
  return { code: first.code, how: 'exact', rest: '' };
}

const leastAlike = 0.6;

/** Whether two words may be one typed wrong: "unsure" and "sure" share most pairs, but one is the other with a head. */
function isNear(text: string, word: string): boolean {
  const [short = '', long = ''] = [squeeze(text), squeezedWord(word)].sort((a, b) => a.length - b.length);
  return isChinese(word) || short.length >= 10 || (!long.endsWith(short) && long.length - short.length <= 2);
}

/** Whether a text turns something round: it holds a negation, or begins as a no does. */
function negates(book: Book, text: string): boolean {
  const [zh, en] = [squeeze(text), spaced(text)];
  return lexicons(book).some(([, { negations }]) =>
    negations.some((word) => (isChinese(word) ? zh.includes(squeezedWord(word)) : en.includes(` ${word} `))),
  );
}

/** The pairs of each of the lexicon's words, made once. */
const pairsOfWord = new Map<string, ReadonlySet<string>>();
function wordPairs(word: string): ReadonlySet<string> {
  const known = pairsOfWord.get(word) ?? pairs(squeezedWord(word));
  pairsOfWord.set(word, known);
  return known;
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 3 || b.size < 3) return 0; // too short to be typed wrong and still known
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
