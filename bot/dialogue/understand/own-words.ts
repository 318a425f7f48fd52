/**
 * What people say in their own way instead of what was offered: "第一类吧", "so the top one", "差不多就这些了",
 * "不方便提供". Read only where nothing plainer fits, and what was said is always kept beside it.
 */
import { fold } from '../../../questions/fold.js';
import type { DialogueModel, WordList } from '../model.js';
import {
  asksSomething,
  clausesOf,
  madeOf,
  saidWith,
  smallWords,
  vocabulary,
  vocabularyOf,
} from './clauses.js';
import { contains, heard, isTelling, lexicons, squeeze } from './matching.js';

const zhDigits = '一二三四五六七八九';
/** What makes a number an amount, a time or a date. */
const counted = '年月日号点时个次回遍人名位张份家元块万千百%';
const numeral = `[1-9${zhDigits}]`;
/** Numbers that can only be meant as one of the choices. */
const named: readonly RegExp[] = [
  new RegExp(`第\\s*(${numeral})\\s*(?:[类项种个条号]|$|[，,。.、；;：:\\s])`, 'gu'),
  new RegExp(`(?:选择?|类别|种类|属于|算)\\s*第?\\s*(${numeral})(?![\\d${counted}])`, 'gu'),
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
const alone = new RegExp(`(?<![\\d.:：/-])([1-9])(?![\\d.:：/${counted}])`, 'gu');

const value = (digit: string): number => (/\d/.test(digit) ? Number(digit) : zhDigits.indexOf(digit) + 1);

/** The one number from 1 to `most` that a text names as its choice, or null when it names none or several. */
export function numberNamed(text: string, most: number): number | null {
  const said = fold(text);
  const found = new Set<number>();
  for (const pattern of named) for (const match of said.matchAll(pattern)) found.add(value(match[1] ?? ''));
  for (const clause of clausesOf(said))
    if (/^[1-9]$/.test(squeeze(clause))) found.add(Number(squeeze(clause)));
  if (!isTelling(text, 18, 11)) {
    for (const match of said.matchAll(alone)) found.add(Number(match[1]));
    for (const [pattern, n] of ordinals) if (pattern.test(said)) found.add(n);
  }
  const [only, second] = [...found];
  return only !== undefined && second === undefined && only <= most ? only : null;
}

/**
 * Whether a text says that the account is told: `only` that, or `also` beside something that belongs to the account.
 * Its first or last clause is short and holds a closing phrase, or is made of closing words.
 */
export function closes(model: DialogueModel, text: string): 'only' | 'also' | null {
  const clauses = clausesOf(text);
  const [first, last] = [clauses[0], clauses.at(-1)];
  if (first === undefined || last === undefined) return null;
  const done = vocabulary(model, 'done');
  const small = smallWords(model, 'heard', 'yes');
  const closing = (clause: string): boolean => {
    if (isTelling(clause, 14, 9)) return false;
    const said = heard(clause);
    return (
      madeOf(clause, done, small) ||
      lexicons(model).some(([, lexicon]) => lexicon.closings.some((phrase) => contains(said, phrase)))
    );
  };
  if (!closing(last) && !(clauses.length > 1 && closing(first))) return null;
  const told = clauses.filter((clause) => !closing(clause) && !madeOf(clause, small, small));
  return told.length === 0 ? 'only' : 'also';
}

/** Whether a short clause of a text holds one of the phrases of these lists. */
export const holds = (model: DialogueModel, text: string, ...lists: readonly WordList[]): boolean =>
  clausesOf(text)
    .filter((clause) => !isTelling(clause, 18, 11))
    .map(heard)
    .some((said) =>
      lexicons(model).some(([, lexicon]) =>
        lists.some((list) => lexicon[list].some((word) => contains(said, word))),
      ),
    );

/** Whether a short text says no in its own way: "不方便提供", "They took my laptop so no". */
export const declines = (model: DialogueModel, text: string): boolean =>
  !isTelling(text, 18, 11) && holds(model, text, 'negations', 'no', 'refuses');

/**
 * What was said beside a clear yes, nothing mostly; null where the yes is none, is asked, or is taken back on the way.
 * `also` are further ways to say this yes.
 */
export function agreement(model: DialogueModel, text: string, also: readonly string[]): string | null {
  const wanted = new Set([...vocabulary(model, 'yes'), ...vocabularyOf(also)]);
  const { own, other } = saidWith(model, text, wanted, ['heard']);
  if (own.length === 0 || asksSomething(model, text)) return null;
  const no = saidWith(model, text, vocabulary(model, 'no')).own;
  if (no.length > 0 || reserved(model, text)) return null;
  return other.length === 0 ? '' : text.trim();
}

/** Whether anything in a text takes something back: "但是", "I guess". */
const reserved = (model: DialogueModel, text: string): boolean => {
  const said = heard(text);
  return lexicons(model).some(([, { reserves }]) => reserves.some((word) => contains(said, word)));
};

/**
 * What was said beside a clear word for sending, nothing mostly; null where sending is not what the text clearly says.
 * A mere yes counts only when nothing but small words stands beside it; that the text is right is no yes.
 */
export function sends(model: DialogueModel, text: string): string | null {
  if (asksSomething(model, text) || reserved(model, text)) return null;
  const plain = saidWith(model, text, vocabulary(model, 'yes', 'send'), ['heard', 'done', 'right']);
  const right = saidWith(model, text, vocabulary(model, 'right')).own;
  if (plain.own.some((clause) => !right.includes(clause)) && plain.other.length === 0) return '';
  const small = smallWords(model, 'yes', 'right', 'heard', 'done');
  const clauses = clausesOf(text);
  const own = clauses.filter((clause) => madeOf(clause, vocabulary(model, 'send'), small));
  const other = clauses.filter((clause) => !own.includes(clause));
  const unclear = other.some(
    (clause) =>
      isTelling(clause, 14, 9) ||
      holds(model, clause, 'negations', 'no', 'becomes', 'corrections', 'patience') ||
      lexicons(model).some(([, { commands }]) =>
        turning.some((command) => commands[command].some((word) => contains(heard(clause), word))),
      ),
  );
  return own.length === 0 || unclear ? null : text.trim();
}

/** Commands whose words, anywhere beside a word for sending, make it unclear. */
const turning = ['change', 'back', 'save', 'delete', 'cancel'] as const;
