/** Which intent a free text has: learnt once a language, read with how sure it is and what it came from. */
import { createConcepts, type ConceptWords } from './concepts.js';
import { isChinese } from '../script.js';
import { because, learn, scoresOf, type Examples, type TextModel } from './model.js';

/** One model a language; learnt when it is first needed. */
export interface Intents {
  readonly of: (text: string) => TextModel;
}

export interface IntentReading {
  readonly intent: string;
  /** share of the intent among all, 0 to 1 */
  readonly sure: number;
  readonly second: string;
  readonly secondSure: number;
  /** share of a danger to life, whichever way */
  readonly danger: number;
  readonly despair: number;
  /** how much of the text the examples hold, 0 to 1 */
  readonly seen: number;
}

/** What is learnt from, in one language. */
export interface Lessons {
  readonly examples: Examples;
  readonly concepts: ConceptWords;
}

export function createIntents(lessons: { readonly zh: Lessons; readonly en: Lessons }): Intents {
  const once = ({ examples, concepts }: Lessons): (() => TextModel) => {
    let model: TextModel | null = null;
    return () => (model ??= learn(examples, createConcepts(concepts)));
  };
  const [zh, en] = [once(lessons.zh), once(lessons.en)];
  return { of: (text) => (isChinese(text) ? zh() : en()) };
}

export function readIntent(intents: Intents, text: string): IntentReading {
  const model = intents.of(text);
  const { shares, seen } = scoresOf(model, text);
  const share = (name: string): number => shares[model.classes.indexOf(name)] ?? 0;
  let [first, second] = [0, 1];
  for (let at = 1; at < shares.length; at += 1) {
    const value = shares[at] ?? 0;
    if (value > (shares[first] ?? 0)) [first, second] = [at, first];
    else if (at !== first && (second === first || value > (shares[second] ?? 0))) second = at;
  }
  return {
    intent: model.classes[first] ?? 'none',
    sure: shares[first] ?? 0,
    second: model.classes[second] ?? 'none',
    secondSure: shares[second] ?? 0,
    danger: share('danger'),
    despair: share('despair'),
    seen,
  };
}

/** The n-grams of a text that spoke most for its intent. */
export const reasons = (intents: Intents, text: string, intent: string): readonly string[] =>
  because(intents.of(text), text, intent);
