/** The moves of a report: ask again, take an answer and go on, pass over, keep what belongs elsewhere. */
import type { Refusal } from '../../../questions/answer.js';
import type { Question, Value } from '../../../questions/types.js';
import { prune, questionById, skipped } from '../../../questions/walk.js';
import { committed, fresh, graphOf, isFull, moved, openStory, questionAt, settled } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { acknowledge, echo, exampleOf, labelOf, say } from '../say.js';
import { drawSending } from '../sending.js';
import type { Say, State } from '../types.js';

/** Tries at a question before a way out is offered. */
const mostTries = 3;

/** Says something and asks the present question again. */
export const stay = (state: State, lines: readonly Say[]): Outcome => ({ state, say: lines, asks: 'whole' });

/** Says something that is not about the question: it waits unseen until "continue". */
export function beside(state: State | null, lines: readonly Say[]): Outcome {
  return state === null
    ? { state, say: lines }
    : { state, say: lines, choices: 'none', offer: ['continue', 'help'] };
}

/** Goes on to what is due: the next open question, or the summary. */
export function goOn(turn: Turn, state: State, lines: readonly Say[]): Outcome {
  const { kept, fell } = prune(graphOf(turn.model, state), state.answers);
  const next = moved(turn.model, { ...state, answers: kept });
  const ready =
    next.at === 'summary' && next.sending === undefined ? { ...next, sending: drawSending(turn.env) } : next;
  const lost: readonly Say[] =
    fell.length === 0 ? [] : [{ text: 'change.fell', ids: { labels: fell.map(labelOf) } }];
  return stay(ready, [...lines, ...lost]);
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
  if (tries < mostTries) return stay({ ...state, tries }, [why]);
  return stay({ ...state, tries: 0 }, [
    { text: 'tries.out', ids: { example: [exampleOf(turn.model, question)] } },
    say('phone.short'),
    ...(question.optional ? [say('tries.skip')] : []),
  ]);
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

/** Asks one answered question again; a story is shown as it stands. */
export function changeLine(turn: Turn, state: State, id: string): Outcome {
  const question = questionById(graphOf(turn.model, state), id);
  if (question === null) return stay(state, []);
  const kept = committed(turn.model, settled(state));
  const told = question.kind === 'story' ? kept.answers[id] : undefined;
  const parts = told === undefined ? kept.parts : [told.words];
  return stay({ ...fresh(kept), at: id, parts }, []);
}

/**
 * Passes the question over. One that needs an answer says why, and the second time "I don't know" stands as a choice
 * and is one. Agreeing is no matter of knowing: there it is said what else can be done.
 */
export function skip(turn: Turn, state: State, question: Question): Outcome {
  if (question.optional) return keep(turn, state, question, { words: '', code: skipped });
  const skips = (state.skips ?? 0) + 1;
  const next = { ...state, skips };
  if (skips === 1) return stay(next, [{ text: 'skip.needed', ids: { why: [`q.${question.id}.why`] } }]);
  if (question.kind === 'consent') return stay(next, [say('bad.consent')]);
  return stay(next, [say(skips === 2 ? 'skip.offered' : 'skip.still')]);
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
      state: told === undefined ? opened : committed(turn.model, opened),
      said: say('ack.carried', { words: echo(text) }),
    };
  }
  return { state: { ...state, notes: [...state.notes, text] }, said: say('ack.note', { words: echo(text) }) };
}
