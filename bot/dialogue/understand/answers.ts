/** Reading a text as the answer to a question: one function for each kind of question. */
import { checkWords } from '../../../questions/answer.js';
import type { Question } from '../../../questions/types.js';
import type { DialogueModel } from '../model.js';
import { isMadeOf } from './clauses.js';
import { readAgreement, readChoice } from './choice-answers.js';
import { readFiles } from './files-answers.js';
import { labelIn, says, squeeze } from './matching.js';
import type { Answer } from './meaning.js';
import { numberIn } from './numbers.js';
import { closes, declines } from './own-words.js';
import { isQuestion } from './question-form.js';
import type { Reading } from './reading.js';

/** Reads `text` as the answer to `question`. */
export function readAnswer(reading: Reading, question: Question, text: string): Answer {
  switch (question.kind) {
    case 'choice':
      return readChoice(reading, question, text);
    case 'story':
      return readStory(reading, question, text);
    case 'files':
      return readFiles(reading.model, text);
    case 'consent':
      return readAgreement(reading.model, text);
    case 'moment':
    case 'place':
    case 'person':
    case 'contact':
      return readWords(reading, question, text);
  }
}

function readWords({ model, today }: Reading, question: Question, words: string): Answer {
  if (question.optional && givesNothing(model, question, words)) return { is: 'nothing', words };
  if (isNoAnswer(model, question, words)) return { is: 'unclear', words };
  return checked(question, words, today);
}

function checked(question: Question, words: string, today: string): Answer {
  const found = checkWords(question, words, today);
  return 'value' in found
    ? { is: 'value', words, value: found.value }
    : { is: 'refused', words, why: found.refused };
}

/** "I am done", "yes" or a bare "1" belongs to some other question (a double tap): it is no time, place or name. */
function isNoAnswer(model: DialogueModel, { kind }: Question, text: string): boolean {
  if (/^\d{1,2}$/.test(squeeze(text)) || isMadeOf(model, text, 'done')) return true;
  // "K" may be what somebody is called
  return !(kind === 'person' && /^[a-z]$/i.test(squeeze(text))) && isMadeOf(model, text, 'yes', 'indeed');
}

/** Whether a text leaves an optional question empty: a no, "I don't know", "I'd rather not", and no more than that. */
function givesNothing(model: DialogueModel, question: Question, text: string): boolean {
  if (isMadeOf(model, text, 'no', 'unknown', 'done', 'later', 'refuses')) return true;
  if (question.kind === 'contact' && !/[\d@]/u.test(text.normalize('NFKC')))
    return !isQuestion(model, text) && declines(model, text);
  return false;
}

function readStory({ model, today, parts }: Reading, question: Question, words: string): Answer {
  if (parts > 0) {
    const number = numberIn(model, words);
    const bare = number?.rest === '' ? number.n : null;
    const label = labelIn(model, words, ['story.done_choice', 'story.rewrite_choice']);
    if (bare === 1 || label === 0 || says(model, words, (l) => l.done))
      return { is: 'told', words, also: false };
    if (bare === 2 || label === 1 || says(model, words, (l) => l.rewrite)) return { is: 'rewrite', words };
    if (bare !== null) return { is: 'out-of-range', words, max: 2 };
  }
  const closing = closes(model, words);
  if (closing !== null && (closing === 'also' || parts > 0))
    return { is: 'told', words, also: closing === 'also' };
  const found = checked(question, words, today);
  return found.is === 'value' ? { is: 'part', words, faq: null } : found;
}

/** Whether a reading is an answer that the question takes: what is not is asked for again. */
export const isTaken = ({ is }: Answer): boolean =>
  ['choice', 'value', 'nothing', 'part', 'told', 'agreed', 'files-done'].includes(is);
