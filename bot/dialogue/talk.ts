/** The small words of the engine: what a turn knows, how a reply is put together, where a report stands. */
import { addDays } from '../../questions/day.js';
import { type Graph, type Question, type Value } from '../../questions/types.js';
import { nextQuestion, progress, questionById, skipped, standing } from '../../questions/walk.js';
import type { DialogueModel } from './model.js';
import type { Aside, Choice, Command, Env, FollowUp, Input, Query, Say, State } from './types.js';

/** An echo of the person's words is cut to this many characters before it is shown. */
export const echoChars = 60;
/** Days a draft is kept after the day it was begun. */
export const draftDays = 3;

export interface Turn {
  readonly model: DialogueModel;
  readonly env: Env;
  readonly input: Input;
}

/** What came of a turn, before it is made into a step. */
export interface Outcome {
  readonly state: State | null;
  readonly say: readonly Say[];
  readonly follow?: FollowUp | null;
  readonly choices?: readonly Choice[];
  readonly offer?: readonly Command[];
  readonly secret?: boolean;
  readonly query?: Query;
  /** nothing at all is said */
  readonly silent?: boolean;
}

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

/** The graph a draft is pinned to; a draft whose graph is gone goes on under the present one, answers kept by id. */
export function graphOf(model: DialogueModel, state: State): Graph {
  const graph = model.graphs.get(state.graph) ?? model.graphs.get(model.current);
  if (graph === undefined) throw new Error('the model has no current graph');
  return graph;
}

export function questionAt(model: DialogueModel, state: State): Question | null {
  return questionById(graphOf(model, state), state.at);
}

export const burnDay = (state: State): string => addDays(state.begun, draftDays);

/** Drops the side question. */
export function settled(state: State): State {
  const { aside, ...rest } = state;
  return rest;
}

/** Drops the side question and keeps what was said in it: nothing is lost by walking away from a question. */
export function unwound(state: State): State {
  const text = state.aside?.text ?? '';
  const kept = settled(state);
  // A transcript is kept only if the person confirms it; the voice itself lies among the files.
  return text !== '' && ['question', 'correct'].includes(state.aside?.kind ?? '')
    ? { ...kept, notes: [...kept.notes, text] }
    : kept;
}

/** Whether a message was on its way before the present question stood: it answers another one. */
export const isLate = (turn: Turn, state: State): boolean => turn.input.at < state.askedAt;

export const asideOf = (state: State, aside: Aside): State => ({ ...state, aside });

export const labelOf = (question: Question): string => `q.${question.id}.label`;

/** How an answer is shown: a choice by its label, everything else by the words. */
export function shown(question: Question, value: Value): Pick<Say, 'with' | 'ids'> {
  const files = question.kind === 'files';
  if (value.code === skipped || (files && value.words === '0')) return { ids: { words: ['value.skipped'] } };
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
  if (question.kind === 'files') return { text: 'ack.files', ids: { label } };
  if (question.kind === 'choice')
    return { text: 'ack.choice', ids: { label, choice: [`c.${question.id}.${value.code ?? ''}`] } };
  const words = { words: echo(value.words) };
  if (value.days !== undefined)
    return { text: 'ack.read', with: words, ids: { label }, days: { reading: value.days.join('/') } };
  return { text: 'ack.kept', with: words, ids: { label } };
}

/** The position line: question n of about total. */
export function head(model: DialogueModel, state: State): Say {
  return say('q.head', progress(graphOf(model, state), state.answers, state.at));
}

export function left(model: DialogueModel, state: State): number {
  return standing(graphOf(model, state), state.answers).filter((q) => state.answers[q.id] === undefined)
    .length;
}

/** The story question that is still open, if any: where long texts that came early belong. */
export function openStory(model: DialogueModel, state: State): Question | null {
  return (
    standing(graphOf(model, state), state.answers).find(
      (question) => question.kind === 'story' && state.answers[question.id] === undefined,
    ) ?? null
  );
}

/** Moves to the question that is due; null means the summary. */
export function moved(model: DialogueModel, state: State): State {
  const next = nextQuestion(graphOf(model, state), state.answers);
  return { ...settled(state), at: next?.id ?? 'summary', tries: 0, page: 0 };
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
