/** Reading what people type: words that act, numbers, choices, questions. Pure string work, both languages at once. */
import type { Question } from '../../questions/types.js';
import type { Book, Lexicon } from './book.js';
import type { Command, Lang } from './types.js';

const cjk = /[\u3400-\u9fff]/u;

/** One form for whole-message matching: NFKC, lower case, no blanks, punctuation or symbols. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
}

/** Words apart, for languages that write blanks. */
function spaced(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, ' ');
  return ` ${words.trim()} `;
}

/** Whether `text` contains `word`: anywhere in Chinese, as whole words in English. */
export function contains(text: string, word: string): boolean {
  return cjk.test(word) ? squeeze(text).includes(squeeze(word)) : spaced(text).includes(spaced(word));
}

export function isOneOf(text: string, words: readonly string[]): boolean {
  const said = squeeze(text);
  return said !== '' && words.some((word) => squeeze(word) === said);
}

const lexicons = (book: Book): readonly (readonly [Lang, Lexicon])[] =>
  book.langs.map((lang) => [lang, book.lexicon[lang]] as const);

/** Whether the whole message is one of these words in any of the book's languages. */
export function says(book: Book, text: string, pick: (lexicon: Lexicon) => readonly string[]): boolean {
  return lexicons(book).some(([, lexicon]) => isOneOf(text, pick(lexicon)));
}

/** The command a whole message is, and the language it was said in. */
export function commandIn(book: Book, text: string): { command: Command; lang: Lang } | null {
  for (const [lang, lexicon] of lexicons(book))
    for (const [command, words] of Object.entries(lexicon.commands) as [Command, readonly string[]][])
      if (isOneOf(text, words)) return { command, lang };
  return null;
}

/** A number that is the whole message, or stands first with the rest behind a separator: "2", "第二个", "2，但不确定". */
export function numberIn(book: Book, text: string): { n: number; rest: string } | null {
  const said = text.normalize('NFKC').trim();
  const digits =
    /^(?:选项?|no\.?|number|option|#)?\s*\(?(\d{1,2})\s*(?:[).、:,，。;]|号|个|$|\s)\s*(.*)$/isu.exec(said);
  if (digits !== null) return { n: Number(digits[1]), rest: (digits[2] ?? '').trim() };
  const whole = squeeze(text);
  for (const [, lexicon] of lexicons(book)) {
    const n = lexicon.numbers[whole];
    if (n !== undefined) return { n, rest: '' };
  }
  return null;
}

/** Which of these labels (text ids) the whole message is. */
export function labelIn(book: Book, text: string, ids: readonly string[]): number | null {
  const at = ids.findIndex((id) =>
    lexicons(book).some(([, lexicon]) => isOneOf(text, lexicon.choices.get(id) ?? [])),
  );
  return at < 0 ? null : at;
}

/** A line of the summary named by number or by the question's name: "修改 3", "第3行", "change the time". */
export function lineIn(book: Book, text: string, ids: readonly string[]): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(book)) {
    const openers = [...lexicon.line, ...lexicon.commands.change].map(squeeze);
    const opener = openers.filter((word) => said.startsWith(word)).sort((a, b) => b.length - a.length)[0];
    if (opener === undefined) continue;
    const rest = said.slice(opener.length);
    const bare = [...lexicon.line].map(squeeze).reduce((left, word) => left.replace(word, ''), rest);
    const digits = /^\d{1,2}/.exec(bare)?.[0];
    const n = digits === undefined ? lexicon.numbers[bare] : Number(digits);
    if (n !== undefined && n >= 1 && n <= ids.length) return n - 1;
    const named = ids.findIndex((id) => {
      const label = lexicon.labels.get(id);
      return label !== undefined && rest !== '' && contains(text, label);
    });
    if (named >= 0) return named;
  }
  return null;
}

/** How surely a text names a choice: `exact` whole message or number, `within` a phrase inside a longer text. */
export interface ChoiceMatch {
  readonly code: string;
  readonly how: 'exact' | 'within';
  /** what was said beside the number */
  readonly rest: string;
}

