/** Examples of what first messages mean, out of `words/intents.<lang>.yaml`: a map of intents, one example a line. */
import { fold } from '../../questions/fold.js';
import type { ConceptWords } from '../dialogue/understand/intents/concepts.js';
import type { Examples } from '../dialogue/understand/intents/model.js';
import type { Shape } from './shape.js';
import type { YamlFile } from './yaml-file.js';

/** Intents that every line knows; beside them there is one for each of its common questions (`faq.<key>`). */
export const intentNames = [
  'report',
  'report-told',
  'check',
  'learn',
  'person',
  'danger',
  'despair',
  'opinion',
  'thanks',
  'greeting',
  'confused',
  'wait',
  'fear',
  'none',
] as const;

/** Examples without which an intent cannot be told from the others. */
const leastExamples = 5;

/** The examples of the flows' file and the profile's, those of common questions as far as the profile answers them. */
export function examplesOf(
  files: readonly YamlFile[],
  texts: ReadonlyMap<string, string>,
  shape: Shape,
): Examples {
  const faqs = [...texts.keys()].filter((id) => /^faq\.[a-z_]+$/.test(id) && id !== 'faq.back');
  const known: readonly string[] = [...intentNames, ...faqs];
  const found = new Map<string, string[]>(known.map((name) => [name, []]));
  files.forEach((file, at) => {
    for (const name of Object.keys(shape.fields(file, []))) {
      const list = found.get(name);
      // The line's own file has examples of common questions that not every deployment answers.
      if (list === undefined && !(at === 0 && name.startsWith('faq.')))
        shape.mistake(file, [name], 'is no intent of the line');
      list?.push(...lines(shape.text(file, [name])));
    }
  });
  const last = files.at(-1);
  for (const [name, list] of found)
    if (list.length < leastExamples && last !== undefined)
      shape.mistake(last, [name], `needs ${String(leastExamples)} examples or more`);
  return Object.fromEntries(found);
}

/** Concepts of the flows' file and the profile's; under one name the words of both. */
export function conceptsOf(files: readonly YamlFile[], shape: Shape): ConceptWords {
  const found = new Map<string, readonly string[]>();
  for (const file of files)
    for (const name of Object.keys(shape.fields(file, []))) {
      const words = shape.text(file, [name]).split(/\s+/u);
      found.set(name, [...(found.get(name) ?? []), ...words.map((word) => fold(word).toLowerCase())]);
    }
  return Object.fromEntries(found);
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
