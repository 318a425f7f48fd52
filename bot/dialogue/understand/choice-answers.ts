/** Reading a choice, however it was said, and an agreement; with what was said beside it. */
import type { Question } from '../../../questions/types.js';
import { unknown } from '../../../questions/walk.js';
import type { DialogueModel } from '../model.js';
import { faqIn } from './asides.js';
import { choiceIn, choicesNamed, type ChoiceMatch } from './choices.js';
import { isMadeOf } from './clauses.js';
import { isTelling, labelIn, lexicons } from './matching.js';
import type { Answer, Beside } from './meaning.js';
import { numberIn } from './numbers.js';
import { agreement, numberNamed } from './own-words.js';
import type { Reading } from './reading.js';

export function readChoice({ model, unknownOffered }: Reading, question: Question, words: string): Answer {
  const codes = question.choices ?? [];
  if (unknownOffered && namesUnknown(model, codes.length, words))
    return { is: 'choice', words, code: unknown, how: 'plain', beside: null };
  const match = matched(model, question, words);
  const telling = isTelling(words);
  if (match === 'range') return { is: 'out-of-range', words, max: codes.length + (unknownOffered ? 1 : 0) };
  if (match !== null) {
    const how = match.how === 'exact' ? 'plain' : 'within';
    const beside = besideOf(model, how === 'within' && telling ? words : match.rest);
    return { is: 'choice', words, code: match.code, how, beside };
  }
  const [first, second, third] = choicesNamed(model, question, words);
  if (first !== undefined && second !== undefined && third === undefined)
    return { is: 'several', words, codes: [first, second], telling };
  if (!question.optional && isMadeOf(model, words, 'unknown')) return { is: 'unknown', words };
  return { is: telling ? 'note' : 'unclear', words };
}

/** "I don't know" as the last of the choices, by its number, its label or in other words. */
function namesUnknown(model: DialogueModel, before: number, words: string): boolean {
  const number = numberIn(model, words);
  return (number?.rest === '' && number.n === before + 1) || saysUnknown(model, words);
}

/** Whether a text says "I don't know", by the label of that choice or in other words. */
export const saysUnknown = (model: DialogueModel, words: string): boolean =>
  labelIn(model, words, ['skip.unknown']) !== null || isMadeOf(model, words, 'unknown');

/** What a text names: plainly, or as a number among words of its own, which then are kept beside it. */
function matched(model: DialogueModel, question: Question, text: string): ChoiceMatch | 'range' | null {
  const plain = choiceIn(model, question, text);
  if (plain !== null && plain !== 'range' && plain.how === 'exact') return plain;
  const codes = question.choices ?? [];
  const n = numberNamed(text, codes.length);
  const code = n === null ? undefined : codes[n - 1];
  return code === undefined ? plain : { code, how: 'within', rest: '' };
}

/** What was said beside an answer; null where that is nothing. */
export function besideOf(model: DialogueModel, words: string): Beside | null {
  if (words === '') return null;
  return { words, faq: isTelling(words, 24, 14) ? null : faqIn(model, words) };
}

export function readAgreement(model: DialogueModel, words: string): Answer {
  const number = numberIn(model, words);
  if (number?.n === 1 && !number.loose) return { is: 'agreed', words, beside: besideOf(model, number.rest) };
  const also = lexicons(model).flatMap(([, lexicon]) => lexicon.choices.get('consent.agree') ?? []);
  const agreed = agreement(model, words, also);
  if (agreed !== null)
    return { is: 'agreed', words, beside: besideOf(model, isTelling(agreed) ? agreed : '') };
  if (isMadeOf(model, words, 'no', 'refuses')) return { is: 'disagreed', words };
  if (isMadeOf(model, words, 'heard')) return { is: 'heard', words };
  if (number !== null) return { is: 'out-of-range', words, max: 1 };
  return { is: isTelling(words) ? 'note' : 'unclear', words };
}
