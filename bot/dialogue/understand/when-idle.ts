/** What a message means while nothing is under way. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { faqIn } from './asides.js';
import { isTelling, says } from './matching.js';
import type { Meaning } from './meaning.js';
import { byNumber, labelled, optionOf } from './options.js';

export function whenIdle(model: DialogueModel, asked: Asked, words: string): Meaning {
  const number = byNumber(model, asked.options, words);
  if (number?.is === 'option') return number;
  const label = labelled(model, asked.options, words);
  if (label !== null) return optionOf(words, label, 'words');
  const faq = faqIn(model, words);
  if (faq !== null) return { is: 'question', words, faq, outright: true, answer: null };
  if (says(model, words, (l) => l.greetings)) return { is: 'small', words, small: 'greeting' };
  if (says(model, words, (l) => l.thanks)) return { is: 'small', words, small: 'thanks' };
  if (says(model, words, (l) => [...l.confused, ...l.patience]))
    return { is: 'small', words, small: 'confused' };
  return { is: isTelling(words, 16, 8) ? 'note' : 'unclear', words };
}
