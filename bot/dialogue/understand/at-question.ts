/**
 * What words mean while a question of the report waits. An answer that fits the question comes before everything that
 * people say beside it: "this morning" at a time is a time and no greeting, "tonight" is a time and no wish to wait.
 */
import { readMoment } from '../../../questions/moment.js';
import type { Question } from '../../../questions/types.js';
import { unknown } from '../../../questions/walk.js';
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { isTaken, readAnswer } from './answers.js';
import { articlesIn, looksOn } from './articles.js';
import { faqIn, smallIn } from './asides.js';
import { saysUnknown } from './choice-answers.js';
import { choiceIn } from './choices.js';
import { clausesOf } from './clauses.js';
import { changeIn, correctionIn, lineIn } from './corrections.js';
import { beginsWith, isTelling } from './matching.js';
import type { Answer, Meaning } from './meaning.js';
import { numberIn } from './numbers.js';
import { closes, holds } from './own-words.js';
import { isGuess, isOutrightQuestion, isQuestion, isSurelyQuestion } from './question-form.js';
import type { Reading } from './reading.js';

const choosing = ({ kind }: Question): boolean => ['choice', 'consent', 'files'].includes(kind);

/** What reading an answer has to know of the moment. */
export const readingAt = (model: DialogueModel, asked: Asked): Reading => ({
  model,
  today: asked.today,
  parts: asked.parts,
  unknownOffered: asked.beneath.some(({ code }) => code === unknown),
});

export function atQuestion(model: DialogueModel, asked: Asked, question: Question, words: string): Meaning {
  const reading = readingAt(model, asked);
  const answer = readAnswer(reading, question, words);
  if (reading.unknownOffered && question.kind !== 'choice' && isUnknown(model, words))
    return { is: 'choice', words, code: unknown, how: 'plain', beside: null };
  const story = question.kind === 'story';
  const changed = story ? null : changing(model, asked, words);
  if (changed !== null) return changed;
  const articles = articlesIn(model, asked, words);
  if (articles !== null && looksOn(asked, articles)) return articles;
  if (fits(model, asked, question, words, answer)) return answer;
  if (articles !== null) return articles;
  const small = smallIn(model, words, story ? 'whole' : 'made-of', question.optional);
  if (small !== null) return { is: 'small', words, small };
  const faq = faqIn(model, words) ?? (story ? faqIn(model, lastClause(words)) : null);
  if (faq !== null) return common(reading, question, faq, words);
  if (!story && isQuestion(model, words) && holds(model, words, 'mayskip'))
    return { is: 'small', words, small: 'may-skip' };
  if (!story && !choosing(question) && asksUs(model, question, words))
    return { is: 'question', words, faq: null, outright: false, answer: null };
  const corrected = story || asked.before === null ? null : correctionIn(model, words);
  return corrected === null ? answer : { is: 'correction', words, text: corrected };
}

/** The only number there is, the label, or other words for it. */
function isUnknown(model: DialogueModel, words: string): boolean {
  const number = numberIn(model, words);
  return (number?.rest === '' && number.n === 1) || saysUnknown(model, words);
}

/** Whether words fit the question so well that nothing said beside it could be meant. */
function fits(
  model: DialogueModel,
  asked: Asked,
  question: Question,
  words: string,
  answer: Answer,
): boolean {
  switch (question.kind) {
    case 'choice': {
      const match = choiceIn(model, question, words);
      return (
        match === 'range' || match?.how === 'exact' || (answer.is === 'choice' && answer.code === unknown)
      );
    }
    case 'moment':
      // A time inside a question or a correction may be about something else.
      return (
        readMoment(words, asked.today) !== null &&
        !isQuestion(model, words) &&
        correctionIn(model, words) === null
      );
    case 'contact':
      return /\d{5}|@/u.test(words.normalize('NFKC')) && !isQuestion(model, words);
    case 'files':
      // "I don't understand" holds a no, too; only a plain one fits.
      return answer.is === 'files-done' && (answer.later || answer.beside === '');
    case 'consent':
      return answer.is === 'agreed';
    default:
      return false;
  }
}

/** Whether words at a question that takes words are a question to us: surely one, or one and no telephone or address. */
function asksUs(model: DialogueModel, { kind }: Question, words: string): boolean {
  if (isSurelyQuestion(model, words)) return !isGuess(model, words);
  return kind === 'contact' && isQuestion(model, words) && !/[\d@]/u.test(words.normalize('NFKC'));
}

/** "Change line 2", "改时间，改成昨天": another answer is meant than the one that is asked for. */
function changing(model: DialogueModel, asked: Asked, words: string): Meaning | null {
  const ids = asked.answered.map(({ id }) => id);
  const line = lineIn(model, words, ids, false);
  if (line !== null) return { is: 'line', words, id: ids[line] ?? '', answer: null };
  const asks = correctionIn(model, words) !== null || beginsWith(model, words, (l) => l.commands.change);
  return asks ? changeOf(model, asked, words) : null;
}

/** A change that names its line first, with what it is to be read as an answer to that question. */
export function changeOf(model: DialogueModel, asked: Asked, words: string): Meaning | null {
  const change = changeIn(
    model,
    words,
    asked.answered.map(({ id }) => id),
  );
  const question = change === null ? undefined : asked.answered[change.line];
  if (change === null || question === undefined) return null;
  const reading = {
    ...readingAt(model, asked),
    parts: question.kind === 'story' ? 1 : 0,
    unknownOffered: false,
  };
  const answer = change.value === '' ? null : readAnswer(reading, question, change.value);
  return { is: 'line', words, id: question.id, answer };
}

/** A common question: alone, behind an answer, or maybe part of one. */
function common(reading: Reading, question: Question, faq: string, words: string): Meaning {
  const { model } = reading;
  const answer = answerBefore(reading, question, words);
  const short = choosing(question) && !isTelling(words, 16, 9);
  const outright = question.kind !== 'story' && (short || isOutrightQuestion(model, words));
  if (question.kind === 'story' && answer?.is === 'part') return { ...answer, words, faq };
  return { is: 'question', words, faq, outright, answer };
}

const lastClause = (words: string): string => clausesOf(words).at(-1) ?? '';

/** An answer with a question behind it: "上周三吧，会不会查到我？" is both. */
function answerBefore(reading: Reading, question: Question, words: string): Answer | null {
  const { model } = reading;
  const said = words.normalize('NFKC');
  const last = lastClause(words);
  const rest = said.slice(0, said.lastIndexOf(last)).replace(/[\p{P}\p{Z}]+$/u, '');
  if (rest === '' || !isQuestion(model, last) || isQuestion(model, rest)) return null;
  if (question.kind === 'choice') return null;
  if (question.kind === 'story' && closes(model, rest) !== 'only')
    return isTelling(rest) ? { is: 'part', words, faq: null } : null;
  const answer = readAnswer(reading, question, rest);
  return isTaken(answer) ? answer : null;
}
