/** The first question of a new report, the articles, the ways on: what the menu leads to. */
import type { Outcome, Turn } from '../outcome.js';
import { graphOf, moved } from '../draft.js';
import { hex } from '../hex.js';
import { say } from '../say.js';
import type { Lang, MenuKey, State } from '../types.js';
import { readList } from './articles.js';
import { beside } from './steps.js';

/**
 * Opens a draft and asks the first question, after saying what is taken, what is not, and the other ways. `told`: what
 * a first message told and the person wants as the beginning of the account.
 */
export function begin(turn: Turn, lang: Lang, told: readonly string[] = []): Outcome {
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
    parts: told,
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
  return { state, say: [say('report.intro')], asks: 'whole', opening: null };
}

/** What an entry of the menu leads to. */
export function menuOf(turn: Turn, state: State | null, key: MenuKey, lang: Lang): Outcome {
  if (key === 'report') return begin(turn, lang);
  return key === 'check'
    ? beside(state, [say('check.ask')])
    : readList(turn, state, { get: 'articles', lang });
}