/** The choice a text names, `range` when it is a number that stands for none, or null. */
export function choiceIn(book: Book, question: Question, text: string): ChoiceMatch | 'range' | null {
  const codes = question.choices ?? [];
  const number = numberIn(book, text);
  if (number !== null) {
    const code = codes[number.n - 1];
    if (code !== undefined) return { code, how: 'exact', rest: number.rest };
    if (number.rest === '') return 'range';
  }
  const words = (code: string): readonly string[] =>
    lexicons(book).flatMap(([, lexicon]) => lexicon.choices.get(`${question.id}.${code}`) ?? []);
  const exact = codes.find((code) => isOneOf(text, words(code)));
  if (exact !== undefined) return { code: exact, how: 'exact', rest: '' };
  return within(text, codes, words) ?? alike(text, codes, words);
}

/** The choice with the longest phrase inside the text, if no other choice has one as long. */
function within(
  text: string,
  codes: readonly string[],
  words: (code: string) => readonly string[],
): ChoiceMatch | null {
  const scored = codes
    .map((code) => ({
      code,
      length: Math.max(
        0,
        ...words(code)
          .filter((word) => squeeze(word).length >= (cjk.test(word) ? 2 : 3) && contains(text, word))
          .map((word) => squeeze(word).length),
      ),
    }))
    .filter((found) => found.length > 0)
    .sort((a, b) => b.length - a.length);
  const [first, second] = scored;
  if (first === undefined || first.length === second?.length) return null;
  return { code: first.code, how: 'within', rest: '' };
}

/** A label typed with small mistakes: most pairs of characters agree (Dice), and no other choice comes near. */
function alike(
  text: string,
  codes: readonly string[],
  words: (code: string) => readonly string[],
): ChoiceMatch | null {
  const said = pairs(squeeze(text));
  const scored = codes
    .map((code) => ({
      code,
      score: Math.max(0, ...words(code).map((word) => dice(said, pairs(squeeze(word))))),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined || first.score < 0.6 || first.score - (second?.score ?? 0) < 0.15) return null;
  return { code: first.code, how: 'exact', rest: '' };
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

/** Whether a text has the form of a question. */
export function isQuestion(book: Book, text: string): boolean {
  return lexicons(book).some(
    ([, lexicon]) =>
      lexicon.question.some((mark) =>
        text.normalize('NFKC').toLowerCase().includes(mark.normalize('NFKC').toLowerCase()),
      ) || lexicon.questionStart.some((word) => spaced(text).startsWith(spaced(word))),
  );
}

/** The answer to a common question: a strong pattern and the form of a question, both. */
export function faqIn(book: Book, text: string): string | null {
  if (!isQuestion(book, text)) return null;
  for (const [, lexicon] of lexicons(book)) {
    const entry = lexicon.faq.find(({ patterns }) =>
      patterns.some((groups) => groups.every((words) => words.some((word) => contains(text, word)))),
    );
    if (entry !== undefined) return entry.key;
  }
  return null;
}

export function isEmergency(book: Book, text: string): boolean {
  return lexicons(book).some(([, lexicon]) => lexicon.emergency.some((word) => contains(text, word)));
}

/** What follows a word by which people correct themselves, or null. */
export function correctionIn(book: Book, text: string): string | null {
  const said = text.normalize('NFKC').trimStart();
  for (const [, lexicon] of lexicons(book))
    for (const marker of [...lexicon.corrections].sort((a, b) => b.length - a.length)) {
      if (!said.toLowerCase().startsWith(marker.toLowerCase())) continue;
      const rest = said.slice(marker.length);
      if (!cjk.test(marker) && /^[a-z0-9]/i.test(rest)) continue; // "actually" is not "actuallyx"
      return rest.replace(/^[\p{P}\p{Z}]+/u, '').trim();
    }
  return null;
}

/** The number of an article asked for: "文章2", "article 2". */
export function articleIn(book: Book, text: string): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(book))
    for (const word of lexicon.article.map(squeeze)) {
      if (!said.startsWith(word)) continue;
      const rest = said.slice(word.length);
      const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
      if (n !== undefined) return n;
    }
  return null;
}

/** The language a text is written in, or null when it has no letters. */
export function langOf(text: string): Lang | null {
  if (cjk.test(text)) return 'zh';
  return /[a-z]{2}/i.test(text) ? 'en' : null;
}

/** Long enough to be part of an account rather than an answer to a choice. */
export function isLong(text: string): boolean {
  return cjk.test(text) ? squeeze(text).length > 16 : spaced(text).trim().split(' ').length > 8;
}
