/**
 * What people say in their own way instead of what was offered: "第一类吧", "so the top one", "差不多就这些了",
 * "不方便提供". Read only where nothing plainer fits, and what was said is always kept beside it.
 */
import type { Book } from './book.js';
import { affirms, contains, heard, isTelling, lexicons, squeeze, squeezedWord } from './matching.js';
import { without } from './matching-numbers.js';

const zhDigits = '一二三四五六七八九';
const numeral = `[1-9${zhDigits}]`;
/** Numbers that can only be meant as one of the choices. */
const named: readonly RegExp[] = [
  new RegExp(`第\\s*(${numeral})\\s*(?:[类類项項种種个個条條号]|$|[，,。.、；;：:\\s])`, 'gu'),
  new RegExp(`(?:选择?|選擇?|类别|類別|种类|種類|属于|屬於)\\s*第?\\s*(${numeral})(?!\\d)`, 'gu'),
  /\b(?:type|option|number|no\.|category|choice|choose|pick|go with|say|call it)\s*#?\s*([1-9])(?!\d)/giu,
];
const ordinals: readonly (readonly [RegExp, number])[] = [
  [/\b(?:the )?(?:first|top)\b(?: one| category| choice| option)?/iu, 1],
  [/\b(?:the )second\b/iu, 2],
  [/\b(?:the )third\b/iu, 3],
  [/\b(?:the )fourth\b/iu, 4],
  [/\b(?:the )fifth\b/iu, 5],
];
/** A digit standing alone, no part of a time, a date or an amount. */
const alone = /(?<![\d.:：/-])([1-9])(?![\d.:：/年月日号点时個个元块万千百%])/gu;

const value = (digit: string): number => (/\d/.test(digit) ? Number(digit) : zhDigits.indexOf(digit) + 1);

/** The one number from 1 to `most` that a text names as its choice, or null when it names none or several. */
export function numberNamed(text: string, most: number): number | null {
  const said = text.normalize('NFKC');
  const found = new Set<number>();
  for (const pattern of named) for (const match of said.matchAll(pattern)) found.add(value(match[1] ?? ''));
  if (!isTelling(text, 18, 11)) {
    for (const match of said.matchAll(alone)) found.add(Number(match[1]));
    for (const [pattern, n] of ordinals) if (pattern.test(said)) found.add(n);
  }
  const [only, second] = [...found];
  return only !== undefined && second === undefined && only <= most ? only : null;
}

/**
 * Whether a text says that the account is told: `only` that, or `also` beside something that belongs to the account.
 * Its first or last clause is short and holds a closing phrase, or is a closing word with small words around it.
 */
export function closes(book: Book, text: string): 'only' | 'also' | null {
  const clauses = text
    .normalize('NFKC')
    .split(/[，,。.！!？?；;…~\n]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => squeeze(clause) !== '');
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (first === undefined || last === undefined) return null;
  const closing = (clause: string): boolean => {
    if (isTelling(clause, 14, 9)) return false;
    const said = heard(clause);
    return lexicons(book).some(
      ([, lexicon]) =>
        lexicon.closings.some((phrase) => contains(said, phrase)) ||
        without(said.squeezed, lexicon).some((core) =>
          lexicon.done.some((word) => squeezedWord(word) === core),
        ),
    );
  };
  if (!closing(last) && !(clauses.length > 1 && closing(first))) return null;
  return clauses.length === 1 ? 'only' : 'also';
}

/** Whether a short text says no in its own way: "不方便提供", "They took my laptop so no". */
export function declines(book: Book, text: string): boolean {
  if (isTelling(text, 18, 11)) return false;
  const said = heard(text);
  return lexicons(book).some(([, lexicon]) =>
    [...lexicon.negations, ...lexicon.no].some((word) => contains(said, word)),
  );
}

/** Whether a short text agrees in its own way and takes nothing back: "真的，同意". */
export function agrees(book: Book, text: string): boolean {
  if (isTelling(text, 18, 11)) return false;
  const said = heard(text);
  return lexicons(book).some(([, { yes, heard: understood }]) =>
    [...yes, ...understood].some((word) => squeezedWord(word).length > 1 && affirms(book, said, word)),
  );
}
