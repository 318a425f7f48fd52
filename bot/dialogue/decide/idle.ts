/** Nothing is under way: greeting, the ways on, common questions. Nothing said here is stored. */
import { langIdle, type Outcome, type Turn } from '../outcome.js';
import { say } from '../say.js';
import type { Lang, MenuKey, Offer, Opening, Repair, Say, State } from '../types.js';
import type { Intent, Meaning } from '../understand/meaning.js';
import { begin, menuOf } from './begin.js';

export const greet = (state: State | null): Outcome => ({ state, say: [say('greeting')], choices: 'menu' });

/** The ways on, after what is said. */
const ways = (...lines: readonly Say[]): Outcome => ({ state: null, say: lines, choices: 'menu' });

/** Words while nothing is under way. */
export function whenIdle(turn: Turn, meaning: Meaning): Outcome {
  switch (meaning.is) {
    case 'option':
      return chosen(turn, meaning.code as Offer);
    case 'question':
      return ways(say(`faq.${meaning.faq ?? ''}`));
    case 'small':
      return smalls(meaning.small);
    case 'intent':
      return meant(turn, meaning);
    case 'tap':
      return meaning.step === 'offer' ? offered(turn, meaning.code as Offer) : ways(say('idle.nothing'));
    default:
      // Whoever calls for help is not told that they were not understood.
      return turn.understood?.urgent ? ways() : ways(say('idle.unknown'));
  }
}

function smalls(small: string): Outcome {
  if (small === 'greeting') return greet(null);
  return ways(say(small === 'thanks' ? 'idle.thanks' : small === 'fear' ? 'fear.idle' : 'help.idle'));
}

/** A tap on an offer that this process still remembers; a restart has forgotten what was told, and says so. */
function offered(turn: Turn, offer: Offer): Outcome {
  const lost = offer === 'tell' && turn.env.opening === null;
  return lost ? ways(say('opening.lost')) : chosen(turn, offer);
}

/** Carries out one of the ways that stood there. */
function chosen(turn: Turn, offer: Offer): Outcome {
  const lang = langIdle(turn);
  switch (offer) {
    case 'tell':
      return begun(turn, lang, turn.env.opening?.told ?? []);
    case 'report':
    case 'check':
    case 'learn':
      return { ...menuOf(turn, null, offer, lang), opening: null };
    default:
      return { ...meaningOf(offer), opening: null };
  }
}

/** A report that begins with what was told; where it cannot be begun just now, nothing of it is forgotten. */
function begun(turn: Turn, lang: Lang, told: readonly string[]): Outcome {
  const outcome = begin(turn, lang, told);
  return outcome.state === null
    ? { ...outcome, opening: turn.env.opening }
    : { ...outcome, say: [say('opening.begun'), ...outcome.say] };
}

/** What a first message meant: led there, or, between two that are as near, both are offered. */
function meant(turn: Turn, { intent, second, told, words }: Extract<Meaning, { is: 'intent' }>): Outcome {
  const before = turn.env.opening?.told ?? [];
  if (second !== null && !told) return choose(turn, [], [intent, second]);
  if (told) return choose(turn, [...before, words], second === null ? [] : [second]);
  if (isMenu(intent)) {
    // Who told something and then says that they want to report means that.
    if (intent === 'report' && before.length > 0) return begun(turn, langIdle(turn), before);
    return menuOf(turn, null, intent, langIdle(turn));
  }
  return meaningOf(intent);
}

const isMenu = (intent: Intent | Offer): intent is MenuKey => ['report', 'check', 'learn'].includes(intent);

/** What is said at once to a first message that leads to no step. */
function meaningOf(intent: Intent | Offer): Outcome {
  switch (intent) {
    case 'person':
      return ways(say('person.ways'), say('ways.short'));
    case 'opinion':
      return ways(say('opinion.not_taken'));
    case 'danger':
    case 'despair':
      return ways();
    default:
      return ways(say(intent));
  }
}

/** Offers to begin with what was told, or the two things that a message may have meant. */
function choose(turn: Turn, told: readonly string[], meant: readonly Intent[]): Outcome {
  const turns = turn.env.opening?.turns ?? [];
  const offers = [
    ...(told.length > 0 ? (['tell', 'report'] as const) : []),
    ...meant.flatMap((intent) => offerOf(intent) ?? []),
  ];
  const opening: Opening = { told, offers: [...new Set(offers)], turns };
  const asked = told.length > 0 ? 'opening.ask' : 'opening.which';
  return { state: null, say: [say(asked)], opening };
}

/** A meaning as something to choose; of what was told there is only its beginning of a report. */
function offerOf(intent: Intent): Offer | null {
  if (intent === 'report-told') return 'report';
  return intent === 'danger' || intent === 'despair' || intent === 'opinion' ? null : intent;
}

export function repairIdle(turn: Turn, word: Repair): Outcome {
  if (word === 'help' || word === 'repeat') {
    const { opening } = turn.env;
    const again = word === 'repeat' && opening !== null;
    return again
      ? choose(turn, opening.told, opening.offers.filter(isIntent))
      : ways(say('help.idle'), say('privacy.short'));
  }
  if (word === 'language') return ways(say('language.idle'));
  const dropped = (word === 'delete' || word === 'cancel') && turn.env.opening !== null;
  return dropped ? { ...ways(say('opening.dropped')), opening: null } : ways(say('idle.nothing'));
}

const isIntent = (offer: Offer): offer is Exclude<Offer, 'tell'> => offer !== 'tell';
