/** Reading what people type: words that act, questions, languages. Pure string work, both languages at once. */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel, Lexicon } from '../model.js';
import type { Lang } from '../types.js';
import { isChinese } from './script.js';

/** One form for whole-message matching: folded, lower case, no blanks, punctuation, symbols or marks. */
export function squeeze(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}\uFE0F\u20E3]/gu, '');
}

/** Words apart, for languages that write blanks. */
export function spaced(text: string): string {
  const words = fold(text)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, ' ');
  return ` ${words.trim()} `;
}

/** The same forms of the lexicon's own words, made once: they are few, and every turn compares with all of them. */
const remembered = (form: (word: string) => string): ((word: string) => string) => {
  const forms = new Map<string, string>();
  return (word) => {
    const known = forms.get(word);
    if (known !== undefined) return known;
    const made = form(word);
    forms.set(word, made);
    return made;
  };
};
export const squeezedWord = remembered(squeeze);
export const spacedWord = remembered(spaced);
export const lowered = remembered((word) => fold(word).toLowerCase());

/** A text in both forms, made once for all the words it is compared with. */
export interface Heard {
  readonly squeezed: string;
  readonly spaced: string;
}
export const heard = (text: string): Heard => ({ squeezed: squeeze(text), spaced: spaced(text) });

/** Whether a text contains `word`: anywhere in Chinese, as whole words in English. */
export function contains(text: Heard, word: string): boolean {
  return isChinese(word)
    ? text.squeezed.includes(squeezedWord(word))
    : text.spaced.includes(spacedWord(word));
}

/** Whether a text contains `word` at least once without a negation right before it. */
export function affirms(model: DialogueModel, text: Heard, word: string): boolean {
  const zh = isChinese(word);
  const [hay, needle] = zh ? [text.squeezed, squeezedWord(word)] : [text.spaced, spacedWord(word)];
  const negations = lexicons(model).flatMap(([, { negations: words }]) =>
    words.filter((negation) => isChinese(negation) === zh).map(zh ? squeezedWord : spacedWord),
  );
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const before = zh ? hay.slice(0, at) : hay.slice(0, at + 1);
    if (!negations.some((negation) => before.endsWith(negation))) return true;
  }
  return false;
}

export function isOneOf(text: string, words: readonly string[]): boolean {
  const said = squeeze(text);
  return said !== '' && words.some((word) => squeezedWord(word) === said);
}

export const lexicons = (model: DialogueModel): readonly (readonly [Lang, Lexicon])[] =>
  model.langs.map((lang) => [lang, model.lexicon[lang]] as const);

/** Whether the whole message is one of these words in any of the model's languages. */
export function says(
  model: DialogueModel,
  text: string,
  pick: (lexicon: Lexicon) => readonly string[],
): boolean {
  return lexicons(model).some(([, lexicon]) => isOneOf(text, pick(lexicon)));
}

/** Whether the message begins with one of these words. */
export function beginsWith(
  model: DialogueModel,
  text: string,
  pick: (lexicon: Lexicon) => readonly string[],
): boolean {
  const said = heard(text);
  return lexicons(model).some(([, lexicon]) =>
    pick(lexicon).some((word) =>
      isChinese(word)
        ? said.squeezed.startsWith(squeezedWord(word))
        : said.spaced.startsWith(spacedWord(word)),
    ),
  );
}

/** Which of these labels (text ids) the whole message is. */
export function labelIn(model: DialogueModel, text: string, ids: readonly string[]): number | null {
  const at = ids.findIndex((id) =>
    lexicons(model).some(([, lexicon]) => isOneOf(text, lexicon.choices.get(id) ?? [])),
  );
  return at < 0 ? null : at;
}

/** The language a text is written in, or null when it has no letters. */
export function langOf(text: string): Lang | null {
  if (isChinese(text)) return 'zh';
  return /[a-z]{2}/i.test(text) ? 'en' : null;
}

/** Long enough to be part of an account rather than the name of a choice. */
export function isTelling(text: string, chars = 8, words = 5): boolean {
  return isChinese(text) ? squeeze(text).length > chars : spaced(text).trim().split(' ').length > words;
}

/** What follows a phrase at the head of a text, at a word's end; null when it does not begin with it. */
export function after(text: string, phrase: string): string | null {
  const head = lowered(phrase);
  if (head === '' || !fold(text).toLowerCase().startsWith(head)) return null;
  const rest = text.slice(head.length);
  return !isChinese(head) && /^[\p{L}\p{N}]/u.test(rest) ? null : rest;
}

/** A text without any of these phrases, and the stops between them, at its head. */
export function stripped(text: string, phrases: readonly string[]): string {
  const ordered = [...phrases].sort((a, b) => b.length - a.length);
  let left = text.replace(/^[\p{P}\p{Z}]+/u, '');
  for (;;) {
    const rest = ordered.map((phrase) => after(left, phrase)).find((found) => found !== null);
    if (rest === undefined) return left;
    left = rest.replace(/^[\p{P}\p{Z}]+/u, '');
  }
}
