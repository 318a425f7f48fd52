/** Which of the choices that are shown a text names: by number, by label, by a plain yes or no. */
import type { Option } from '../asked/options.js';
import type { DialogueModel } from '../model.js';
import { isMadeOf } from './clauses.js';
import { labelIn, says } from './matching.js';
import type { Meaning } from './meaning.js';
import { numberIn } from './numbers.js';
import { labelLike } from './typed-wrong.js';

export const optionOf = (words: string, code: string, by: 'number' | 'words'): Meaning => ({
  is: 'option',
  words,
  code,
  by,
});

/** The option of a bare number, `out-of-range` for one that stands for none, null for no number. */
export function byNumber(model: DialogueModel, options: readonly Option[], words: string): Meaning | null {
  const number = numberIn(model, words);
  if (number?.rest !== '') return null;
  const code = options[number.n - 1]?.code;
  return code === undefined
    ? { is: 'out-of-range', words, max: options.length }
    : optionOf(words, code, 'number');
}

/** The code of the option whose label is the whole message. */
export function labelled(model: DialogueModel, options: readonly Option[], words: string): string | null {
  const at = labelIn(
    model,
    words,
    options.map(({ say }) => say.text),
  );
  return at === null ? null : (options[at]?.code ?? null);
}

/** The option of a side question: also typed with small mistakes, or answered with yes or no. */
export function besideOption(
  model: DialogueModel,
  options: readonly Option[],
  kind: string,
  words: string,
): string | null {
  const label = labelled(model, options, words);
  if (label !== null) return label;
  const codes = options.map(({ code }) => code);
  const labels = options.map(({ say }) => say.text);
  const near = labelLike(model, words, labels);
  // What can't be undone is never read out of words that are only alike.
  if (near !== null && (codes[near] !== 'yes' || kind === 'question')) return codes[near] ?? null;
  const no = isMadeOf(model, words, 'no', 'refuses');
  const yes = says(model, words, (l) => l.yes);
  if (codes.includes('keep')) return no ? 'keep' : yes ? 'yes' : null;
  if (codes.includes('use')) return no ? 'sound' : yes ? 'use' : null;
  return codes.includes('continue') && yes ? 'continue' : null;
}
