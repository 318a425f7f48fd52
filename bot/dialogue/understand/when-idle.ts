/** What a message means while nothing is under way: people write as they speak, and most have not seen a menu yet. */
import type { Asked } from '../asked/asked.js';
import type { DialogueModel } from '../model.js';
import type { IntentReading } from './intents/intents.js';
import { articlesIn } from './articles.js';
import { isTelling, says, squeeze } from './matching.js';
import type { Intent, Meaning, Small } from './meaning.js';
import { byNumber, labelled, optionOf } from './options.js';

/**
 * Shares of the matcher from which on a message is led where it means: `clear`, or `alone` with no other near. What is
 * no choice (an opinion, small talk) is led from `alone` on. Below that the two nearest ways are offered, as long as
 * they make `pair` together. Found by cross-validation over the examples: readings of 0.65 and more are right nine times
 * in ten, those of a half seven times, and what is meant is then nearly always one of the two.
 */
const lead = { clear: 0.65, alone: 0.5, lonely: 0.1, pair: 0.35, near: 0.06, also: 0.1 };

/** What is read of a message, and how sure it is. */
export interface IdleReading {
  readonly meaning: Meaning;
  readonly sure: number;
}

export function whenIdle(model: DialogueModel, asked: Asked, words: string): IdleReading {
  const plain = plainly(model, asked, words);
  if (plain !== null) return { meaning: plain, sure: 1 };
  const articles = articlesIn(model, asked, words);
  if (articles !== null) return { meaning: articles, sure: sureIn(articles) };
  const reading = model.intents.read(words);
  return { meaning: meant(asked, words, reading), sure: Math.min(0.99, reading.ranking[0]?.share ?? 0) };
}

/** Whoever looks for something may be in need of help. */
const sureIn = (meaning: Meaning): number =>
  meaning.is === 'articles' && meaning.search !== null ? 0.99 : 1;

/** A number, the words of a choice, or one of the few words that need no guess. */
function plainly(model: DialogueModel, asked: Asked, words: string): Meaning | null {
  const listed = listedIn(asked, words);
  if (listed !== null) return listed;
  const number = byNumber(model, asked.options, words);
  if (number?.is === 'option') return number;
  const label = labelled(model, asked.options, words);
  if (label !== null) return optionOf(words, label, 'words');
  const yes = asked.opening !== null && says(model, words, (l) => l.yes);
  const first = asked.options[0];
  if (yes && first !== undefined) return optionOf(words, first.code, 'words');
  const small = (of: Small): Meaning => ({ is: 'small', words, small: of });
  if (says(model, words, (l) => l.greetings)) return small('greeting');
  if (says(model, words, (l) => l.thanks)) return small('thanks');
  return says(model, words, (l) => [...l.confused, ...l.patience]) ? small('confused') : null;
}

/** The number alone of an article that was just listed, where no choices with numbers stand beneath the list. */
function listedIn({ reading, opening }: Asked, words: string): Meaning | null {
  const n = /^\d{1,6}$/.test(squeeze(words)) ? Number(squeeze(words)) : null;
  return n !== null && opening === null && reading?.listed.includes(n) === true
    ? { is: 'article', words, which: n, page: 1, otherwise: null }
    : null;
}

function meant(asked: Asked, words: string, { ranking }: IntentReading): Meaning {
  const [first = nobody, second = nobody] = ranking;
  const { intent, share } = first;
  const alone = share >= lead.alone && (second.share < lead.lonely || !isOffer(intent));
  const clear = share >= lead.clear || alone;
  // Who was asked whether to begin with what they told, and goes on telling, tells.
  if (
    asked.opening !== null &&
    asked.opening.told.length > 0 &&
    isTelling(words, 4, 3) &&
    !(clear && isWayOn(intent))
  )
    return told(words, null);
  // "I want to report my boss, he sells our data": what is told there is told.
  const also = intent === 'report' && second.intent === 'report-told' && second.share >= lead.also;
  if (also && isTelling(words, 8, 6)) return told(words, null);
  if (clear) return ofIntent(words, intent);
  return offered(words, ranking) ?? { is: isTelling(words, 16, 8) ? 'note' : 'unclear', words };
}

const nobody = { intent: 'none', share: 0 } as const;

/** The two nearest ways on; whatever the other may be, what was told must not be told again. */
function offered(words: string, ranking: IntentReading['ranking']): Meaning | null {
  const near = ranking.filter(({ intent, share }) => isOffer(intent) && share >= lead.near);
  const [one, other] = near.map(({ intent }) => intent);
  const sum = near.slice(0, 2).reduce((all, { share }) => all + share, 0);
  if (one === undefined || !isOffer(one)) return null;
  const isTold = one === 'report-told' && isTelling(words, 6, 4);
  if (other === undefined || !isOffer(other) || sum < lead.pair) return isTold ? told(words, null) : null;
  if (one === 'report-told') return told(words, other);
  return { is: 'intent', words, intent: one, second: other, told: false };
}

const told = (words: string, second: Intent | null): Meaning => ({
  is: 'intent',
  words,
  intent: 'report-told',
  second: second === 'report' ? null : second,
  told: true,
});

function ofIntent(words: string, intent: string): Meaning {
  if (isSmall(intent)) return { is: 'small', words, small: intent };
  if (intent === 'report-told') return told(words, null);
  if (intent.startsWith('faq.'))
    return { is: 'question', words, faq: intent.slice('faq.'.length), outright: true, answer: null };
  if (isOffer(intent) || intent === 'danger' || intent === 'despair' || intent === 'opinion')
    return { is: 'intent', words, intent, second: null, told: false };
  return { is: 'unclear', words };
}

const isSmall = (intent: string): intent is Small =>
  ['wait', 'confused', 'fear', 'greeting', 'thanks'].includes(intent);

/** Meanings that can be offered as a choice. */
const isOffer = (intent: string): intent is Exclude<Intent, 'danger' | 'despair' | 'opinion'> =>
  ['report', 'report-told', 'check', 'learn', 'person'].includes(intent) || intent.startsWith('faq.');

/** Meanings that lead away from what was told. */
const isWayOn = (intent: string): boolean =>
  ['check', 'learn', 'person', 'thanks', 'opinion'].includes(intent) || intent.startsWith('faq.');
