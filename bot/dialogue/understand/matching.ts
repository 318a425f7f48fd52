/** Reading what people type: words that act, questions, languages. Pure string work, both languages at once. */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel, Lexicon } from '../model.js';
import type { Command, Lang } from '../types.js';

const cjk = /[\u3400-\u9fff]/u;
export const isChinese = (text: string): boolean => cjk.test(text);

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

/** The command a whole message is, and the language it was said in. */
export function commandIn(model: DialogueModel, text: string): { command: Command; lang: Lang } | null {
  const said = squeeze(text);
  for (const [lang, lexicon] of lexicons(model))
    for (const [command, words] of Object.entries(lexicon.commands) as [Command, readonly string[]][])
      if (said !== '' && words.some((word) => squeezedWord(word) === said)) return { command, lang };
  return null;
}

/** The language a message asks for: the one it names, else the other one. */
export function langAsked(model: DialogueModel, text: string, now: Lang): Lang {
  const named = model.langs.find((lang) =>
    lexicons(model).some(([, { tongues }]) => isOneOf(text, tongues[lang])),
  );
  return named ?? model.langs.find((lang) => lang !== now) ?? now;
}

/** Which of these labels (text ids) the whole message is. */
export function labelIn(model: DialogueModel, text: string, ids: readonly string[]): number | null {
  const at = ids.findIndex((id) =>
    lexicons(model).some(([, lexicon]) => isOneOf(text, lexicon.choices.get(id) ?? [])),
  );
  return at < 0 ? null : at;
}

/** Whether a text has the form of a question. */
export function isQuestion(model: DialogueModel, text: string): boolean {
  const said = fold(text).toLowerCase();
  return (
    lexicons(model).some(([, { question }]) => question.some((mark) => said.includes(lowered(mark)))) ||
    beginsWith(model, text, (l) => l.questionStart)
  );
}

/** Whether a text is nothing but a question: short, and a question to its end or from its first word. */
export function isOutrightQuestion(model: DialogueModel, text: string): boolean {
  const opens = beginsWith(model, text, (l) => l.questionStart);
  return !isTelling(text, 24, 14) && (opens || endsWith(model, text, (l) => l.question));
}

/** Whether a short text ends as only a question ends. */
export function isSurelyQuestion(model: DialogueModel, text: string): boolean {
  return !isTelling(text, 24, 14) && endsWith(model, text, (l) => l.questionEnd);
}

/** Whether a text is a short answer with a question mark behind it and no other sign of a question: "a year?" */
export function isGuess(model: DialogueModel, text: string): boolean {
  const said = text.normalize('NFKC').replace(/\?+\s*$/u, '');
  return !isTelling(said) && !isQuestion(model, said);
}

function endsWith(
  model: DialogueModel,
  text: string,
  pick: (lexicon: Lexicon) => readonly string[],
): boolean {
  const said = fold(text).toLowerCase().trim();
  return lexicons(model).some(([, lexicon]) => pick(lexicon).some((mark) => said.endsWith(lowered(mark))));
}

/** The answer to a common question: a strong pattern and the form of a question, both. */
export function faqIn(model: DialogueModel, text: string): string | null {
  if (!isQuestion(model, text)) return null;
  const said = heard(text);
  for (const [, lexicon] of lexicons(model)) {
    const entry = lexicon.faq.find(({ patterns }) =>
      patterns.some((groups) => groups.every((words) => words.some((word) => contains(said, word)))),
    );
    if (entry !== undefined) return entry.key;
  }
  return null;
}

export function isEmergency(model: DialogueModel, text: string): boolean {
  const said = heard(text);
  return lexicons(model).some(([, lexicon]) => lexicon.emergency.some((word) => contains(said, word)));
}

/** What follows a word by which people correct themselves, or null. */
export function correctionIn(model: DialogueModel, text: string): string | null {
  const said = text.normalize('NFKC').trimStart();
  const folded = fold(said).toLowerCase();
  for (const [, lexicon] of lexicons(model))
    for (const marker of [...lexicon.corrections].sort((a, b) => b.length - a.length)) {
      if (!folded.startsWith(lowered(marker))) continue;
      const rest = said.slice(marker.length);
      if (!isChinese(marker) && /^[a-z0-9]/i.test(rest)) continue; // "actually" is not "actuallyx"
      return rest.replace(/^[\p{P}\p{Z}]+/u, '').trim();
    }
  return null;
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
