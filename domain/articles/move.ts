import { DomainError } from '../errors.js';
import type { Article, ArticleEvent } from './article.js';
import { after, type ArticleStep } from './lifecycle.js';

/** Events kept in the document: a year of an article's life, and the oldest go. */
const mostEvents = 500;

/** What is written down of a change. */
export type Noted = Omit<ArticleEvent, 'what'> & { readonly what?: string };

/** The article one revision on, with what changed of text or state. */
export function changed(article: Article, change: Partial<Article>): Article {
  const revision = article.revision + 1;
  return { ...article, basis: revision, ...change, revision };
}

/**
 * The article after a step, noted in its timeline. @throws DomainError article.step_refused when it cannot be taken in
 * this state
 */
export function moved(
  article: Article,
  step: ArticleStep,
  { what = step, ...noted }: Noted,
  change: Partial<Article> = {},
): Article {
  const state = after(article.state, step);
  if (state === null) throw new DomainError('article.step_refused', { details: { state: article.state } });
  const events = [...article.events, { ...noted, what }].slice(-mostEvents);
  return changed(article, {
    ...{ ...change, state, events },
    ...(state === article.state ? {} : { stateAt: noted.at }),
  });
}
