import type { Article, ArticleLine } from '../api/article-types.js';

/** The whole article as it stands in a list: a step answers with the whole. */
export function lineOf(article: Article): ArticleLine {
  const { id, slug, revision, state, stateAt, kind, texts, cover } = article;
  const { createdBy, editedBy, editedAt, plan, live, late } = article;
  return {
    ...{ id, slug, revision, state, stateAt, kind, cover, createdBy, editedBy, editedAt, plan, live, late },
    titles: { zh: texts.zh?.title ?? null, en: texts.en?.title ?? null },
  };
}
