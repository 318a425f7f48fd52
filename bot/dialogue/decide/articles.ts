/** Articles: lists, searches and pages. What is read lies in memory, and nothing of a report changes by it. */
import type { ListQuery, PageQuery, ReadingPlace } from '../articles.js';
import { questionAt } from '../draft.js';
import type { Outcome, Turn } from '../outcome.js';
import { categoryQuestion } from '../poster-tap.js';
import { say } from '../say.js';
import type { Lang, Say, State } from '../types.js';
import type { Meaning } from '../understand/meaning.js';
import { backLine, emptyLines, listLines, pageLines, type Where } from './article-lines.js';
import { beside } from './steps.js';

type Wanted = Extract<Meaning, { is: 'article' | 'articles' | 'reading' }>;

/** Answers what is wanted of the articles, asking for it first. `lang`: in which a list or an article is begun. */
export function readArticles(turn: Turn, state: State | null, wanted: Wanted, lang: Lang): Outcome {
  switch (wanted.is) {
    case 'article':
      return readPage(turn, state, { get: 'article', which: wanted.which, page: wanted.page, lang });
    case 'articles': {
      const { kind, search } = wanted;
      const of = { ...(kind === null ? {} : { kind }), ...(search === null ? {} : { words: search }) };
      return readList(turn, state, { get: 'articles', lang, ...of });
    }
    case 'reading':
      return readOn(turn, state, wanted.way, lang);
  }
}

/** On with what was shown last. A tap of old, of which nothing is remembered, leads to the newest. */
function readOn(turn: Turn, state: State | null, way: 'more' | 'back', lang: Lang): Outcome {
  const { reading } = turn.env;
  const newest: ListQuery = { get: 'articles', lang };
  if (way === 'back') return readList(turn, state, reading?.list ?? newest);
  if (reading === null) return readList(turn, state, newest);
  if (reading.more === null)
    return shown(state, lang, [say('learn.no_more'), backLine], { list: beginningOf(reading) });
  return reading.more.get === 'articles'
    ? readList(turn, state, reading.more)
    : readPage(turn, state, reading.more);
}

/** Behind the end of a list it begins again; behind an article the list is as it was. */
function beginningOf({ list, listed }: ReadingPlace): ListQuery | null {
  if (list === null || listed.length === 0) return list;
  const { after, ...first } = list;
  return first;
}

/** A list of articles, in the language of the query. */
export function readList(turn: Turn, state: State | null, query: ListQuery): Outcome {
  const { found } = turn.env;
  if (found === undefined) return { state, say: [], query };
  if (!('articles' in found)) return unreadable(state, query.lang);
  const { items, next } = found.articles;
  if (items.length === 0) return shown(state, query.lang, emptyLines(query), {});
  return shown(state, query.lang, listLines(query, found.articles, whereOf(turn, state)), {
    more: next === null ? null : { ...query, after: next },
    list: query,
    listed: items.map(({ number }) => number),
  });
}

function readPage(turn: Turn, state: State | null, query: PageQuery): Outcome {
  const { found, reading } = turn.env;
  if (found === undefined) return { state, say: [], query };
  if (!('article' in found)) return unreadable(state, query.lang);
  const list = reading?.list ?? null;
  const { article } = found;
  if (article === null) return shown(state, query.lang, [say('learn.missing'), backLine], { list });
  const { number, page, pages } = article;
  const category = state === null && isCategory(turn, article.category) ? article.category : null;
  return shown(state, query.lang, pageLines(article, whereOf(turn, state), category !== null), {
    more: page < pages ? { ...query, which: number, page: page + 1 } : null,
    list,
    category: page < pages ? null : category,
  });
}

const unreadable = (state: State | null, lang: Lang): Outcome =>
  shown(state, lang, [say('learn.unavailable')], {});

const nothing: ReadingPlace = { more: null, list: null, listed: [], category: null, open: true };

const shown = (
  state: State | null,
  lang: Lang,
  lines: readonly Say[],
  place: Partial<ReadingPlace>,
): Outcome => ({ ...beside(state, lines), lang, reading: { ...nothing, ...place } });

/** Whether a report of the present questions can begin with this category. */
function isCategory({ model }: Turn, category: string | null): category is string {
  const graph = model.graphs.get(model.current);
  const question = graph === undefined ? null : categoryQuestion(graph);
  if (category === null || question?.choices?.includes(category) !== true) return false;
  return question.ends?.includes(category) !== true;
}

function whereOf({ env, model }: Turn, state: State | null): Where {
  if (env.follow !== null) return env.follow.at === 'add' ? 'add' : 'free';
  return state !== null && questionAt(model, state)?.kind === 'story' ? 'story' : 'free';
}
