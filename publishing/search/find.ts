/** What somebody typed, and which articles answer it. */
import type { InvertedIndex, Scores } from './inverted-index.js';
import { isNear } from './near.js';
import { partsOf, piecesOf, type Part } from './parts.js';

/** More is nothing that somebody looks for, and would only cost time. */
const longest = 100;
const mostParts = 12;
const shortestWithTypo = 4;
const grownWeight = 0.5;
/** What was typed, in a text, goes before what may have been meant, in a title. */
const typoWeight = 0.1;

/**
 * How well each article fits: those with all of it; if there are none, those with any part of it, each part whole; else
 * those with any two characters or any word. Null: there is neither a word nor a character in it.
 */
export function find(index: InvertedIndex, words: string): Scores | null {
  const parts = partsOf(Array.from(words).slice(0, longest).join('')).slice(0, mostParts);
  const lastWord = parts.findLast(({ kind }) => kind === 'word');
  const pieces = parts.map((part) => scoresOf(index, part, part === lastWord));
  const whole = pieces.map(allOf);
  if (whole.length === 0) return null;
  const all = allOf(whole);
  if (all.some(isFound)) return all;
  const any = anyOf(whole);
  return any.some(isFound) ? any : anyOf(pieces.flat());
}

const isFound = (score: number): boolean => score > 0;

/** One for a word, one for every piece of a stretch of Chinese. */
const scoresOf = (index: InvertedIndex, { kind, text }: Part, isLastWord: boolean): readonly Scores[] =>
  kind === 'han'
    ? piecesOf(text).map((piece) => index.scores([[piece, 1]]))
    : [index.scores(variantsOf(index, text, isLastWord))];

/** The word itself, what the last one may still grow to, and what it is when one letter was typed wrong. */
function variantsOf(index: InvertedIndex, word: string, isLast: boolean): (readonly [string, number])[] {
  const variants: [string, number][] = [[word, 1]];
  const mayGrow = isLast && word.length > 1;
  const mayErr = word.length >= shortestWithTypo && !/\d/.test(word);
  if (!mayGrow && !mayErr) return variants;
  for (const known of index.words()) {
    if (known === word) continue;
    if (mayGrow && known.startsWith(word)) variants.push([known, (grownWeight * word.length) / known.length]);
    else if (mayErr && isNear(known, word)) variants.push([known, typoWeight]);
  }
  return variants;
}

/** The sum where every one found something. */
function allOf(all: readonly Scores[]): Scores {
  const [first, ...others] = all;
  const sum = Float64Array.from(first ?? []);
  for (const scores of others)
    for (let slot = 0; slot < sum.length; slot += 1) {
      const [before, score] = [sum[slot] ?? 0, scores[slot] ?? 0];
      sum[slot] = before === 0 || score === 0 ? 0 : before + score;
    }
  return sum;
}

/** The sum of what was found, times the part of them that found something. */
function anyOf(all: readonly Scores[]): Scores {
  const sum = new Float64Array(all[0]?.length ?? 0);
  for (let slot = 0; slot < sum.length; slot += 1) {
    let found = 0;
    for (const scores of all) {
      const score = scores[slot] ?? 0;
      sum[slot] = (sum[slot] ?? 0) + score;
      if (score > 0) found += 1;
    }
    sum[slot] = ((sum[slot] ?? 0) * found) / all.length;
  }
  return sum;
}
