import type { PageOf } from '../../domain/notices/order-sends.js';

/** Pages of the mini-program: an article, and all of them. */
const miniPages = { article: 'pages/article/article', articles: 'pages/articles/articles' } as const;

/** Where a notice leads: an article on the web or in the mini-program, or the list of them. */
export function createNoticePages(publicUrl: string): PageOf {
  return (way, slug) => {
    if (way === 'mini') return slug === null ? miniPages.articles : `${miniPages.article}?slug=${slug}`;
    // the platform's messages are Chinese; the page offers the other language
    return slug === null ? `${publicUrl}/a/?lang=zh` : `${publicUrl}/a/${slug}?lang=zh`;
  };
}
