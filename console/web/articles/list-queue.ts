import type { ArticleLine } from '../api/article-types.js';
import type { ArticlesApi } from '../api/articles-api.js';
import { longestFirst } from './list-review.js';

/** Everything that waits for review, longest first. */
export async function loadQueue(articles: Pick<ArticlesApi, 'list'>): Promise<readonly ArticleLine[]> {
  let page = await articles.list({ state: 'in_review' });
  const lines = new Map(page.items.map((line) => [line.id, line]));
  while (page.nextCursor !== null) {
    page = await articles.list({ state: 'in_review' }, page.nextCursor);
    // what was sent again meanwhile has moved, and waits once
    for (const line of page.items) lines.set(line.id, line);
  }
  return longestFirst([...lines.values()]);
}
