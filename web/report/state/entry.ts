/** What stands in a question's field, and whether it is an answer. */
import { checkChoice, checkSkip, checkWords, type Checked } from '../../../questions/answer.js';
import type { Answers, Question, Value } from '../../../questions/types.js';
import { unknown } from '../../../questions/walk.js';

export type Entry =
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'choice'; readonly code: string | null }
  | { readonly is: 'agreement'; readonly given: boolean }
  | { readonly is: 'files'; readonly count: number };

/** Why an entry is no answer yet. */
export type Problem = 'empty' | 'short' | 'future' | 'choose' | 'agree' | 'long';

export type Read = { readonly value: Value } | { readonly problem: Problem };

/** @param room bytes that this answer may have */
export function readEntry(question: Question, entry: Entry, today: string, room: number): Read {
  switch (entry.is) {
    case 'choice':
      return entry.code === null ? { problem: 'choose' } : choice(question, entry.code);
    case 'agreement':
      return entry.given ? { value: { words: '', code: 'agree' } } : { problem: 'agree' };
    case 'files':
      return { value: { words: String(entry.count) } };
    case 'words':
      return words(question, entry.words, today, room);
  }
}

function choice(question: Question, code: string): Read {
  const checked = checkChoice(question, code, code);
  return 'value' in checked ? checked : { problem: 'choose' };
}

function words(question: Question, said: string, today: string, room: number): Read {
  if (said.trim() === '' && question.optional) return skip(question);
  if (bytesOf(said) > room) return { problem: 'long' };
  const checked: Checked = checkWords(question, said, today);
  if ('value' in checked) return checked;
  const { refused } = checked;
  return { problem: refused === 'future' || refused === 'short' ? refused : 'empty' };
}

function skip(question: Question): Read {
  const checked = checkSkip(question);
  return 'value' in checked ? checked : { problem: 'empty' };
}

/** How a question can be passed over: left out where it is optional, "I don't know" to a time or a place. */
export function wayPast(question: Question): Value | null {
  if (question.optional) {
    const checked = checkSkip(question);
    return 'value' in checked ? checked.value : null;
  }
  return question.kind === 'moment' || question.kind === 'place' ? { words: '', code: unknown } : null;
}

/** Length in UTF-8, which is what a report's bounds count. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** What a report holds beside words: ids, keys, envelopes, padding of up to an eighth. */
const wordsShare = 0.7;

/** Bytes that the answer to one question may have beside all others. */
export function roomFor(id: string, answers: Answers, reportBytes: number): number {
  const others = Object.entries(answers).reduce(
    (sum, [key, { words: said }]) => (key === id ? sum : sum + bytesOf(said)),
    0,
  );
  return Math.max(0, Math.floor(reportBytes * wordsShare) - others);
}
