import type { Article, ArticleLine } from '../api/article-types.js';
import type { Occurrence, OccurrenceLine } from '../api/occurrence-types.js';

/** The whole article as it stands in a list: a step answers with the whole. */
export function lineOf(article: Article): ArticleLine {
  const { id, slug, revision, state, stateAt, kind, texts, cover } = article;
  const { createdBy, editedBy, submittedBy, editedAt, plan, live, late, comments } = article;
  return {
    ...{ id, slug, revision, state, stateAt, kind, cover, createdBy, editedBy, submittedBy, editedAt },
    ...{ plan, live, late, openComments: comments.filter(({ resolved }) => !resolved).length },
    titles: { zh: texts.zh?.title ?? null, en: texts.en?.title ?? null },
  };
}

/** The whole day notice as it stands in a list. */
export function occurrenceLineOf(occurrence: Occurrence): OccurrenceLine {
  const { id, notice, revision, name, on, nominal, lead, at } = occurrence;
  const { state, stateAt, ways, confirmed, moved, reach } = occurrence;
  return {
    ...{ id, notice, revision, name, on, nominal, lead, at, state, stateAt, ways, confirmed, moved, reach },
  };
}
