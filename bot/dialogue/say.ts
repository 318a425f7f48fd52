/** Texts as the engine names them: an id, and what stands in its placeholders. */
import { skipped, unknown } from '../../questions/walk.js';
import type { Question, Value } from '../../questions/types.js';
import type { DialogueModel } from './model.js';
import type { Say } from './types.js';

/** An echo of the person's words is cut to this many characters before it is shown. */
export const echoChars = 60;

/** No question is asked more often than this in the same words. */
export const sameWords = 3;

export const say = (text: string, given?: Readonly<Record<string, string | number>>): Say =>
  given === undefined
    ? { text }
    : { text, with: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])) };

/** The person's words as far as they are shown back. */
export function echo(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  const points = Array.from(flat);
  return points.length <= echoChars ? flat : `${points.slice(0, echoChars - 1).join('')}…`;
}

export const labelOf = (question: Question): string => `q.${question.id}.label`;

/** How an answer is shown: a choice by its label, everything else by the words. */
export function shown(question: Question, value: Value): Pick<Say, 'with' | 'ids'> {
  const files = question.kind === 'files';
  if (value.code === skipped || (files && value.words === '0')) return { ids: { words: ['value.skipped'] } };
  if (value.code === unknown) return { ids: { words: ['value.unknown'] } };
  if (files) return { ids: { words: ['value.sent'] } };
  if (question.kind === 'choice' && value.code !== undefined)
    return { ids: { words: [`c.${question.id}.${value.code}`] } };
  return { with: { words: echo(value.words) } };
}

/** The line that takes note of an answer before the next question is asked. */
export function acknowledge(question: Question, value: Value): Say {
  const label = [labelOf(question)];
  if (value.code === skipped || (question.kind === 'files' && value.words === '0'))
    return { text: 'ack.skipped', ids: { label } };
  if (value.code === unknown) return { text: 'ack.unknown', ids: { label } };
  if (question.kind === 'files') return { text: 'ack.files', ids: { label } };
  if (question.kind === 'choice')
    return { text: 'ack.choice', ids: { label, choice: [`c.${question.id}.${value.code ?? ''}`] } };
  const words = { words: echo(value.words) };
  if (value.days !== undefined)
    return { text: 'ack.read', with: words, ids: { label }, days: { reading: value.days.join('/') } };
  return { text: 'ack.kept', with: words, ids: { label } };
}

/** The text that gives an example for a question. */
export function exampleOf(model: DialogueModel, question: Question): string {
  const own = `q.${question.id}.example`;
  return model.has(own) ? own : `again.${question.kind}`;
}
