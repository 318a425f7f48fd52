/** A story in several bubbles: each is kept and acknowledged; the person says when it is told. */
import { checkWords } from '../../../questions/answer.js';
import type { Question } from '../../../questions/types.js';
import { closes } from '../understand/own-words.js';
import { labelIn, says } from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { isFull, keep, refusal, stay, tryAgain } from './steps.js';
import { say, type Outcome, type Turn } from '../talk.js';
import type { Say, State } from '../types.js';

export function acceptStory(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { model } = turn;
  if (state.parts.length > 0) {
    const number = numberIn(model, text);
    const bare = number?.rest === '' ? number.n : null;
    const label = labelIn(model, text, ['story.done_choice', 'story.rewrite_choice']);
    if (bare === 1 || label === 0 || says(model, text, (l) => l.done))
      return storyDone(turn, state, question);
    if (bare === 2 || label === 1 || says(model, text, (l) => l.rewrite))
      return storyRewrite(turn, state, question);
    if (bare !== null) return stay(turn, state, [say('bad.range', { max: 2 })]);
  }
  const closing = closes(model, text);
  if (closing !== null && (closing === 'also' || state.parts.length > 0)) {
    const kept = closing === 'only' || isFull(state, text) ? state.parts : [...state.parts, text];
    return storyDone(turn, { ...state, parts: kept }, question);
  }
  const checked = checkWords(question, text, turn.env.today);
  if ('refused' in checked) return tryAgain(turn, state, question, refusal(turn, checked.refused, text));
  return storyPart(turn, state, text);
}

/** Keeps one more bubble; `noted` is said before the count. */
export function storyPart(turn: Turn, state: State, text: string, noted: readonly Say[] = []): Outcome {
  if (isFull(state, text)) return { state, say: [...noted, say('story.full')] };
  const parts = [...state.parts, text];
  return { state: { ...state, parts, tries: 0 }, say: [...noted, say('story.kept', { n: parts.length })] };
}

export function storyDone(turn: Turn, state: State, question: Question): Outcome {
  if (state.parts.length === 0) return stay(turn, state, []);
  return keep(turn, { ...state, parts: [] }, question, { words: state.parts.join('\n') });
}

/** Empties the story, also as it was told before. */
export function storyRewrite(turn: Turn, state: State, question: Question): Outcome {
  const answers = Object.fromEntries(Object.entries(state.answers).filter(([id]) => id !== question.id));
  return stay(turn, { ...state, answers, parts: [] }, [say('story.rewrite')]);
}
