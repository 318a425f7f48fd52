/** Words that come while a question of the report waits. */
import { questionBefore } from '../../../questions/walk.js';
import type { Question } from '../../../questions/types.js';
import { acceptText } from './answer.js';
import { acceptAside } from './aside.js';
import { lines } from '../show/asking.js';
import type { DialogueModel } from '../model.js';
import { atSummary, changeTo } from './summary.js';
import { clausesOf, isMadeOf } from '../understand/clauses.js';
import { closes, holds } from '../understand/own-words.js';
import {
  beginsWith,
  correctionIn,
  faqIn,
  isEmergency,
  isGuess,
  isOutrightQuestion,
  isQuestion,
  isSurelyQuestion,
  isTelling,
  says,
} from '../understand/matching.js';
import { changeIn, lineIn, numberIn } from '../understand/numbers.js';
import { choiceIn } from '../understand/choices.js';
import { pause } from './repair.js';
import { carry, changeLine, exampleOf, skip, stay } from './steps.js';
import { storyDone } from './story.js';
import { asideOf, echo, graphOf, isLate, questionAt, say, type Outcome, type Turn } from '../talk.js';
import type { State } from '../types.js';

/** Seconds of silence after which we say where we are. */
const pauseSeconds = 1_800;

/** A text that is no command while a report is under way. */
export function answer(turn: Turn, state: State, words: string): Outcome {
  const { model } = turn;
  // The text stays the last one: however often it is sent again, and whatever fails on the way, it is known.
  // A short one after a slow turn may have been a choice, of which only the code is kept; a long one must be there.
  const short = Array.from(words.trim()).length < longText;
  if (words === state.lastText && ((state.slow === true && short) || isKept(state, words)))
    return stay(turn, { ...state }, [say('resend.known')]);
  const urgent = isEmergency(model, words) ? [say('emergency')] : [];
  const outcome = answered(turn, state, words);
  return { ...outcome, say: [...urgent, ...outcome.say] };
}

/** Letters from which on a text is looked for among what was kept before it is called known. */
const longText = 12;

/** Letters from which on the same text twice in a row is rather a resend than the next answer. */
const leastResend = 4;

/** Whether a kept text is what these words said: all of them, or of "1, but …" and "no, I meant …" the rest. */
const saidBy = (words: string, kept: string): boolean =>
  kept === words.trim() ||
  (kept.length >= leastResend && 2 * kept.length >= words.length && words.includes(kept));

/**
 * Whether a text was kept just now: its answer may have been lost on the way, and nobody says a thing twice on purpose.
 * Who means it says it once more, and then it is taken (run-turn).
 */
function isKept(state: State, words: string): boolean {
  if (Array.from(words.trim()).length < leastResend) return false;
  const answers = Object.values(state.answers).map((value) => value.words);
  const last = [state.parts.at(-1) ?? '', state.notes.at(-1) ?? '', state.aside?.text ?? ''];
  return last.some((part) => part !== '' && saidBy(words, part)) || answers.includes(words.trim());
}

function answered(turn: Turn, state: State, words: string): Outcome {
  const { model } = turn;
  const story = questionAt(model, state)?.kind === 'story' && state.aside === undefined;
  if (isLate(turn, state) && (!story || numberIn(model, words)?.rest === '')) return late(turn, state, words);
  const optional = questionAt(model, state)?.optional === true && state.aside === undefined;
  // What may be left out holds nobody up: "later" is an answer to it.
  if (isMadeOf(model, words, 'patience', ...(optional ? [] : (['later'] as const))))
    return stay(turn, state, [say('wait.ok')]);
  if (says(model, words, (l) => l.confused)) return explained(turn, state);
  if (isMadeOf(model, words, 'fears')) return stay(turn, state, [say('fear.ok')]);
  if (state.aside === undefined) return unasked(turn, state, words);
  const taken = acceptAside(turn, state, words);
  if (!('fallThrough' in taken)) return taken;
  const outcome = unasked(turn, taken.fallThrough, words);
  return { ...outcome, say: [...taken.said, ...outcome.say] };
}

const unasked = (turn: Turn, state: State, words: string): Outcome =>
  state.at === 'summary' ? atSummary(turn, state, words) : atQuestion(turn, state, words);

/** A message that was on its way before the present question stood: shown back and kept, never taken for its answer. */
function late(turn: Turn, state: State, words: string): Outcome {
  const answers = Object.values(state.answers).flatMap((value) => value.words.split('\n'));
  if ([...state.parts, ...state.notes, ...answers].some((kept) => kept !== '' && saidBy(words, kept)))
    return stay(turn, { ...state }, [say('resend.known')]);
  const { state: kept } = carry(turn, state, words);
  return stay(turn, kept, [say('late.note', { words: echo(words) })]);
}

/** Somebody says that they don't understand: why it is asked and an example, and no try is counted. */
function explained(turn: Turn, state: State): Outcome {
  const question = state.aside === undefined ? questionAt(turn.model, state) : null;
  if (question === null) return stay(turn, state, [say('confused.choose')]);
  return stay(turn, state, [
    { text: 'q.why', ids: { why: [`q.${question.id}.why`] } },
    { text: 'confused.example', ids: { example: [exampleOf(turn, question)] } },
  ]);
}

