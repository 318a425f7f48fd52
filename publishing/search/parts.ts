/** What a text is found by: Chinese by its characters and every two that stand together, other scripts by the word. */
import { fold } from '../../questions/fold.js';

const parts = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const apostrophes = /(?<=\p{L})['’](?=\p{L})/gu;
const han = /^\p{Script=Han}/u;

/** A stretch of Chinese, or a word. */
export interface Part {
  readonly kind: 'han' | 'word';
  readonly text: string;
}

/** In order, in the form in which texts are compared: traditional characters simplified, letters small. */
export const partsOf = (text: string): readonly Part[] =>
  (fold(text).toLowerCase().replace(apostrophes, '').match(parts) ?? []).map((part) => ({
    kind: han.test(part) ? 'han' : 'word',
    text: part,
  }));

/** What a stretch of Chinese is looked for by: every two neighbours, or the one character that it is. */
export function piecesOf(stretch: string): readonly string[] {
  const characters = Array.from(stretch);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/** What a part is kept under: a word as it is, Chinese by every character and every two. */
export const termsOf = ({ kind, text }: Part): readonly string[] =>
  kind === 'word' || text.length === 1 ? [text] : [...piecesOf(text), ...Array.from(text)];
