/** What words mean to a side question that has to be settled first; null where they are about something else. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import { faqIn, smallIn } from './asides.js';
import { changeOf } from './at-question.js';
import { lineIn } from './corrections.js';
import type { Meaning } from './meaning.js';
import { besideOption, byNumber, optionOf } from './options.js';

export function atAside(
  model: DialogueModel,
  asked: Asked,
  { kind, pending }: { readonly kind: string; readonly pending: string },
  words: string,
): Meaning | null {
  const number = byNumber(model, asked.options, words);
  if (number !== null) return number;
  const code =
    kind === 'change' ? lineNamed(model, asked, words) : besideOption(model, asked.options, kind, words);
  if (code !== null) return optionOf(words, code, 'words');
  const small = smallIn(model, words, 'whole', asked.question?.optional === true && pending === '');
  if (small === 'wait' || small === 'confused' || small === 'fear') return { is: 'small', words, small };
  const faq = pending === '' || kind === 'delete' ? faqIn(model, words) : null;
  if (faq !== null) return { is: 'question', words, faq, outright: true, answer: null };
  return kind === 'change' ? changeOf(model, asked, words) : null;
}

/** A line of the answers that can be changed, by its name. */
function lineNamed(model: DialogueModel, asked: Asked, words: string): string | null {
  const codes = asked.options.map(({ code }) => code);
  const line = lineIn(model, words, codes, true);
  return line === null ? null : (codes[line] ?? null);
}
