/** Reading numbers and names: which choice, which line of the summary, which article a text means. */
import type { Question } from '../../questions/types.js';
import type { Book, Lexicon } from './book.js';
import {
  affirms,
  contains,
  heard,
  isChinese,
  isOneOf,
  lexicons,
  says,
  squeeze,
  squeezedWord,
} from './matching.js';

/** A number at the head of a text, and what was said beside it. */
export interface Numbered {
  readonly n: number;
  readonly rest: string;
  /** only a blank parts them: "2 people told me" begins with a number and names none */
  readonly loose: boolean;
}

/** A number that is the whole message, or stands first with the rest behind it: "2", "选第二个吧", "2，但不确定". */
export function numberIn(book: Book, text: string): Numbered | null {
  const said = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3]/gu, '')
    .trim();
  // "8:30" and "1、3" hold two numbers: they are no single one.
  const whole = (said.match(/\d+/g) ?? []).length > 1 ? null : bareNumber(book, squeeze(said));
  if (whole !== null) return { n: whole, rest: '', loose: false };
  const digits = /^\p{P}?(\d{1,2})(?!\d)\s*(\p{P}(?!\d)|\s(?=\S))\s*(.+)$/su.exec(said);
  if (digits === null) return null;
  return { n: Number(digits[1]), rest: (digits[3] ?? '').trim(), loose: (digits[2] ?? '').trim() === '' };
}

/** The number that squeezed words are, small words around it left away. */
function bareNumber(book: Book, said: string): number | null {
  for (const [, lexicon] of lexicons(book)) {
    const cores = without(said, lexicon);
    for (const core of cores) {
      const n = /^\d{1,2}$/.test(core) ? Number(core) : lexicon.numbers[core];
      if (n !== undefined) return n;
    }
  }
  return null;
}

/** A squeezed text with and without the small words before and behind. */
export function without(said: string, { before, behind }: Lexicon): readonly string[] {
  const heads = ['', ...before.map(squeezedWord)].filter((word) => said.startsWith(word));
  const tails = ['', ...behind.map(squeezedWord)].filter((word) => said.endsWith(word));
  return heads.flatMap((head) =>
    tails
      .filter((tail) => head.length + tail.length < said.length)
      .map((tail) => said.slice(head.length, said.length - tail.length)),
  );
}

/**
 * A line of the summary named by its number or by the question's name: "修改 3", "改一下时间", "change line 2".
 * `bare`: also without a word for changing ("第3行"), which only the summary takes so.
 */
export function lineIn(book: Book, text: string, ids: readonly string[], bare: boolean): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(book)) {
    const change = lexicon.commands.change.map(squeezedWord);
    const line = lexicon.line.map(squeezedWord);
    for (const opener of [...change, ...(bare ? line : [])].sort((a, b) => b.length - a.length)) {
      if (!said.startsWith(opener)) continue;
      for (const rest of without(said.slice(opener.length), {
        ...lexicon,
        before: [...lexicon.before, ...line],
        behind: [...lexicon.behind, ...line],
      })) {
        const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
        if (n !== undefined && n >= 1 && n <= ids.length) return n - 1;
        const named = ids.findIndex(
          (id) => squeezedWord(lexicon.labels.get(id) ?? '') === rest && rest !== '',
        );
        if (named >= 0) return named;
      }
    }
  }
  return null;
}

/** The number of an article asked for: "文章2", "article 2". */
export function articleIn(book: Book, text: string): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(book))
    for (const word of lexicon.article.map(squeezedWord)) {
      if (!said.startsWith(word)) continue;
      const rest = said.slice(word.length);
      const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
      if (n !== undefined) return n;
    }
  return null;
}

/** How surely a text names a choice: `exact` whole message or number, `within` a phrase inside a longer text. */
export interface ChoiceMatch {
  readonly code: string;
  readonly how: 'exact' | 'within';
  /** what was said beside the choice */
  readonly rest: string;
}

