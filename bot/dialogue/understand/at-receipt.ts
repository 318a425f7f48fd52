/** What words mean while a receipt waits for its last digits. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { articlesIn } from './articles.js';
import { faqIn } from './asides.js';
import { isTelling, says } from './matching.js';
import type { Meaning } from './meaning.js';
import { numberIn } from './numbers.js';
import { labelled, optionOf } from './options.js';

export function atReceipt(model: DialogueModel, asked: Asked, words: string): Meaning {
  const digits = words.normalize('NFKC').replace(/\D/gu, '');
  if (digits !== '' && digits === asked.receipt?.slice(-4)) return { is: 'digits', words, right: true };
  const number = numberIn(model, words);
  const numbered = number?.rest === '' ? asked.options[number.n - 1] : undefined;
  if (numbered !== undefined) return optionOf(words, numbered.code, 'number');
  if (says(model, words, (l) => l.send)) return { is: 'send', words, remark: '' };
  if (digits !== '') return { is: 'digits', words, right: false };
  const label = labelled(model, asked.options, words);
  if (label !== null) return optionOf(words, label, 'words');
  const articles = articlesIn(model, asked, words);
  if (articles !== null) return articles;
  const faq = faqIn(model, words);
  if (faq !== null) return { is: 'question', words, faq, outright: true, answer: null };
  if (isTelling(words)) return { is: 'note', words };
  const quiet = says(model, words, (l) => [
    ...l.thanks,
    ...l.done,
    ...l.greetings,
    ...l.patience,
    ...l.confused,
    ...l.heard,
    ...l.yes,
  ]);
  return quiet ? { is: 'small', words, small: 'thanks' } : { is: 'unclear', words };
}
