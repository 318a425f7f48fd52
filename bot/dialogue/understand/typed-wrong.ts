/** Labels typed with small mistakes. */
import type { DialogueModel } from '../model.js';
import type { WordsOf } from './choice-words.js';
import { lexicons, spaced, squeeze, squeezedWord } from './matching.js';
import { isChinese } from './script.js';

/** Which of these labels (text ids) a text is like. */
export function labelLike(model: DialogueModel, text: string, ids: readonly string[]): number | null {
  const words: WordsOf = (id) => lexicons(model).flatMap(([, lexicon]) => lexicon.choices.get(id) ?? []);
  const found = alike(model, text, ids, words);
  return found === null ? null : ids.indexOf(found);
}

/**
 * A label typed with small mistakes: most pairs of characters agree (Dice), and no other choice comes near. A word is
 * never like its negation, however many pairs they share.
 */
export function alike(
  model: DialogueModel,
  text: string,
  codes: readonly string[],
  words: WordsOf,
): string | null {
  const said = pairs(squeeze(text));
  const turned = negates(model, text);
  const scored = codes
    .map((code) => ({
      code,
      score: Math.max(
        0,
        ...words(code)
          .map((word) => ({ word, score: dice(said, wordPairs(word)) }))
          .filter(({ word, score }) => score >= leastAlike && isNear(text, word))
          .filter(({ word }) => negates(model, word) === turned)
          .map(({ score }) => score),
      ),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined || first.score < leastAlike || first.score - (second?.score ?? 0) < 0.15)
    return null;
  return first.code;
}

const leastAlike = 0.6;

/** Whether two words may be one typed wrong: "unsure" and "sure" share most pairs, but one is the other with a head. */
function isNear(text: string, word: string): boolean {
  const [short = '', long = ''] = [squeeze(text), squeezedWord(word)].sort((a, b) => a.length - b.length);
  return isChinese(word) || short.length >= 10 || (!long.endsWith(short) && long.length - short.length <= 2);
}

/** Whether a text turns something round: it holds a negation, or begins as a no does. */
function negates(model: DialogueModel, text: string): boolean {
  const [zh, en] = [squeeze(text), spaced(text)];
  return lexicons(model).some(([, { negations }]) =>
    negations.some((word) => (isChinese(word) ? zh.includes(squeezedWord(word)) : en.includes(` ${word} `))),
  );
}

/** The pairs of each of the lexicon's words, made once. */
const pairsOfWord = new Map<string, ReadonlySet<string>>();
function wordPairs(word: string): ReadonlySet<string> {
  const known = pairsOfWord.get(word) ?? pairs(squeezedWord(word));
  pairsOfWord.set(word, known);
  return known;
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 3 || b.size < 3) return 0; // too short to be typed wrong and still known
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
