/**
 * Words that mean alike, under one name: "arrested", "in prison", "punished". A few hundred examples cannot hold every
 * word for a thing; a text is read by its concepts beside its letters.
 */
import { isChinese } from '../script.js';
import { stemOf } from './stem.js';

/** Concept → its words, as they stand in a text that was folded to simplified characters and small letters. */
export type ConceptWords = Readonly<Record<string, readonly string[]>>;

/** The concepts of a folded text, in the order of their first places, each once. */
export type Concepts = (said: string) => readonly string[];

interface Entry {
  readonly word: string;
  readonly concept: string;
}

/** Chinese words stand anywhere; words of other scripts are whole words. */
export function createConcepts(words: ConceptWords): Concepts {
  const byFirst = new Map<string, Entry[]>();
  const byWord = new Map<string, string[]>();
  for (const [concept, list] of Object.entries(words))
    for (const word of list) {
      if (isChinese(word)) push(byFirst, word.charAt(0), { word, concept });
      else push(byWord, stemOf(word), concept);
    }
  return (said) => {
    const found = new Set<string>();
    for (let at = 0; at < said.length; at += 1)
      for (const { word, concept } of byFirst.get(said.charAt(at)) ?? [])
        if (said.startsWith(word, at)) found.add(concept);
    for (const [word] of said.matchAll(/[\p{L}\p{N}]+/gu))
      for (const concept of byWord.get(stemOf(word)) ?? []) found.add(concept);
    return [...found];
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
