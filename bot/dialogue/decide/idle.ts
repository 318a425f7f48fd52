/** Nothing is under way: greeting, the three ways on, common questions. Nothing said here is stored. */
import { asking } from '../show/asking.js';
import { faqIn, isEmergency, isTelling, langOf, says } from '../understand/matching.js';
import { numberIn } from '../understand/numbers.js';
import { beside } from './steps.js';
import { graphOf, hex, moved, say, type Outcome, type Turn } from '../talk.js';
import type { Choice, Command, Lang, MenuKey, State } from '../types.js';

const menuKeys: readonly MenuKey[] = ['report', 'check', 'learn'];
export const menuChoices: readonly Choice[] = menuKeys.map((key) => ({
  say: say(`menu.${key}`),
  tap: `menu:${key}`,
}));

export const greet = (state: State | null): Outcome => ({
  state,
  say: [say('greeting')],
  choices: menuChoices,
});

/** Opens a draft and asks the first question, after saying what is taken, what is not, and the other ways. */
export function begin(turn: Turn, lang: Lang): Outcome {
  const { model, env, input } = turn;
  if (env.gate !== 'open') {
    const why = env.gate === 'limit' ? ['limit.reports', 'phone.short'] : ['report.closed', 'ways.short'];
    return { state: null, say: why.map((id) => say(id)) };
  }
  const blank: State = {
    at: '',
    lang,
    graph: model.current,
    begun: env.today,
    begunAt: input.at,
    reportId: hex(env.draw(16)),
    answers: {},
    parts: [],
    files: [],
    notes: [],
    tries: 0,
    lastAt: input.at,
    askedAt: input.at,
    told: 0,
    page: 0,
    turns: [],
  };
  const state = moved(model, { ...blank, graph: graphOf(model, blank).version });
  return { state, say: [say('report.intro'), ...asking(model, state)] };
}

/** The list of articles, or one of them, in the language that the reply will have. */
export function learn(turn: Turn, state: State | null, n: number | null, lang: Lang): Outcome {
  const { found } = turn.env;
  if (found !== undefined && 'articles' in found) {
    const items = found.articles.map(({ title }, at) => say('learn.item', { n: at + 1, title }));
    return beside(state, items.length === 0 ? [say('learn.none')] : [say('learn.list'), ...items]);
  }
  if (found !== undefined && 'article' in found)
    return beside(state, [found.article === null ? say('learn.none') : say('learn.article', found.article)]);
  return { state, say: [], query: n === null ? { get: 'articles', lang } : { get: 'article', n, lang } };
}

/** A text while nothing is under way. */
export function acceptIdle(turn: Turn, text: string): Outcome {
  const { model } = turn;
  const number = numberIn(model, text);
  const key = number?.rest === '' ? menuKeys[number.n - 1] : undefined;
  if (key !== undefined) return menuOf(turn, null, key, langIdle(turn, text));
  const urgent = isEmergency(model, text) ? [say('emergency')] : [];
  const faq = faqIn(model, text);
  if (faq !== null) return { state: null, say: [...urgent, say(`faq.${faq}`)], choices: menuChoices };
  if (says(model, text, (l) => l.greetings)) return { ...greet(null), say: [...urgent, say('greeting')] };
  if (says(model, text, (l) => l.thanks))
    return { state: null, say: [say('idle.thanks')], choices: menuChoices };
  if (says(model, text, (l) => [...l.confused, ...l.patience]))
    return { state: null, say: [say('help.idle')], choices: menuChoices };
  // Whoever calls for help is not told that they were not understood.
  const unread = say(isTelling(text, 16, 8) ? 'idle.story' : 'idle.unknown');
  return { state: null, say: urgent.length > 0 ? urgent : [unread], choices: menuChoices };
}

/** The menu while nothing is under way. */
export function menuOf(turn: Turn, state: State | null, key: MenuKey, lang: Lang): Outcome {
  if (key === 'report') return begin(turn, lang);
  return key === 'check' ? beside(state, [say('check.ask')]) : learn(turn, state, null, lang);
}

/** The language somebody without a report is answered in: the one they write in, else the one of the last answer. */
export function langIdle(turn: Turn, text: string): Lang {
  const lang = langOf(text);
  return lang !== null && turn.model.langs.includes(lang) ? lang : langSilent(turn);
}

/** The language of an answer to what has none: a tap on the menu, a receipt, a file. */
export const langSilent = ({ env, model }: Turn): Lang => env.lastLang ?? model.langs[0] ?? 'zh';

export function repairIdle(word: Command): Outcome {
  const text =
    word === 'help' || word === 'repeat'
      ? 'help.idle'
      : word === 'language'
        ? 'language.idle'
        : 'idle.nothing';
  const more = text === 'help.idle' ? [say('privacy.short')] : [];
  return { state: null, say: [say(text), ...more], choices: menuChoices };
}
