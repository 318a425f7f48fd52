import { previewUrl } from './addresses.js';
import { type Apis, certifiedPost, int, type Json, list, ok, type Platform, str } from './api.js';
import { type Drafts } from './drafts.js';
import { PlatformError } from './errors.js';
import { keptArticle, type KeptArticle, newsItems } from './kept-article.js';

/** The draft box: reference 10.6. */
export function draftApi(platform: Platform, drafts: Drafts): Apis {
  const { base } = platform;
  const items = (id: string, articles: readonly KeptArticle[], brief = false): readonly Json[] =>
    newsItems(articles, { base, brief, urlOf: (idx) => previewUrl(base, id, idx) });

  return {
    '/cgi-bin/draft/add': certifiedPost((body) => {
      const articles = list(body, 'articles');
      if (articles.length < 1 || articles.length > 8) throw new PlatformError(45008);
      const alone = articles.length === 1;
      return { media_id: drafts.add(articles.map((article) => keptArticle(article, platform, alone))) };
    }),
    '/cgi-bin/draft/update': certifiedPost((body) => {
      const id = str(body, 'media_id');
      const index = int(body['index']);
      const articles = drafts.get(id);
      if (!(index >= 0 && index < articles.length)) throw new PlatformError(40035);
      const changed = keptArticle(body['articles'], platform, articles.length === 1);
      drafts.set(id, articles.with(index, changed));
      return ok;
    }),
    '/cgi-bin/draft/get': certifiedPost((body) => {
      const id = str(body, 'media_id');
      return { news_item: items(id, drafts.get(id)) };
    }),
    '/cgi-bin/draft/delete': certifiedPost((body) => {
      drafts.take(str(body, 'media_id'));
      return ok;
    }),
    '/cgi-bin/draft/count': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: () => ({ total_count: drafts.all().size }),
    },
    '/cgi-bin/draft/batchget': certifiedPost((body) => {
      const [offset, size] = [int(body['offset']), int(body['count'])];
      if (!(offset >= 0 && size >= 1 && size <= 20)) throw new PlatformError(40097);
      const item = [...drafts.all()].slice(offset, offset + size).map(([media_id, articles]) => ({
        media_id,
        content: { news_item: items(media_id, articles, body['no_content'] === 1) },
        update_time: Math.floor(platform.clock.now() / 1000),
      }));
      return { total_count: drafts.all().size, item_count: item.length, item };
    }),
    '/cgi-bin/draft/switch': {
      method: 'POST',
      token: 'official-account',
      run: () => ({ ...ok, is_open: 1 }),
    },
  };
}
