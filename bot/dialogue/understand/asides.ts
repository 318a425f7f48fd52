/** What people say beside the matter: a common question, a cry for help, a greeting, that they are afraid. */
import type { DialogueModel, Lexicon } from '../model.js';
import { isMadeOf } from './clauses.js';
import { contains, heard, isTelling, lexicons, says } from './matching.js';
import type { Small } from './meaning.js';
import { isQuestion } from './question-form.js';

/** Share of the matcher from which on a short question is a common one. */
const surelyCommon = 0.6;

/** The common question in a text: a short one that has the form of a question, and is surely read as a common one. */
export function faqIn(model: DialogueModel, text: string): string | null {
  if (!isQuestion(model, text) || isTelling(text, 24, 14)) return null;
  const [first] = model.intents.read(text).ranking;
  return first !== undefined && first.share >= surelyCommon && first.intent.startsWith('faq.')
    ? first.intent.slice('faq.'.length)
    : null;
}

/**
 * Shares of the matcher from which on somebody is taken to be in danger of life: while nothing is under way rather once
 * too often than once too seldom; inside a report, where people tell of acts, only where little else could be meant.
 */
const alarming = { outside: 0.06, inside: 0.85 };
/** Letters, or words, of a message inside a report that may be a cry for help; a longer one is an account. */
const cry = { letters: 40, words: 24 };

/** Whether somebody is in danger of life, or wants to die. */
export function urgentIn(model: DialogueModel, text: string, inside: boolean): 'danger' | 'despair' | null {
  const said = heard(text);
  if (!/\p{L}/u.test(text)) return null;
  const { danger, despair } = model.intents.read(text);
  const listed = lexicons(model).some(([, lexicon]) =>
    lexicon.emergency.some((word) => contains(said, word)),
  );
  const short = !isTelling(text, cry.letters, cry.words);
  const alarmed = danger + despair >= (inside ? alarming.inside : alarming.outside) && (short || !inside);
  if (!listed && !alarmed) return null;
  return despair > danger ? 'despair' : 'danger';
}

/**
 * A small thing that is the whole message. `made-of`: a greeting or thanks may stand with other small words; where an
 * account is asked for they may begin it. `optional`: what may be left out holds nobody up, so "later" is no wait.
 */
export function smallIn(
  model: DialogueModel,
  words: string,
  greetings: 'whole' | 'made-of',
  optional: boolean,
): Small | null {
  if (isMadeOf(model, words, 'patience', ...(optional ? [] : (['later'] as const)))) return 'wait';
  if (says(model, words, (l) => l.confused)) return 'confused';
  if (isMadeOf(model, words, 'fears')) return 'fear';
  const is = (list: keyof Pick<Lexicon, 'greetings' | 'thanks'>): boolean =>
    greetings === 'made-of'
      ? isMadeOf(model, words, list)
      : list === 'greetings' && says(model, words, (l) => l[list]);
  if (is('greetings')) return 'greeting';
  if (is('thanks')) return 'thanks';
  return greetings === 'made-of' && isMadeOf(model, words, 'greetings', 'thanks') ? 'greeting' : null;
}
