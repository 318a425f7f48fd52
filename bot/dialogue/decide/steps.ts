/** The moves of a report: ask again, take an answer and go on, pass over, keep what belongs elsewhere. */
import { checkSkip, type Refusal } from '../../../questions/answer.js';
import type { Question, Value } from '../../../questions/types.js';
import { prune, questionById } from '../../../questions/walk.js';
import { asking } from '../show/asking.js';
import { drawSending } from '../asked/summary-pages.js';
import {
  acknowledge,
  echo,
  graphOf,
  labelOf,
  moved,
  openStory,
  questionAt,
  say,
  settled,
  type Outcome,
  type Turn,
} from '../talk.js';
import type { Say, State } from '../types.js';

/** Tries at a question before a way out is offered. */
const mostTries = 3;
/** Characters that a story and the notes may hold together. */
const mostStory = 20_000;

/** Says something and asks the present question again. */
export function stay(turn: Turn, state: State, lines: readonly Say[]): Outcome {
  return { state, say: [...lines, ...asking(turn.model, state)] };
}

/** Says something that is not about the question: it waits unseen until "continue". */
export function beside(state: State | null, lines: readonly Say[]): Outcome {
  return state === null
    ? { state, say: lines }
    : { state, say: lines, choices: [], offer: ['continue', 'help'] };
}

/** Goes on to what is due: the next open question, or the summary. */
export function goOn(turn: Turn, state: State, lines: readonly Say[]): Outcome {
  const { kept, fell } = prune(graphOf(turn.model, state), state.answers);
  const next = moved(turn.model, { ...state, answers: kept });
  const ready =
    next.at === 'summary' && next.sending === undefined ? { ...next, sending: drawSending(turn.env) } : next;
  const lost: readonly Say[] =
    fell.length === 0 ? [] : [{ text: 'change.fell', ids: { labels: fell.map(labelOf) } }];
  return stay(turn, ready, [...lines, ...lost]);
}

/** Keeps an answer and goes on; `noted` is what is said of it. */
export function keep(
  turn: Turn,
  state: State,
  question: Question,
  value: Value,
  noted: readonly Say[] = [acknowledge(question, value)],
): Outcome {
  const answers = { ...state.answers, [question.id]: value };
  return goOn(turn, { ...state, answers }, noted);
}

/** Not understood, or understood and not taken; after three tries a way out. */
export function tryAgain(turn: Turn, state: State, question: Question, why: Say): Outcome {
  const tries = state.tries + 1;
  if (tries < mostTries) return stay(turn, { ...state, tries }, [why]);
  return stay(turn, { ...state, tries: 0 }, [
    { text: 'tries.out', ids: { example: [exampleOf(turn, question)] } },
    say('phone.short'),
    ...(question.optional ? [say('tries.skip')] : []),
  ]);
}

/** The text that gives an example for a question. */
export function exampleOf(turn: Turn, question: Question): string {
  const own = `q.${question.id}.example`;
  return turn.model.has(own) ? own : `again.${question.kind}`;
}

export function misunderstood(turn: Turn, question: Question): Say {
  const own = `q.${question.id}.again`;
  return say(turn.model.has(own) ? own : `again.${question.kind}`);
}

/** What is said of an answer that was understood and is not taken. */
export function refusal(turn: Turn, why: Refusal, text: string): Say {
  if (why === 'future')
    return { text: 'bad.future', with: { words: echo(text) }, days: { today: turn.env.today } };
  return say(why === 'short' ? 'story.short' : 'bad.empty');
}

/** A story that was opened again keeps what was added when the person walks away from it. */
export function committed(turn: Turn, state: State): State {
  const question = questionAt(turn.model, state);
  if (question?.kind !== 'story' || state.answers[question.id] === undefined || state.parts.length === 0)
    return state;
  const answers = { ...state.answers, [question.id]: { words: state.parts.join('\n') } };
  return { ...state, answers, parts: [] };
}

/** Asks one answered question again; a story is shown as it stands. */
export function changeLine(turn: Turn, state: State, id: string): Outcome {
  const question = questionById(graphOf(turn.model, state), id);
  if (question === null) return stay(turn, state, []);
  const kept = committed(turn, state);
  const told = question.kind === 'story' ? kept.answers[id] : undefined;
  const parts = told === undefined ? kept.parts : [told.words];
  return stay(turn, { ...settled(kept), at: id, parts, tries: 0 }, []);
}

/** Passes the question over, or says why it is needed. */
export function skip(turn: Turn, state: State, question: Question): Outcome {
  const checked = checkSkip(question);
  if ('value' in checked) return keep(turn, state, question, checked.value);
  return stay(turn, state, [{ text: 'skip.needed', ids: { why: [`q.${question.id}.why`] } }]);
}

/** Keeps words that came at another question: as the beginning of the story, or as a note. Nothing said is lost. */
export function carry(turn: Turn, state: State, text: string): { state: State; said: Say } {
  if (isFull(state, text)) return { state, said: say('story.full') };
  const here = questionAt(turn.model, state);
  const story = here?.kind === 'story' ? here : openStory(turn.model, state);
  if (story !== null) {
    const told = state.parts.length === 0 ? state.answers[story.id]?.words : undefined;
    const parts = [...(told === undefined ? state.parts : [told]), text];
    const opened = { ...state, parts };
    return {
      // A story that was told keeps what comes to it; nobody need close it again.
      state: told === undefined ? opened : committed(turn, opened),
      said: say('ack.carried', { words: echo(text) }),
    };
  }
  return { state: { ...state, notes: [...state.notes, text] }, said: say('ack.note', { words: echo(text) }) };
}

/** Whether the story and the notes have no room for this text. */
export function isFull(state: State, text: string): boolean {
  const size = [...state.parts, ...state.notes].reduce((sum, part) => sum + part.length, 0);
  return size + text.length > mostStory;
}
