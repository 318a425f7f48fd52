import type { Article, ArticleLine } from '../api/article-types.js';
import type { ArticlesApi } from '../api/articles-api.js';
import { isRefusal } from '../api/api-error.js';
import { longestFirst } from './list-review.js';

type Needed = Pick<ArticlesApi, 'list' | 'get'>;

/** So many articles are asked for at once. */
const atOnce = 4;

/** Everything that waits for review, longest first. Who sent it stands only in the whole article. */
export async function loadQueue(articles: Needed): Promise<readonly Article[]> {
  const lines = await allWaiting(articles);
  const whole: Article[] = [];
  for (let n = 0; n < lines.length; n += atOnce) {
    const some = await Promise.all(lines.slice(n, n + atOnce).map(({ id }) => wholeOrGone(articles, id)));
    whole.push(...some.flat());
  }
  // one that was sent back or approved meanwhile waits no more
  return longestFirst(whole.filter(({ state }) => state === 'in_review'));
}

async function allWaiting(articles: Needed): Promise<readonly ArticleLine[]> {
  let page = await articles.list({ state: 'in_review' });
  const lines = [...page.items];
  while (page.nextCursor !== null) {
    page = await articles.list({ state: 'in_review' }, page.nextCursor);
    lines.push(...page.items);
  }
  return lines;
}

async function wholeOrGone(articles: Needed, id: string): Promise<readonly Article[]> {
  try {
    return [await articles.get(id)];
  } catch (error) {
    if (isRefusal(error, 'article.unknown')) return [];
    throw error;
  }
}
