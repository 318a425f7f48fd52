/** Taking an answer to the question that waits: one function for each kind of question. */
import { isMadeOf } from '../understand/clauses.js';
import { declines, holds } from '../understand/own-words.js';
import { checkWords } from '../../../questions/answer.js';
import type { Question } from '../../../questions/types.js';
import { acceptChoice, acceptConsent } from './choice.js';
import type { DialogueModel } from '../model.js';
import {
  affirms,
  beginsWith,
  heard,
  isQuestion,
  isTelling,
  labelIn,
  lexicons,
  squeeze,
} from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { carry, keep, misunderstood, refusal, skip, stay, tryAgain } from './steps.js';
import { acceptStory } from './story.js';
import { acknowledge, say, type Outcome, type Turn } from '../talk.js';
import type { Say, State } from '../types.js';

/** Takes a text as the answer to `question`. */
export function acceptText(turn: Turn, state: State, question: Question, text: string): Outcome {
  switch (question.kind) {
    case 'choice':
      return acceptChoice(turn, state, question, text);
    case 'story':
      return acceptStory(turn, state, question, text);
    case 'files':
      return acceptFiles(turn, state, question, text);
    case 'consent':
      return acceptConsent(turn, state, question, text);
    case 'moment':
    case 'place':
    case 'person':
    case 'contact':
      return acceptWords(turn, state, question, text);
  }
}

function acceptWords(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { model } = turn;
  if (question.optional && givesNothing(turn, question, text)) return skip(turn, state, question);
  if (isNoAnswer(model, question, text))
    return tryAgain(turn, state, question, misunderstood(turn, question));
  const checked = checkWords(question, text, turn.env.today);
  if ('value' in checked) return keep(turn, state, question, checked.value);
  return tryAgain(turn, state, question, refusal(turn, checked.refused, text));
}

/** "I am done", "yes" or a bare "1" belongs to some other question (a double tap): it is no time, place or name. */
function isNoAnswer(model: DialogueModel, { kind }: Question, text: string): boolean {
  if (/^\d{1,2}$/.test(squeeze(text)) || isMadeOf(model, text, 'done')) return true;
  // "K" may be what somebody is called
  return !(kind === 'person' && /^[a-z]$/i.test(squeeze(text))) && isMadeOf(model, text, 'yes', 'indeed');
}

/** Whether a text leaves an optional question empty: a no, "I don't know", "I'd rather not", and no more than that. */
function givesNothing({ model }: Turn, question: Question, text: string): boolean {
  if (isMadeOf(model, text, 'no', 'unknown', 'done', 'later', 'refuses')) return true;
  if (question.kind === 'contact' && !/[\d@]/u.test(text.normalize('NFKC')))
    return !isQuestion(model, text) && declines(model, text);
  return false;
}

function acceptFiles(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { model } = turn;
  const number = numberIn(model, text);
  if (number?.rest === '' && number.n !== 1)
    return tryAgain(turn, state, question, say('bad.range', { max: 1 }));
  if (number?.n === 1 && !number.loose)
    return filesDone(turn, state, question, isTelling(number.rest, 2, 1) ? number.rest : '');
  if (isMadeOf(model, text, 'later')) return filesDone(turn, state, question, '', [say('files.later')]);
  if (
    isMadeOf(model, text, 'done', 'no', 'unknown', 'refuses') ||
    beginsWith(model, text, (l) => l.nothing) ||
    labelIn(model, text, ['files.none_choice', 'files.done_choice']) !== null
  )
    return filesDone(turn, state, question, isTelling(text) ? text : '');
  const short = !isTelling(text, 18, 11);
  const coming = isMadeOf(model, text, 'yes', 'indeed', 'coming') || announces(model, text);
  if (short && coming && !holds(model, text, 'later', 'absent'))
    return stay(turn, state, [say('files.send')]);
  if (short && isQuestion(model, text) && !holds(model, text, 'later', 'absent'))
    return tryAgain(turn, state, question, misunderstood(turn, question));
  // Whatever is not here now may come at any time: it is said so, and nobody is held up.
  if (holds(model, text, 'later', 'absent'))
    return filesDone(turn, state, question, text, [say('files.later')]);
  if (declines(model, text)) return filesDone(turn, state, question, text);
  if (!isTelling(text, 4, 2)) return tryAgain(turn, state, question, misunderstood(turn, question));
  const { state: kept, said } = carry(turn, state, text);
  return stay(turn, kept, [said]);
}

/** Whether a text says that pictures are coming or at hand; "没有图" does not. */
function announces(model: DialogueModel, text: string): boolean {
  const said = heard(text);
  return lexicons(model).some(([, { coming }]) => coming.some((word) => affirms(model, said, word)));
}

/** Goes on from the files with as many as came; what was said beside it is kept. */
function filesDone(
  turn: Turn,
  state: State,
  question: Question,
  beside: string,
  noted: readonly Say[] = [],
): Outcome {
  const value = { words: String(state.files.length) };
  const carried = beside === '' ? { state, said: [] } : kept(carry(turn, state, beside));
  const said = noted.length > 0 ? noted : [acknowledge(question, value)];
  return keep(turn, carried.state, question, value, [...carried.said, ...said]);
}

const kept = ({ state, said }: { state: State; said: Say }): { state: State; said: readonly Say[] } => ({
  state,
  said: [said],
});
