/** `/a/feed.xml` and `/sitemap.xml`, each made once and kept. */
import type { Context } from 'koa';
import type { Catalogue } from '../../../domain/articles/ports.js';
import { createMarkedCache } from '../../marked-cache.js';
import { answer, tagged, type Tagged } from '../../tagged.js';
import type { Markup } from '../markup.js';
import { readerLang } from '../reader-lang.js';
import { feed, type FeedParts } from './feed.js';
import { sitemap, type SitemapParts } from './sitemap.js';

export interface FeedEndpointsParts extends FeedParts, SitemapParts {
  readonly catalogue: Pick<Catalogue, 'list' | 'mark'>;
}

export interface FeedEndpoints {
  readonly feed: (ctx: Context) => Promise<void>;
  readonly sitemap: (ctx: Context) => Promise<void>;
}

const keptBytes = 32 * 1024 * 1024;

export function feedEndpoints(parts: FeedEndpointsParts): FeedEndpoints {
  const kept = createMarkedCache<Tagged>({
    mark: () => parts.catalogue.mark(),
    most: keptBytes,
    sizeOf: ({ body }) => body.length,
  });
  async function send(ctx: Context, key: string, type: string, make: () => Promise<Markup>): Promise<void> {
    const made = async () => tagged(`${type}; charset=utf-8`, (await make()).toString());
    answer(ctx, (await kept.get(key, made)) ?? (await made()));
  }
  return {
    async feed(ctx) {
      const lang = readerLang(ctx);
      await send(ctx, lang, 'application/rss+xml', () => feed(parts, lang));
    },
    async sitemap(ctx) {
      await send(ctx, 'sitemap', 'application/xml', () => sitemap(parts));
    },
  };
}
