/**
 * What the intent matcher sees of a text: n-grams, as the field uses them for short texts in languages with and without
 * blanks. Chinese: one character, two that follow each other, and two with one or two others between them. Everything
 * else: one word, two that follow each other or stand near, and four letters of a word, so that a typing error spoils
 * only some of them. A mark stands for either end of the text. Beside the letters stand the text's concepts and their
 * pairs, in no order.
 */
import type { Concepts } from './concepts.js';
import { stemOf } from './stem.js';
import { fold } from '../../../../questions/fold.js';

/** Characters read of a text; who writes more has told something long before. */
const mostRead = 160;
/** Letters of a word that are read in pieces. */
const mostOfWord = 14;

/** The features of a text, each once. */
export function featuresOf(text: string, concepts: Concepts): readonly string[] {
  const found = new Set<string>();
  const said = fold(text).toLowerCase().replace(/[’']/gu, '');
  const pieces = said.match(/[㐀-鿿]+|[\p{L}\p{N}]+/gu) ?? [];
  let room = mostRead;
  const words: string[] = [];
  pieces.forEach((piece, at) => {
    if (room <= 0) return;
    const cut = piece.slice(0, room);
    room -= cut.length;
    if (/[㐀-鿿]/u.test(cut)) addCharacters(found, cut, at === 0, at === pieces.length - 1);
    else {
      words.push(cut);
      addLetters(found, cut);
    }
  });
  addWords(found, words);
  addConcepts(found, concepts(said.slice(0, mostRead)));
  if (/[?？]/u.test(text)) found.add('?');
  return [...found];
}

function addCharacters(found: Set<string>, piece: string, first: boolean, last: boolean): void {
  const marked = `${first ? '^' : ''}${piece}${last ? '$' : ''}`;
  for (let size = 1; size <= 2; size += 1)
    for (let at = 0; at + size <= marked.length; at += 1) {
      const gram = marked.slice(at, at + size);
      if (gram !== '^' && gram !== '$') found.add(gram);
    }
  for (let at = 0; at < piece.length; at += 1)
    for (const far of [2, 3])
      if (at + far < piece.length) found.add(`${piece.charAt(at)}…${piece.charAt(at + far)}`);
}

function addLetters(found: Set<string>, word: string): void {
  const marked = ` ${word.slice(0, mostOfWord)} `;
  for (let at = 0; at + 4 <= marked.length; at += 1) found.add(`~${marked.slice(at, at + 4)}`);
}

function addWords(found: Set<string>, whole: readonly string[]): void {
  const words = whole.map(stemOf);
  words.forEach((word, at) => {
    found.add(word);
    const before = words[at - 1];
    found.add(before === undefined ? `^ ${word}` : `${before} ${word}`);
    for (const far of [2, 3]) {
      const near = words[at - far];
      if (near !== undefined) found.add(`${near} … ${word}`);
    }
  });
  const last = words.at(-1);
  if (last !== undefined) found.add(`${last} $`);
}

function addConcepts(found: Set<string>, concepts: readonly string[]): void {
  for (const concept of concepts) found.add(`#${concept}`);
  const sorted = concepts.toSorted();
  sorted.forEach((one, at) => {
    for (const other of sorted.slice(at + 1)) found.add(`#${one} #${other}`);
  });
}
