/** Words that come while a question of the report waits. */
import { progress, questionBefore } from '../../questions/walk.js';
import { acceptText, carry, stay } from './accepting.js';
import { acceptAside, changeLine } from './asides.js';
import { lines } from './asking.js';
import { atSummary } from './at-summary.js';
import { choiceIn, correctionIn, faqIn, isEmergency, lineIn, says } from './matching.js';
import { pause } from './repair.js';
import { asideOf, echo, graphOf, questionAt, say, type Outcome, type Turn } from './talk.js';
import type { State } from './types.js';

/** Seconds of silence after which we say where we are. */
const pauseSeconds = 1_800;

/** A text that is no command while a report is under way. */
export function answer(turn: Turn, state: State, words: string): Outcome {
  const { book, input } = turn;
  if (state.slow === true && words === state.lastText) {
    const { slow, ...rest } = state;
    return stay(turn, rest, [say('resend.known')]);
  }
  const urgent = isEmergency(book, words) ? [say('emergency')] : [];
  const question = questionAt(book, state);
  if (question !== null && question.kind !== 'story' && input.at < state.askedAt)
    return late(turn, state, words);
  let open = state;
  if (state.aside !== undefined) {
    const taken = acceptAside(turn, state, words);
    if (!('fallThrough' in taken)) return { ...taken, say: [...urgent, ...taken.say] };
    open = taken.fallThrough;
  }
  const outcome = open.at === 'summary' ? atSummary(turn, open, words) : atQuestion(turn, open, words);
  return { ...outcome, say: [...urgent, ...outcome.say] };
}

/** A message that was on its way before the present question stood: shown back and kept, never taken for its answer. */
function late(turn: Turn, state: State, words: string): Outcome {
  if (Array.from(words.trim()).length <= 2) return stay(turn, state, [say('resend.known')]);
  const { state: kept } = carry(turn, state, words);
  return stay(turn, kept, [say('late.note', { words: echo(words) })]);
}

function atQuestion(turn: Turn, state: State, words: string): Outcome {
  const { book, input } = turn;
  const question = questionAt(book, state);
  if (question === null) return stay(turn, state, []);
  const line = lineIn(
    book,
    words,
    lines(book, state).map(({ id }) => id),
  );
  const story = question.kind === 'story';
  if (line !== null && !story) return changeLine(turn, state, lines(book, state)[line]?.id ?? state.at);
  const exact = question.kind === 'choice' ? choiceIn(book, question, words) : null;
  if (exact === null || exact === 'range' || exact.how !== 'exact') {
    if (says(book, words, (l) => l.greetings) || (!story && says(book, words, (l) => l.thanks)))
      return greeted(turn, state);
    const faq = faqIn(book, words);
    if (faq !== null) return common(turn, state, `faq.${faq}`, words);
    const corrected = story ? null : correctionIn(book, words);
    if (corrected !== null && questionBefore(graphOf(book, state), state.answers, state.at) !== null)
      return stay(turn, asideOf(state, { kind: 'correct', text: corrected }), []);
  }
  const outcome = acceptText(turn, state, question, words);
  if (input.at - state.lastAt <= pauseSeconds || outcome.state === null) return outcome;
  if (outcome.state.tries > state.tries) return pause(turn, state);
  const where = progress(graphOf(book, state), state.answers, state.at);
  return { ...outcome, say: [say('pause.taken', where), ...outcome.say] };
}

export function greeted(turn: Turn, state: State): Outcome {
  if (turn.input.at - state.lastAt > pauseSeconds) return pause(turn, state);
  return stay(turn, state, [say('hello.again')]);
}

/** A common question is answered and the pending one asked again; inside a story the person says which it was. */
export function common(turn: Turn, state: State, text: string, words: string): Outcome {
  if (questionAt(turn.book, state)?.kind === 'story')
    return stay(turn, asideOf(state, { kind: 'question', text: words }), [say(text)]);
  return stay(turn, state, [say(text), say('faq.back')]);
}