type WordsOf = (code: string) => readonly string[];

/** The choice a text names, `range` when it is a number that stands for none, or null. */
export function choiceIn(book: Book, question: Question, text: string): ChoiceMatch | 'range' | null {
  const codes = question.choices ?? [];
  const words: WordsOf = (code) =>
    lexicons(book).flatMap(([, lexicon]) => lexicon.choices.get(`${question.id}.${code}`) ?? []);
  const number = numberIn(book, text);
  if (number !== null) {
    const code = codes[number.n - 1];
    const other = number.loose ? within(book, number.rest, codes, words)?.code : undefined;
    if (code !== undefined && (other === undefined || other === code))
      return { code, how: 'exact', rest: /^\d/.test(number.rest) ? text : number.rest };
    if (number.rest === '') return 'range';
  }
  const exact = codes.find((code) => isOneOf(text, words(code)));
  if (exact !== undefined) return { code: exact, how: 'exact', rest: '' };
  const plain = yesOrNo(book, text, codes, words);
  if (plain !== null) return plain;
  return clause(text, codes, words) ?? within(book, text, codes, words) ?? alike(text, codes, words);
}

/** A plain yes or no, however it is said, where just one choice takes yes or no for an answer. */
function yesOrNo(book: Book, text: string, codes: readonly string[], words: WordsOf): ChoiceMatch | null {
  for (const pick of [(l: Lexicon) => l.yes, (l: Lexicon) => l.no]) {
    if (!says(book, text, pick)) continue;
    const taking = codes.filter((code) => words(code).some((word) => says(book, word, pick)));
    const [code] = taking;
    if (code !== undefined && taking.length === 1) return { code, how: 'exact', rest: '' };
  }
  return null;
}

/** A choice named before the first stop: "没有，我不认识他们", "Other. It is about …". */
function clause(text: string, codes: readonly string[], words: WordsOf): ChoiceMatch | null {
  const parts = /^([^,.;:!?、。]{1,40})[,.;:!、。]+\s*(\S.*)$/su.exec(text.normalize('NFKC').trim());
  const code = parts === null ? undefined : codes.find((one) => isOneOf(parts[1] ?? '', words(one)));
  return code === undefined ? null : { code, how: 'exact', rest: parts?.[2] ?? '' };
}

/** The choice with the longest phrase inside the text, if no other choice has one as long. */
function within(book: Book, text: string, codes: readonly string[], words: WordsOf): ChoiceMatch | null {
  const said = heard(text);
  const scored = codes
    .map((code) => ({
      code,
      length: Math.max(
        0,
        ...words(code)
          .filter((word) => squeezedWord(word).length >= (isChinese(word) ? 2 : 3))
          .filter((word) => contains(said, word) && affirms(book, said, word))
          .map((word) => squeezedWord(word).length),
      ),
    }))
    .filter((found) => found.length > 0)
    .sort((a, b) => b.length - a.length);
  const [first, second] = scored;
  if (first === undefined || first.length === second?.length) return null;
  return { code: first.code, how: 'within', rest: '' };
}

/** Which of these labels (text ids) a text is like. */
export function labelLike(book: Book, text: string, ids: readonly string[]): number | null {
  const words: WordsOf = (id) => lexicons(book).flatMap(([, lexicon]) => lexicon.choices.get(id) ?? []);
  const found = alike(text, ids, words);
  return found === null ? null : ids.indexOf(found.code);
}

/** A label typed with small mistakes: most pairs of characters agree (Dice), and no other choice comes near. */
function alike(text: string, codes: readonly string[], words: WordsOf): ChoiceMatch | null {
  const said = pairs(squeeze(text));
  const scored = codes
    .map((code) => ({
      code,
      score: Math.max(0, ...words(code).map((word) => dice(said, wordPairs(word)))),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined || first.score < 0.6 || first.score - (second?.score ?? 0) < 0.15) return null;
  return { code: first.code, how: 'exact', rest: '' };
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
