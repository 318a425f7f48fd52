/** What words mean under the summary: sending, a line to change, or something more to say. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { articlesIn } from './articles.js';
import { faqIn, smallIn } from './asides.js';
import { changeOf } from './at-question.js';
import { isMadeOf } from './clauses.js';
import { correctionIn, lineIn } from './corrections.js';
import type { Meaning } from './meaning.js';
import { numberIn } from './numbers.js';
import { byNumber, labelled, optionOf } from './options.js';
import { sends } from './own-words.js';

/** Letters from which on a text at the summary is something more to say, kept as a note. */
const leastNote = 8;

export function atSummary(model: DialogueModel, asked: Asked, words: string): Meaning {
  const { options } = asked;
  const bare = byNumber(model, options, words);
  if (bare !== null) return bare;
  // "1, please send it"
  const number = numberIn(model, words);
  const first = options[0];
  if (number?.n === 1 && first !== undefined && sends(model, number.rest) === '')
    return optionOf(words, first.code, 'number');
  const label = labelled(model, options, words);
  if (label !== null) return optionOf(words, label, 'words');
  const ids = asked.answered.map(({ id }) => id);
  const line = lineIn(model, words, ids, true);
  if (line !== null) return { is: 'line', words, id: ids[line] ?? '', answer: null };
  const remark = sends(model, words);
  if (remark !== null) return { is: 'send', words, remark };
  if (isMadeOf(model, words, 'right')) return { is: 'right', words };
  return articlesIn(model, asked, words) ?? besides(model, asked, words);
}

function besides(model: DialogueModel, asked: Asked, words: string): Meaning {
  const small = smallIn(model, words, 'made-of', false);
  if (small !== null) return { is: 'small', words, small };
  const faq = faqIn(model, words);
  if (faq !== null) return { is: 'question', words, faq, outright: true, answer: null };
  const change = changeOf(model, asked, words);
  if (change !== null) return change;
  if (isMadeOf(model, words, 'no', 'rewrite', 'refuses')) return { is: 'disagreed', words };
  if (correctionIn(model, words) !== null) return { is: 'correction', words, text: words };
  const unsure = isMadeOf(model, words, 'unknown', 'reserves', 'yes', 'send');
  return { is: unsure || Array.from(words.trim()).length < leastNote ? 'unclear' : 'note', words };
}
