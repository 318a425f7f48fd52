/** Side questions of the engine's own, asked while a question waits. What does not answer them is never lost. */
import { questionBefore } from '../../../questions/walk.js';
import { answered, asideOf, graphOf, keepsPending, questionAt, settled } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { say } from '../say.js';
import type { Say, State } from '../types.js';
import type { Meaning } from '../understand/meaning.js';
import { changeTo, take } from './answer.js';
import { keepTranscript, keepVoice } from './media.js';
import { carry, changeLine, goOn, keep, stay } from './steps.js';
import { summaryChoice } from './summary.js';

/** What is left of a side question that words did not settle: the step beneath takes them, what waited is kept. */
export interface Unsettled {
  readonly state: State;
  readonly said: readonly Say[];
}

/** Words while a side question waits; `Unsettled` where they are about something else. */
export function atAside(turn: Turn, state: State, meaning: Meaning): Outcome | Unsettled {
  switch (meaning.is) {
    case 'option':
      return chooseAside(turn, state, meaning.code);
    case 'out-of-range':
      return stay(state, [say('bad.range', { max: meaning.max })]);
    case 'question':
      return stay(state, [say(`faq.${meaning.faq ?? ''}`), say('faq.back')]);
    case 'line':
      return changeTo(turn, settled(state), meaning.id, meaning.answer);
    default:
      return letGo(turn, state);
  }
}

function letGo(turn: Turn, state: State): Outcome | Unsettled {
  const free = settled(state);
  switch (state.aside?.kind) {
    case 'change':
    case 'waiting':
      return stay(state, [say('again.aside')]);
    case 'question':
    case 'correct': {
      // Neither choice: what was said before is kept beside what is said now.
      if (!keepsPending(state.aside)) return { state: free, said: [] };
      const { state: kept, said } = carry(turn, free, state.aside.text ?? '');
      return { state: kept, said: questionAt(turn.model, free)?.kind === 'story' ? [] : [said] };
    }
    case 'transcript':
      // In a story the sound keeps its place among the words. Elsewhere the words said now are the answer; the sound
      // stays among the files.
      return {
        state:
          questionAt(turn.model, state)?.kind === 'story' ? (keepVoice(turn, state).state ?? free) : free,
        said: [],
      };
    default:
      return { state: free, said: [] };
  }
}

/** Carries out a choice of the side question that waits. */
export function chooseAside(turn: Turn, state: State, code: string): Outcome {
  const pending = state.aside?.text ?? '';
  const free = settled(state);
  switch (`${state.aside?.kind ?? ''}.${code}`) {
    case 'question.no':
    case 'correct.here':
      return takeHere(turn, free);
    case 'transcript.use':
      return keepTranscript(turn, state, pending);
    case 'transcript.sound':
      return keepVoice(turn, state);
    case 'delete.yes':
      return { state: null, say: [say('delete.done')] };
    case 'end.yes':
      return { state: null, say: [say('report.not_taken')] };
    case 'pause.review':
      return review(turn, free);
    case 'pause.delete':
      return stay(asideOf(free, { kind: 'delete' }), []);
    case 'waiting.again':
      return summaryChoice(free, 'send');
    case 'waiting.without':
      return {
        state: { ...free, files: free.files.filter((file) => file.state === 'saved') },
        say: [],
        query: { do: 'send' },
      };
    case 'correct.last':
      return correctLast(turn, free, pending);
    case 'correct.other': {
      const { state: kept, said } = carry(turn, free, pending);
      return stay(asideOf(kept, { kind: 'change' }), [said]);
    }
    default:
      return state.aside?.kind === 'change' ? changeLine(turn, free, code) : stay(free, []);
  }
}

/** The words of a side question are the answer after all. */
function takeHere(turn: Turn, state: State): Outcome {
  const question = questionAt(turn.model, state);
  const answer = turn.understood?.pending?.here;
  return question === null || answer === undefined ? stay(state, []) : take(turn, state, question, answer);
}

/** The answers so far, to be changed; with none there is only the question that waits. */
function review(turn: Turn, state: State): Outcome {
  return answered(turn.model, state).length === 0
    ? stay(state, [say('change.none')])
    : stay(asideOf(state, { kind: 'change' }), []);
}

function correctLast(turn: Turn, state: State, text: string): Outcome {
  const last = questionBefore(graphOf(turn.model, state), state.answers, state.at);
  if (last === null) return goOn(turn, state, []);
  if (last.kind === 'story') {
    // A correction to the story is one more part of it, and the questions go on.
    const words = [state.answers[last.id]?.words ?? '', text].filter((part) => part !== '').join('\n');
    return keep(turn, state, last, { words });
  }
  return changeTo(turn, state, last.id, text === '' ? null : (turn.understood?.pending?.last ?? null));
}
