/** Reading numbers and names: which number, which line of the summary, which article a text means. */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel, Lexicon } from '../model.js';
import {
  correctionIn,
  isChinese,
  isSurelyQuestion,
  lexicons,
  lowered,
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
export function numberIn(model: DialogueModel, text: string): Numbered | null {
  const said = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3]/gu, '')
    .trim();
  // "8:30" and "1、3" hold two numbers: they are no single one.
  const whole = (said.match(/\d+/g) ?? []).length > 1 ? null : bareNumber(model, squeeze(said));
  if (whole !== null) return { n: whole, rest: '', loose: false };
  const digits = /^\p{P}?(\d{1,2})(?!\d)\s*(\p{P}(?!\d)|\s(?=\S))\s*(.+)$/su.exec(said);
  if (digits === null) return null;
  return { n: Number(digits[1]), rest: (digits[3] ?? '').trim(), loose: (digits[2] ?? '').trim() === '' };
}

/** The number that squeezed words are, small words around it left away. */
function bareNumber(model: DialogueModel, said: string): number | null {
  for (const [, lexicon] of lexicons(model)) {
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
export function lineIn(
  model: DialogueModel,
  text: string,
  ids: readonly string[],
  bare: boolean,
): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(model)) {
    const change = lexicon.commands.change.map(squeezedWord);
    const line = lexicon.line.map(squeezedWord);
    for (const opener of [...change, ...(bare ? [...line, ''] : [])].sort((a, b) => b.length - a.length)) {
      if (!said.startsWith(opener)) continue;
      for (const rest of without(said.slice(opener.length), {
        ...lexicon,
        before: [...lexicon.before, ...line],
        behind: [...lexicon.behind, ...line],
      })) {
        const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
        if (opener !== '' && n !== undefined && n >= 1 && n <= ids.length) return n - 1;
        const named = ids.findIndex(
          (id) => squeezedWord(lexicon.labels.get(id) ?? '') === rest && rest !== '',
        );
        if (named >= 0) return named;
      }
    }
  }
  return null;
}

/** A line of the summary and what it is to be: "时间，改成昨天", "wait, the place is wrong, it's the old harbour". */
export interface LineChange {
  readonly line: number;
  /** empty when it is only said that the line is wrong */
  readonly value: string;
}

/** Reads a change that names its line first, then a word for changing or a stop, then what it is to be. */
export function changeIn(model: DialogueModel, text: string, ids: readonly string[]): LineChange | null {
  if (isSurelyQuestion(model, text)) return null;
  for (const [, lexicon] of lexicons(model)) {
    const openers = [...lexicon.commands.change, ...lexicon.line, ...lexicon.before, ...lexicon.small];
    const named = stripped(correctionIn(model, text) ?? text.normalize('NFKC').trim(), openers);
    const line = ids.findIndex((id) => after(named, lexicon.labels.get(id) ?? '') !== null);
    const rest = line < 0 ? null : after(named, lexicon.labels.get(ids[line] ?? '') ?? '');
    if (rest === null) continue;
    const value = stripped(rest, lexicon.becomes);
    if (rest.trim() !== '' && value !== rest.trim()) return { line, value };
  }
  return null;
}

/** What follows a phrase at the head of a text, at a word's end; null when it does not begin with it. */
function after(text: string, phrase: string): string | null {
  const head = lowered(phrase);
  if (head === '' || !fold(text).toLowerCase().startsWith(head)) return null;
  const rest = text.slice(head.length);
  return !isChinese(head) && /^[\p{L}\p{N}]/u.test(rest) ? null : rest;
}

/** A text without any of these phrases, and the stops between them, at its head. */
function stripped(text: string, phrases: readonly string[]): string {
  const ordered = [...phrases].sort((a, b) => b.length - a.length);
  let left = text.replace(/^[\p{P}\p{Z}]+/u, '');
  for (;;) {
    const rest = ordered.map((phrase) => after(left, phrase)).find((found) => found !== null);
    if (rest === undefined) return left;
    left = rest.replace(/^[\p{P}\p{Z}]+/u, '');
  }
}

/** The number of an article asked for: "文章2", "article 2". */
export function articleIn(model: DialogueModel, text: string): number | null {
  const said = squeeze(text);
  for (const [, lexicon] of lexicons(model))
    for (const word of lexicon.article.map(squeezedWord)) {
      if (!said.startsWith(word)) continue;
      const rest = said.slice(word.length);
      const n = /^\d{1,2}$/.test(rest) ? Number(rest) : lexicon.numbers[rest];
      if (n !== undefined) return n;
    }
  return null;
}
