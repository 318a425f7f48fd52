import { type Shown } from '../state/shown.js';
import { type KeptArticle, pictureOf } from './kept-article.js';

/** Articles as they stand in the chat: cover, title, digest, and the address of each, by its place from 1. */
export function newsCard(
  articles: readonly KeptArticle[],
  base: string,
  urlOf: (idx: number) => string,
): Extract<Shown, { type: 'news' }> {
  return {
    type: 'news',
    articles: articles.map((article, i) => ({
      title: article.title,
      description: article.digest,
      picUrl: pictureOf(article, base),
      url: urlOf(i + 1),
    })),
  };
}
