/** What words mean while a report is looked after with its receipt. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { articlesIn } from './articles.js';
import { faqIn } from './asides.js';
import { labelIn, says } from './matching.js';
import type { Meaning } from './meaning.js';
import { numberIn } from './numbers.js';
import { labelled, optionOf } from './options.js';

/** Characters from which on words may be an addition. */
const leastAddition = 4;

export function inThread(model: DialogueModel, asked: Asked, words: string): Meaning {
  const { options, follow } = asked;
  const number = numberIn(model, words);
  const numbered = number?.rest === '' ? options[number.n - 1]?.code : undefined;
  if (numbered !== undefined) return optionOf(words, numbered, 'number');
  const code = labelled(model, options, words) ?? yesOrNo(model, asked, words);
  if (code !== null) return optionOf(words, code, 'words');
  // Whatever is written while something is added is added; only the other ways of the thread lead away.
  if (follow === 'add') {
    const leaves = labelIn(model, words, ['thread.leave', 'thread.withdraw']) !== null;
    return leaves ? optionOf(words, 'leave', 'words') : { is: 'note', words };
  }
  if (number?.rest === '') return { is: 'out-of-range', words, max: options.length };
  const articles = articlesIn(model, asked, words);
  if (articles !== null) return articles;
  const faq = faqIn(model, words);
  if (faq !== null) return { is: 'question', words, faq, outright: true, answer: null };
  if (follow === 'menu' && says(model, words, (l) => [...l.thanks, ...l.done]))
    return { is: 'small', words, small: 'thanks' };
  if (says(model, words, (l) => [...l.confused, ...l.patience]))
    return { is: 'small', words, small: 'confused' };
  return { is: Array.from(words.trim()).length < leastAddition ? 'unclear' : 'note', words };
}

function yesOrNo(model: DialogueModel, { options }: Asked, words: string): string | null {
  const codes = options.map(({ code }) => code);
  if (codes.includes('yes') && says(model, words, (l) => l.yes)) return 'yes';
  if (codes.includes('no') && says(model, words, (l) => l.no)) return 'no';
  return codes.includes('done') && says(model, words, (l) => l.done) ? 'done' : null;
}
