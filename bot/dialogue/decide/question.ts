/** Words that come while a question of the report waits. */
import type { Question } from '../../../questions/types.js';
import { questionBefore } from '../../../questions/walk.js';
import { asideOf, graphOf, questionAt } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { exampleOf, say } from '../say.js';
import type { State } from '../types.js';
import type { Answer, Meaning, Small } from '../understand/meaning.js';
import { changeTo, take } from './answer.js';
import { pause } from './repair.js';
import { changeLine, skip, stay } from './steps.js';

/** Seconds of silence after which we say where we are. */
const pauseSeconds = 1_800;

const afterPause = ({ input }: Turn, state: State): boolean => input.at - state.lastAt > pauseSeconds;

export function atQuestion(turn: Turn, state: State, meaning: Meaning): Outcome {
  const question = questionAt(turn.model, state);
  if (question === null) return stay(state, []);
  switch (meaning.is) {
    case 'line':
      return changeTo(turn, state, meaning.id, meaning.answer);
    case 'small':
      return besides(turn, state, question, meaning.small);
    case 'question':
      return askedUs(turn, state, question, meaning);
    case 'correction':
      return corrected(turn, state, meaning.text);
    case 'receipt':
    case 'no-receipt':
    case 'tap':
    case 'menu':
    case 'command':
    case 'article':
    case 'articles':
    case 'reading':
    case 'resend':
    case 'option':
    case 'send':
    case 'right':
    case 'digits':
    case 'intent':
      return stay(state, []);
    default:
      return answered(turn, state, question, meaning);
  }
}

function answered(turn: Turn, state: State, question: Question, answer: Answer): Outcome {
  const outcome = take(turn, state, question, answer);
  if (!afterPause(turn, state) || outcome.state === null) return outcome;
  if (outcome.state.tries > state.tries) return pause(turn, outcome.state);
  return { ...outcome, say: [say('pause.taken'), ...outcome.say] };
}

/** What people say at a question without answering it. */
export function besides(turn: Turn, state: State, question: Question | null, small: Small): Outcome {
  switch (small) {
    case 'wait':
      return stay(state, [say('wait.ok')]);
    case 'fear':
      return stay(state, [say('fear.ok')]);
    case 'confused':
      return explained(turn, state, question);
    case 'may-skip':
      if (question === null) return stay(state, []);
      return question.optional ? stay(state, [say('skip.may')]) : skip(turn, state, question);
    case 'greeting':
    case 'thanks':
      return afterPause(turn, state) ? pause(turn, state) : stay(state, [say('hello.again')]);
  }
}

/** Somebody says that they don't understand: why it is asked and an example, and no try is counted. */
function explained(turn: Turn, state: State, question: Question | null): Outcome {
  if (question === null || state.aside !== undefined) return stay(state, [say('confused.choose')]);
  return stay(state, [
    { text: 'q.why', ids: { why: [`q.${question.id}.why`] } },
    { text: 'confused.example', ids: { example: [exampleOf(turn.model, question)] } },
  ]);
}

/** A question to us: a common one is answered, and what may be part of the answer is asked about. */
function askedUs(
  turn: Turn,
  state: State,
  question: Question,
  { faq, outright, answer, words }: Extract<Meaning, { is: 'question' }>,
): Outcome {
  const said = say(faq === null ? 'question.unknown' : `faq.${faq}`);
  if (answer !== null) {
    const both = take(turn, state, question, answer);
    return { ...both, say: [said, ...both.say] };
  }
  return outright
    ? stay(state, [said, say('faq.back')])
    : stay(asideOf(state, { kind: 'question', text: words }), [said]);
}

/** "I got that wrong", and no more: the question before stands again with its answer; else it is asked what is meant. */
function corrected(turn: Turn, state: State, text: string): Outcome {
  const before = questionBefore(graphOf(turn.model, state), state.answers, state.at);
  if (before === null) return stay(state, []);
  return text === ''
    ? changeLine(turn, state, before.id)
    : stay(asideOf(state, { kind: 'correct', text }), []);
}
