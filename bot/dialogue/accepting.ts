/** Taking an answer to the question that waits: one function for each kind of question. */
import { declines } from './free-words.js';
import { checkWords } from '../../questions/answer.js';
import type { Question } from '../../questions/types.js';
import { acceptChoice, acceptConsent } from './choosing.js';
import { beginsWith, isTelling, labelIn, says, squeeze } from './matching.js';
import { numberIn } from './matching-numbers.js';
import { carry, keep, misunderstood, refusal, skip, stay, tryAgain } from './steps.js';
import { acceptStory } from './story.js';
import { acknowledge, say, type Outcome, type Turn } from './talk.js';
import type { State } from './types.js';

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
  const { book } = turn;
  const nothing = says(book, text, (l) => [...l.no, ...l.unknown]);
  if (question.optional && nothing) return skip(turn, state, question);
  // A bare "1" is a choice of some other question (a double tap), no time, place or name.
  if (/^\d{1,2}$/.test(squeeze(text))) return tryAgain(turn, state, question, misunderstood(turn, question));
  const checked = checkWords(question, text, turn.env.today);
  if ('value' in checked) return keep(turn, state, question, checked.value);
  return tryAgain(turn, state, question, refusal(turn, checked.refused, text));
}

function acceptFiles(turn: Turn, state: State, question: Question, text: string): Outcome {
  const { book } = turn;
  const number = numberIn(book, text);
  const one = number?.n === 1 && !number.loose;
  const done =
    one ||
    says(book, text, (l) => [...l.done, ...l.no, ...l.unknown]) ||
    (!isTelling(text) && beginsWith(book, text, (l) => l.nothing)) ||
    labelIn(book, text, ['files.none_choice', 'files.done_choice']) !== null;
  if (done) {
    const beside = one && isTelling(number.rest, 2, 1) ? carry(turn, state, number.rest) : null;
    const value = { words: String(state.files.length) };
    const noted = [...(beside === null ? [] : [beside.said]), acknowledge(question, value)];
    return keep(turn, beside?.state ?? state, question, value, noted);
  }
  if (number !== null && number.rest === '')
    return tryAgain(turn, state, question, say('bad.range', { max: 1 }));
  if (declines(book, text)) {
    const { state: kept, said } = carry(turn, state, text);
    return keep(turn, kept, question, { words: String(state.files.length) }, [said]);
  }
  if (!isTelling(text, 4, 2)) return tryAgain(turn, state, question, misunderstood(turn, question));
  const { state: kept, said } = carry(turn, state, text);
  return stay(turn, kept, [said]);
}
