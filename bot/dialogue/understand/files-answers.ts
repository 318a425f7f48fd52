/** Words at the question for pictures: that there are none, that they are coming, or something beside them. */
import type { DialogueModel } from '../model.js';
import { isMadeOf } from './clauses.js';
import { affirms, beginsWith, heard, isTelling, labelIn, lexicons } from './matching.js';
import type { Answer } from './meaning.js';
import { numberIn } from './numbers.js';
import { declines, holds } from './own-words.js';
import { isQuestion } from './question-form.js';

export function readFiles(model: DialogueModel, words: string): Answer {
  const done = (beside: string, later = false): Answer => ({ is: 'files-done', words, beside, later });
  const number = numberIn(model, words);
  if (number?.rest === '' && number.n !== 1) return { is: 'out-of-range', words, max: 1 };
  if (number?.n === 1 && !number.loose) return done(isTelling(number.rest, 2, 1) ? number.rest : '');
  if (isMadeOf(model, words, 'later')) return done('', true);
  if (saysNone(model, words)) return done(isTelling(words) ? words : '');
  const short = !isTelling(words, 18, 11);
  const notNow = holds(model, words, 'later', 'absent');
  const coming = isMadeOf(model, words, 'yes', 'indeed', 'coming') || announces(model, words);
  if (short && coming && !notNow) return { is: 'files-coming', words };
  if (short && isQuestion(model, words) && !notNow) return { is: 'unclear', words };
  // Whatever is not here now may come at any time: it is said so, and nobody is held up.
  if (notNow) return done(words, true);
  if (declines(model, words)) return done(words);
  return isTelling(words, 4, 2) ? { is: 'note', words } : { is: 'unclear', words };
}

const saysNone = (model: DialogueModel, words: string): boolean =>
  isMadeOf(model, words, 'done', 'no', 'unknown', 'refuses') ||
  beginsWith(model, words, (l) => l.nothing) ||
  labelIn(model, words, ['files.none_choice', 'files.done_choice']) !== null;

/** Whether a text says that pictures are coming or at hand; "没有图" does not. */
function announces(model: DialogueModel, text: string): boolean {
  const said = heard(text);
  return lexicons(model).some(([, { coming }]) => coming.some((word) => affirms(model, said, word)));
}
