/** Which intent a free text has: learnt once a language, read with how sure it is and what it came from. */
import { createConcepts, type ConceptWords } from './concepts.js';
import { isChinese } from '../script.js';
import { because, learn, scoresOf, type Examples, type TextModel } from './model.js';

/** One model a language; learnt when it is first needed. */
export interface Intents {
  readonly of: (text: string) => TextModel;
  readonly read: (text: string) => IntentReading;
  /** learns both languages now, some tenths of a second, so that nobody's first message waits for it */
  readonly learn: () => void;
}

export interface IntentReading {
  /** the intents by their shares among all, the likeliest first; danger only where little else can be meant */
  readonly ranking: readonly Ranked[];
  /** share of a danger to life, whichever way */
  readonly danger: number;
  readonly despair: number;
}

export interface Ranked {
  readonly intent: string;
  /** 0 to 1 */
  readonly share: number;
}

/**
 * Share from which on nothing but danger is answered. Below it a false alarm is likely enough: the alarm is said in one
 * line, and the text is read as if there were none.
 */
const nothingElse = 0.75;

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
  const of = (text: string): TextModel => (isChinese(text) ? zh() : en());
  return {
    of,
    read: (text) => readingOf(of(text), text),
    learn() {
      zh();
      en();
    },
  };
}

/** The same, with each text read once: for one message, since what is remembered is what a person wrote. */
export function readingOnce(intents: Intents): Intents {
  const known = new Map<string, IntentReading>();
  return {
    ...intents,
    read(text) {
      const reading = known.get(text) ?? intents.read(text);
      known.set(text, reading);
      return reading;
    },
  };
}

function readingOf(model: TextModel, text: string): IntentReading {
  const { shares } = scoresOf(model, text);
  const all = model.classes.map((intent, at): Ranked => ({ intent, share: shares[at] ?? 0 }));
  const shareOf = (name: string): number => all.find(({ intent }) => intent === name)?.share ?? 0;
  const [danger, despair] = [shareOf('danger'), shareOf('despair')];
  const certain = danger + despair >= nothingElse;
  const left = all.filter(({ intent }) => (intent === 'danger' || intent === 'despair') === certain);
  const sum = certain ? 1 : 1 - danger - despair;
  const ranking = left
    .map(({ intent, share }) => ({ intent, share: share / sum }))
    .sort((one, other) => other.share - one.share);
  return { ranking, danger, despair };
}

/** The n-grams of a text that spoke most for its intent. */
export const reasons = (intents: Intents, text: string, intent: string): readonly string[] =>
  because(intents.of(text), text, intent);
