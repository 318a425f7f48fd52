import { letters, type Random } from '../state/chance.js';
import { type PlatformClock } from '../state/clock.js';
import { keepLatest } from '../state/latest.js';
import { type KeptArticle } from './kept-article.js';

/** Articles that are public, or were: published quietly, or sent to followers. */
export interface Publication {
  readonly articleId: string;
  readonly way: 'published' | 'sent';
  readonly articles: readonly KeptArticle[];
  /** milliseconds since 1970 */
  readonly at: number;
  /** the places, from 1, of articles that the account took back */
  readonly removed: Set<number>;
  /** the platform closed them all */
  blocked: boolean;
}

export interface Publications {
  open(way: Publication['way'], articles: readonly KeptArticle[]): Publication;
  get(articleId: string): Publication | undefined;
  /** What was published, newest first, as far as something of it can be read. What was sent is not among it. */
  published(): readonly Publication[];
}

const most = 500;

export function createPublications(clock: PlatformClock, random: Random): Publications {
  const publications = new Map<string, Publication>();
  return {
    open: (way, articles) => {
      const articleId = letters(random, 32);
      const at = clock.now();
      const one: Publication = { articleId, way, articles, at, removed: new Set(), blocked: false };
      publications.set(articleId, one);
      keepLatest(publications, most);
      return one;
    },
    get: (articleId) => publications.get(articleId),
    published: () =>
      [...publications.values()].filter((one) => one.way === 'published' && isReadable(one)).reverse(),
  };
}

/** Whether anything of it can still be read. */
export const isReadable = (one: Publication): boolean =>
  !one.blocked && one.removed.size < one.articles.length;

/** Takes the article at a place back, or all of them (0); false where there is no such place. */
export function removeFrom(one: Publication, idx: number): boolean {
  if (!(idx >= 0 && idx <= one.articles.length)) return false;
  for (let place = 1; place <= one.articles.length; place += 1)
    if (idx === 0 || idx === place) one.removed.add(place);
  return true;
}
