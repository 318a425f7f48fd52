/** A story in several bubbles: each is kept and acknowledged; the person says when it is told. */
import type { Question } from '../../../questions/types.js';
import { isFull } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { say } from '../say.js';
import type { Say, State } from '../types.js';
import { keep, stay } from './steps.js';

/** Keeps one more bubble; `noted` is said before the count. */
export function storyPart(state: State, text: string, noted: readonly Say[] = []): Outcome {
  if (isFull(state, text)) return { state, say: [...noted, say('story.full')] };
  const parts = [...state.parts, text];
  return { state: { ...state, parts, tries: 0 }, say: [...noted, say('story.kept', { n: parts.length })] };
}

/** The account is told; `last` is a message that says so and belongs to it. */
export function storyTold(turn: Turn, state: State, question: Question, last: string | null): Outcome {
  const parts = last === null || isFull(state, last) ? state.parts : [...state.parts, last];
  if (parts.length === 0) return stay(state, []);
  return keep(turn, { ...state, parts: [] }, question, { words: parts.join('\n') });
}

/** Empties the story, also as it was told before. It is kept until the answer is closed: `back` brings it back. */
export function storyRewrite(state: State, question: Question): Outcome {
  const { [question.id]: told, ...answers } = state.answers;
  const parts = state.parts.length > 0 || told === undefined ? state.parts : [told.words];
  const dropped = [...(state.dropped ?? []), ...parts];
  return stay({ ...state, answers, parts: [], dropped }, [say('story.rewrite')]);
}

/** Brings back an account that was started again; what was told since stands behind it. */
export function storyRestored(state: State, dropped: readonly string[]): Outcome {
  const { dropped: _back, ...rest } = state;
  return stay({ ...rest, parts: [...dropped, ...state.parts] }, [say('story.restored')]);
}