function atQuestion(turn: Turn, state: State, words: string): Outcome {
  const { model, input } = turn;
  const question = questionAt(model, state);
  if (question === null) return stay(turn, state, []);
  const besides = besidesAnswering(turn, state, question, words);
  if (besides !== null) return besides;
  const outcome = acceptText(turn, state, question, words);
  if (input.at - state.lastAt <= pauseSeconds || outcome.state === null) return outcome;
  if (outcome.state.tries > state.tries) return pause(turn, outcome.state);
  return { ...outcome, say: [say('pause.taken'), ...outcome.say] };
}

/** What people say at a question without answering it: change that, hello, a common question, a correction. */
function besidesAnswering(turn: Turn, state: State, question: Question, words: string): Outcome | null {
  const { model } = turn;
  const story = question.kind === 'story';
  const changed = story ? null : changing(turn, state, words);
  if (changed !== null) return changed;
  const match = question.kind === 'choice' ? choiceIn(model, question, words) : null;
  if (match === 'range' || match?.how === 'exact') return null;
  if (says(model, words, (l) => l.greetings) || (!story && isMadeOf(model, words, 'greetings', 'thanks')))
    return greeted(turn, state);
  const faq = faqIn(model, words);
  if (faq !== null) return common(turn, state, question, `faq.${faq}`, words);
  if (!story && isQuestion(model, words) && holds(model, words, 'mayskip'))
    return question.optional ? stay(turn, state, [say('skip.may')]) : skip(turn, state, question);
  if (!story && !choosing(question) && asksUs(model, question, words))
    return stay(turn, asideOf(state, { kind: 'question', text: words }), [say('question.unknown')]);
  return story ? null : correction(turn, state, words);
}

/** Whether words at a question that takes words are a question to us: surely one, or one and no telephone or address. */
function asksUs(model: DialogueModel, { kind }: Question, words: string): boolean {
  if (isSurelyQuestion(model, words)) return !isGuess(model, words);
  return kind === 'contact' && isQuestion(model, words) && !/[\d@]/u.test(words.normalize('NFKC'));
}

/** "Change line 2", "改时间，改成昨天": another answer is meant than the one that is asked for. */
function changing(turn: Turn, state: State, words: string): Outcome | null {
  const { model } = turn;
  const answered = lines(model, state).map(({ id }) => id);
  const line = lineIn(model, words, answered, false);
  if (line !== null) return changeLine(turn, state, answered[line] ?? state.at);
  const asked = correctionIn(model, words) !== null || beginsWith(model, words, (l) => l.commands.change);
  const change = asked ? changeIn(model, words, answered) : null;
  return change === null ? null : changeTo(turn, state, answered[change.line] ?? state.at, change.value);
}

const choosing = ({ kind }: Question): boolean => ['choice', 'consent', 'files'].includes(kind);

function correction(turn: Turn, state: State, words: string): Outcome | null {
  const { model } = turn;
  const corrected = correctionIn(model, words);
  const last = questionBefore(graphOf(model, state), state.answers, state.at);
  if (corrected === null || last === null) return null;
  // "I got that wrong", and no more: the question before stands again with its answer.
  return corrected === ''
    ? changeLine(turn, state, last.id)
    : stay(turn, asideOf(state, { kind: 'correct', text: corrected }), []);
}

function greeted(turn: Turn, state: State): Outcome {
  if (turn.input.at - state.lastAt > pauseSeconds) return pause(turn, state);
  return stay(turn, state, [say('hello.again')]);
}

/** A common question is answered and the pending one asked again; where it may be part of the answer, the person says which. */
function common(turn: Turn, state: State, question: Question, text: string, words: string): Outcome {
  const both = answeredBeside(turn, state, question, words);
  if (both !== null) return { ...both, say: [say(text), ...both.say] };
  const short = choosing(question) && !isTelling(words, 16, 9);
  const plain = question.kind !== 'story' && (short || isOutrightQuestion(turn.model, words));
  return plain
    ? stay(turn, state, [say(text), say('faq.back')])
    : stay(turn, asideOf(state, { kind: 'question', text: words }), [say(text)]);
}

/** An answer with a question behind it: "上周三吧，会不会查到我？" is both. */
function answeredBeside(turn: Turn, state: State, question: Question, words: string): Outcome | null {
  const { model } = turn;
  const said = words.normalize('NFKC');
  const last = clausesOf(said).at(-1) ?? '';
  const rest = said.slice(0, said.lastIndexOf(last)).replace(/[\p{P}\p{Z}]+$/u, '');
  if (rest === '' || !isQuestion(model, last) || isQuestion(model, rest)) return null;
  if (question.kind === 'story')
    return state.parts.length > 0 && closes(model, rest) === 'only' ? storyDone(turn, state, question) : null;
  if (question.kind === 'choice') return null;
  const outcome = acceptText(turn, state, question, rest);
  return outcome.state !== null && outcome.state.at !== state.at ? outcome : null;
}
