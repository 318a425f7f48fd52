/** The language people were answered in last, in this process's memory only: a receipt or a menu tap has none of its own. */
import { langOf } from '../dialogue/understand/matching.js';
import type { Env, Input, Lang, Reply, Who } from '../dialogue/types.js';
import { createRecent } from './recent.js';

export interface LastLanguages {
  /** For a turn's surroundings: `lastLang`, where it is known. */
  lately(who: Who): Pick<Env, 'lastLang'>;
  /** The language of what is said where no turn could decide it. */
  langFor(who: Who, input: Input): Lang;
  /** Somebody was answered; whoever leaves is forgotten. */
  answered(who: Who, input: Input, reply: Reply | null): void;
}

export function createLastLanguages(first: Lang): LastLanguages {
  const all = createRecent<Lang>();
  return {
    lately({ handle }) {
      const lastLang = all.get(handle);
      return lastLang === undefined ? {} : { lastLang };
    },
    // A conversation keeps its language, whatever alphabet a name or a number plate is written in.
    langFor: ({ handle }, input) =>
      all.get(handle) ?? (input.t === 'text' ? langOf(input.text) : null) ?? first,
    answered({ handle }, input, reply) {
      if (input.t === 'leave') all.forget(handle);
      else if (reply !== null) all.set(handle, reply.lang);
    },
  };
}
