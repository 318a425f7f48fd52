import type { Clock } from '../ports.js';
import type { Article } from './article.js';
import { changed } from './move.js';
import type { ArticlePlatform } from './platform.js';
import type { Articles } from './ports.js';

/** Takes a withdrawn article back from the platform too, and notes whether that could be. Never throws. */
export type TakeBack = (article: Article) => Promise<Article>;

/**
 * What was withdrawn is gone from our own pages already; a copy that followers were sent stays in their phones, and of
 * the platform's page its timeline says what became of it: `platform_gone` or `platform_stays`.
 */
export function createTakeBack(ports: {
  articles: Articles;
  clock: Clock;
  platform: ArticlePlatform | null;
}): TakeBack {
  const { articles, clock, platform } = ports;
  return async (article) => {
    const { state, platform: copy } = article;
    if (state !== 'withdrawn' || platform === null || copy === null || copy.jobId === null) return article;
    const gone = await platform.remove(copy).catch(() => false);
    const what = gone ? 'platform_gone' : 'platform_stays';
    const events = [...article.events, { at: clock.now(), by: null, what, detail: copy.way.way }];
    const noted = changed(article, {
      ...{ events, basis: article.basis },
      platform: gone ? { ...copy, url: null, jobId: null } : copy,
    });
    return (await articles.replace(noted).catch(() => false)) ? noted : article;
  };
}
