/** The ten words that work in every state of a report, beside the flow and once. */
import { progress, questionBefore } from '../../../questions/walk.js';
import {
  answered,
  asideOf,
  burnDay,
  committed,
  graphOf,
  isEmpty,
  left,
  questionAt,
  settled,
  unwound,
} from '../draft.js';
import type { DialogueModel } from '../model.js';
import { isLate, type Outcome, type Turn } from '../outcome.js';
import { sameWords, say } from '../say.js';
import type { Lang, Repair, Say, State } from '../types.js';
import { beside, changeLine, goOn, skip, stay } from './steps.js';
import { storyRestored, storyTold } from './story.js';

/** Words that move on from a question: sent before the present one was shown, they meant another. */
const moves: readonly Repair[] = ['back', 'skip', 'continue', 'change'];

/** Carries out a repair word while a report is under way and not yet sent. `tongue`: the language it names, if any. */
export function repair(turn: Turn, state: State, word: Repair, tongue: Lang | null): Outcome {
  const { model } = turn;
  if (isLate(turn, state) && moves.includes(word)) return stay(state, []);
  switch (word) {
    case 'help':
      return stay(state, [say('help.report'), ...why(turn, state)]);
    case 'repeat':
      return stay(heardAgain(state), []);
    case 'save': {
      const place = state.at === 'summary' ? say('save.summary') : say('save.done', standingAt(turn, state));
      const saved = beside(state, [{ ...place, days: { day: burnDay(state) } }]);
      return { ...saved, offer: ['continue', 'delete'] };
    }
    case 'continue':
      return state.at === 'summary' && state.aside === undefined
        ? stay(state, [])
        : resume(turn, heardAgain(unwound(committed(model, state))));
    case 'back':
      return back(turn, heardAgain(state));
    case 'skip':
      return passOver(turn, state);
    case 'change': {
      const free = unwound(committed(model, state));
      if (answered(model, free).length === 0) return stay(free, [say('change.none')]);
      return stay(asideOf(free, { kind: 'change' }), []);
    }
    case 'delete':
    case 'cancel':
      return drop(turn, state, word);
    case 'language':
      return stay({ ...heardAgain(state), lang: langAsked(model, state.lang, tongue) }, [
        say('language.done'),
      ]);
  }
}

/** The language that is named, else the other one. */
export const langAsked = (model: DialogueModel, now: Lang, tongue: Lang | null): Lang =>
  tongue ?? model.langs.find((lang) => lang !== now) ?? now;

/** Somebody asks to hear the question: it is asked in full again. */
function heardAgain(state: State): State {
  const { asks = 0, ...rest } = state;
  return asks <= sameWords ? state : rest;
}

function passOver(turn: Turn, state: State): Outcome {
  const free = unwound(state);
  const question = questionAt(turn.model, free);
  // Asked whether something was a question, people who go on mean the question of the report.
  if (question === null || (state.aside !== undefined && state.aside.kind !== 'question'))
    return stay(free, []);
  // "Next" after a story was begun means that it is told.
  return question.kind === 'story' && free.parts.length > 0
    ? storyTold(turn, free, question, null)
    : skip(turn, free, question);
}

/** Goes on with what is open: the question that waits keeps waiting unless it was answered before. */
function resume(turn: Turn, state: State): Outcome {
  const open = questionAt(turn.model, state);
  return open !== null && state.answers[open.id] === undefined ? stay(state, []) : goOn(turn, state, []);
}

function why(turn: Turn, state: State): readonly Say[] {
  const question = state.aside === undefined ? questionAt(turn.model, state) : null;
  return question === null ? [] : [{ text: 'q.why', ids: { why: [`q.${question.id}.why`] } }];
}

function back(turn: Turn, state: State): Outcome {
  if (state.aside !== undefined) return stay(unwound(state), []);
  if (state.dropped !== undefined) return storyRestored(state, state.dropped);
  const kept = committed(turn.model, state);
  const before = questionBefore(graphOf(turn.model, kept), kept.answers, kept.at);
  return before === null ? stay(kept, [say('back.first')]) : changeLine(turn, kept, before.id);
}

/**
 * With nothing to lose it ends at once; else it asks once, and the same word again is a yes. 取消 after 删除 takes the
 * deleting back: what can't be undone never hangs on a word with two meanings.
 */
function drop(turn: Turn, state: State, word: 'delete' | 'cancel'): Outcome {
  const asked = state.aside?.kind === 'delete' ? (state.aside.text ?? 'delete') : null;
  const nothing = isEmpty(state) && state.dropped === undefined;
  if (nothing || (asked === word && !isLate(turn, state)))
    return { state: null, say: [say(word === 'cancel' ? 'cancel.done' : 'delete.done')] };
  if (asked === 'delete' && word === 'cancel') return stay(settled(state), []);
  return stay(asideOf(unwound(state), { kind: 'delete', text: word }), []);
}

const standingAt = (turn: Turn, state: State): { n: number; total: number } =>
  progress(graphOf(turn.model, state), state.answers, state.at);

/** Where we are after a pause, with the ways on. */
export function pause(turn: Turn, state: State): Outcome {
  const head =
    state.at === 'summary'
      ? say('pause.summary')
      : say('pause.head', { ...standingAt(turn, state), left: left(turn.model, state) });
  const waiting = asideOf(unwound(committed(turn.model, heardAgain(state))), { kind: 'pause' });
  return stay(waiting, [{ ...head, days: { day: burnDay(state) } }]);
}
