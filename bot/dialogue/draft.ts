/** Where a report under way stands: its graph and question, what is open, what is kept, and the moves between. */
import { addDays } from '../../questions/day.js';
import type { Graph, Question } from '../../questions/types.js';
import { nextQuestion, questionById, standing } from '../../questions/walk.js';
import type { DialogueModel } from './model.js';
import type { Aside, State } from './types.js';

/** Days a draft is kept after the day it was begun. */
const draftDays = 3;
/** Characters that a story and the notes may hold together. */
const mostStory = 20_000;

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

/** What names the step in a tap, so that tapping an old message never answers another question. */
export const tapKey = (state: State): string => state.aside?.kind ?? state.at;

export const asideOf = (state: State, aside: Aside): State => ({ ...state, aside });

/** Drops the side question. */
export function settled(state: State): State {
  const { aside, ...rest } = state;
  return rest;
}

/** Side questions whose pending words the person wrote: walking away from them keeps the words. */
export const keepsPending = (aside: Aside | undefined): boolean =>
  ['question', 'correct'].includes(aside?.kind ?? '') && (aside?.text ?? '') !== '';

/** Drops the side question and keeps what was said in it: nothing is lost by walking away from a question. */
export function unwound(state: State): State {
  const kept = settled(state);
  // A transcript is kept only if the person confirms it; the voice itself lies among the files.
  return keepsPending(state.aside) ? { ...kept, notes: [...kept.notes, state.aside?.text ?? ''] } : kept;
}

/** Questions that stand and have no answer yet. */
export const left = (model: DialogueModel, state: State): number =>
  standing(graphOf(model, state), state.answers).filter((q) => state.answers[q.id] === undefined).length;

/** The story question that is still open, if any: where long texts that came early belong. */
export function openStory(model: DialogueModel, state: State): Question | null {
  return (
    standing(graphOf(model, state), state.answers).find(
      (question) => question.kind === 'story' && state.answers[question.id] === undefined,
    ) ?? null
  );
}

/** The answered questions that can be changed, in the order of the summary. */
export function answered(model: DialogueModel, state: State): readonly Question[] {
  return standing(graphOf(model, state), state.answers).filter(
    (question) => state.answers[question.id] !== undefined && question.kind !== 'consent',
  );
}

/** Moves to the question that is due; no question left means the summary. */
export function moved(model: DialogueModel, state: State): State {
  const next = nextQuestion(graphOf(model, state), state.answers);
  return { ...fresh(state), at: next?.id ?? 'summary', page: 0 };
}

/** As a question stands that is asked for the first time: no side question, no tries, nothing to bring back. */
export function fresh(state: State): State {
  const { aside, dropped, ...rest } = state;
  return { ...rest, tries: 0, skips: 0, asks: 0 };
}

/** Whether the story and the notes have no room for this text. */
export function isFull(state: State, text: string): boolean {
  const size = [...state.parts, ...state.notes].reduce((sum, part) => sum + part.length, 0);
  return size + text.length > mostStory;
}

/** A story that was opened again keeps what was added when the person walks away from it. */
export function committed(model: DialogueModel, state: State): State {
  const question = questionAt(model, state);
  if (question?.kind !== 'story' || state.answers[question.id] === undefined || state.parts.length === 0)
    return state;
  const answers = { ...state.answers, [question.id]: { words: state.parts.join('\n') } };
  return { ...state, answers, parts: [] };
}

/** Where a person stands, told apart from what stands there: whether anything would be lost by ending here. */
export const isEmpty = ({ answers, parts, files, notes }: State): boolean =>
  Object.keys(answers).length + parts.length + files.length + notes.length === 0;
