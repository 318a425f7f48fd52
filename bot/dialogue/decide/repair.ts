/** The ten words that work in every state of a report, beside the flow and once. */
import type { Question } from '../../../questions/types.js';
import { acceptText } from './answer.js';
import { acceptChoice } from './choice.js';
import { isMadeOf } from '../understand/clauses.js';
import { choiceIn } from '../understand/choices.js';
import { progress, questionBefore } from '../../../questions/walk.js';
import { lines } from '../show/asking.js';
import { langAsked } from '../understand/matching.js';
import { beside, changeLine, committed, goOn, skip, stay } from './steps.js';
import { storyDone } from './story.js';
import {
  asideOf,
  burnDay,
  graphOf,
  isLate,
  left,
  questionAt,
  say,
  settled,
  unwound,
  type Outcome,
  type Turn,
} from '../talk.js';
import type { Repair, Say, State } from '../types.js';

/** Words that move on from a question: sent before the present one was shown, they meant another. */
const moves: readonly Repair[] = ['back', 'skip', 'continue', 'change'];

/** Carries out a repair word while a report is under way and not yet sent. */
export function repair(turn: Turn, state: State, word: Repair, text: string): Outcome {
  const { model } = turn;
  if (isLate(turn, state) && moves.includes(word)) return stay(turn, state, []);
  switch (word) {
    case 'help':
      return stay(turn, state, [say('help.report'), ...why(turn, state)]);
    case 'repeat':
      return stay(turn, state, []);
    case 'save': {
      const open = state.aside === undefined ? questionAt(model, state) : null;
      // "Not now" at the pictures means the pictures.
      if (open?.kind === 'files' && turn.input.t === 'text' && isMadeOf(model, text, 'later'))
        return acceptText(turn, state, open, text);
      const place = state.at === 'summary' ? say('save.summary') : say('save.done', standingAt(turn, state));
      const saved = beside(state, [{ ...place, days: { day: burnDay(state) } }]);
      return { ...saved, offer: ['continue', 'delete'] };
    }
    case 'continue':
      return state.at === 'summary' && state.aside === undefined
        ? stay(turn, state, [])
        : resume(turn, unwound(committed(turn, state)));
    case 'back':
      return back(turn, state);
    case 'skip': {
      const free = unwound(state);
      const question = questionAt(model, free);
      // Asked whether something was a question, people who go on mean the question of the report.
      if (question === null || (state.aside !== undefined && state.aside.kind !== 'question'))
        return stay(turn, free, []);
      // "I would rather not say" may be one of the choices.
      const said = turn.input.t === 'text' && question.kind === 'choice' ? turn.input.text : null;
      if (said !== null && declined(turn, question, said)) return acceptChoice(turn, free, question, said);
      // "Next" after a story was begun means that it is told.
      return question.kind === 'story' && free.parts.length > 0
        ? storyDone(turn, free, question)
        : skip(turn, free, question);
    }
    case 'change': {
      const free = unwound(committed(turn, state));
      if (lines(model, free).length === 0) return stay(turn, free, [say('change.none')]);
      return stay(turn, asideOf(free, { kind: 'change' }), []);
    }
    case 'delete':
    case 'cancel':
      return drop(turn, state, word);
    case 'language':
      return stay(turn, { ...state, lang: langAsked(model, text, state.lang) }, [say('language.done')]);
  }
}

/** Goes on with what is open: the question that waits keeps waiting unless it was answered before. */
function resume(turn: Turn, state: State): Outcome {
  const open = questionAt(turn.model, state);
  return open !== null && state.answers[open.id] === undefined
    ? stay(turn, state, [])
    : goOn(turn, state, []);
}

function why(turn: Turn, state: State): readonly Say[] {
  const question = state.aside === undefined ? questionAt(turn.model, state) : null;
  return question === null ? [] : [{ text: 'q.why', ids: { why: [`q.${question.id}.why`] } }];
}

function back(turn: Turn, state: State): Outcome {
  if (state.aside !== undefined) return stay(turn, unwound(state), []);
  const kept = committed(turn, state);
  const before = questionBefore(graphOf(turn.model, kept), kept.answers, kept.at);
  return before === null ? stay(turn, kept, [say('back.first')]) : changeLine(turn, kept, before.id);
}

/**
 * With nothing to lose it ends at once; else it asks once, and the same word again is a yes. 取消 after 删除 takes the
 * deleting back: what can't be undone never hangs on a word with two meanings.
 */
function drop(turn: Turn, state: State, word: 'delete' | 'cancel'): Outcome {
  const nothing =
    Object.keys(state.answers).length + state.parts.length + state.files.length + state.notes.length === 0;
  const asked = state.aside?.kind === 'delete' ? (state.aside.text ?? 'delete') : null;
  if (nothing || (asked === word && !isLate(turn, state)))
    return { state: null, say: [say(word === 'cancel' ? 'cancel.done' : 'delete.done')] };
  if (asked === 'delete' && word === 'cancel') return stay(turn, settled(state), []);
  return stay(turn, asideOf(unwound(state), { kind: 'delete', text: word }), []);
}

const standingAt = (turn: Turn, state: State): { n: number; total: number } =>
  progress(graphOf(turn.model, state), state.answers, state.at);

/** Where we are after a pause, with the ways on. */
export function pause(turn: Turn, state: State): Outcome {
  const head =
    state.at === 'summary'
      ? say('pause.summary')
      : say('pause.head', { ...standingAt(turn, state), left: left(turn.model, state) });
  return stay(turn, asideOf(unwound(committed(turn, state)), { kind: 'pause' }), [
    { ...head, days: { day: burnDay(state) } },
  ]);
}

/** Whether a word for passing over is one of the question's own answers. */
function declined(turn: Turn, question: Question, text: string): boolean {
  const match = choiceIn(turn.model, question, text);
  return match !== null && match !== 'range' && match.how === 'exact';
}
