/** The engine's view of a profile. */
import type { DialogueModel } from '../dialogue/model.js';
import { createIntents, type Intents } from '../dialogue/understand/intents/intents.js';
import type { Profile } from './profile.js';
import type { Texts } from './texts.js';

/** Learnt once for a profile, however many engines run on it. */
const learnt = new WeakMap<Profile['lessons'], Intents>();

export function intentsOf({ lessons }: Profile): Intents {
  const known = learnt.get(lessons) ?? createIntents(lessons);
  learnt.set(lessons, known);
  return known;
}

export function createDialogueModel(profile: Profile, texts: Texts): DialogueModel {
  const current = profile.graphs[0];
  if (current === undefined) throw new Error('a profile has at least one question graph');
  return {
    langs: profile.langs,
    graphs: new Map(profile.graphs.map((graph) => [graph.version, graph])),
    current: current.version,
    lexicon: profile.lexicon,
    intents: intentsOf(profile),
    has: (id) => texts.has(id),
    measure: (say, lang) => texts.measure(say, lang),
  };
}
