/** Checking an answer: the same rules for chat, form and mini-program. The shape of an answer is the channel's to check. */
import { readMoment } from './moment.js';
import { skipped } from './walk.js';
import { type Question, type Value } from './types.js';

/** Why an answer that was understood is not taken. */
export type Refusal = 'empty' | 'future' | 'short' | 'needed' | 'choice';

export type Checked = { readonly value: Value } | { readonly refused: Refusal };

/** Checks words given for a question that takes words; choices and files come as values of their own. */
export function checkWords(question: Question, words: string, today: string): Checked {
  const said = words.trim();
  // Something with neither a letter nor a digit in any script (blanks, dots, one emoji) says nothing.
  if (!/[\p{L}\p{N}]/u.test(said)) return { refused: 'empty' };
  if (question.kind === 'story' && said.length < 2) return { refused: 'short' };
  if (question.kind !== 'moment') return { value: { words: said } };
  const reading = readMoment(said, today);
  if (reading?.future === true) return { refused: 'future' };
  return { value: reading === null ? { words: said } : { words: said, days: reading.days } };
}

/** Checks a choice by its code; `words` is what the person typed or the label they saw. */
export function checkChoice(question: Question, code: string, words: string): Checked {
  if (!(question.choices ?? []).includes(code)) return { refused: 'choice' };
  return { value: { words, code } };
}

/** Passing a question over. */
export function checkSkip(question: Question): Checked {
  return question.optional ? { value: { words: '', code: skipped } } : { refused: 'needed' };
}
