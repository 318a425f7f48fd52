import { articleUrl } from './addresses.js';
import { type Apis, certifiedPost, int, type Json, ok, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';
import { newsItems } from './kept-article.js';
import { isReadable, type Publication, type Publications, removeFrom } from './publications.js';
import { type PublishJob, type PublishJobs } from './publish-jobs.js';

/** Publishing without sending to anybody: reference 10.6. */
export function publishApi(platform: Platform, jobs: PublishJobs, publications: Publications): Apis {
  const { base } = platform;
  /** What was sent to followers has no article id that these calls take. */
  const published = (body: Json): Publication => {
    const one = publications.get(str(body, 'article_id'));
    if (one?.way !== 'published' || !isReadable(one)) throw new PlatformError(53600);
    return one;
  };
  const items = (one: Publication, brief = false): readonly Json[] =>
    newsItems(one.articles, { base, brief, urlOf: (idx) => articleUrl(base, one.articleId, idx) }).map(
      (item, i) => ({ ...item, is_deleted: one.removed.has(i + 1) }),
    );

  return {
    '/cgi-bin/freepublish/submit': certifiedPost((body) => {
      const { publishId, dataId } = jobs.submit(str(body, 'media_id'));
      return { ...ok, publish_id: publishId, msg_data_id: dataId };
    }),
    '/cgi-bin/freepublish/get': certifiedPost((body) => {
      const job = jobs.get(String(body['publish_id']));
      if (job === undefined) throw new PlatformError(40035);
      return { publish_id: job.publishId, ...resultOf(job, base) };
    }),
    '/cgi-bin/freepublish/batchget': certifiedPost((body) => {
      const [offset, size] = [int(body['offset']), int(body['count'])];
      if (!(offset >= 0 && size >= 1 && size <= 20)) throw new PlatformError(40097);
      const all = publications.published();
      const item = all.slice(offset, offset + size).map((one) => {
        const time = Math.floor(one.at / 1000);
        return {
          article_id: one.articleId,
          content: {
            news_item: items(one, body['no_content'] === 1),
            create_time: time,
            update_time: time,
          },
          update_time: time,
        };
      });
      return { total_count: all.length, item_count: item.length, item };
    }),
    '/cgi-bin/freepublish/getarticle': certifiedPost((body) => ({ news_item: items(published(body)) })),
    '/cgi-bin/freepublish/delete': certifiedPost((body) => {
      const idx = body['index'] === undefined ? 0 : int(body['index']);
      if (!removeFrom(published(body), idx)) throw new PlatformError(40035);
      return ok;
    }),
  };
}

/** 1 while it runs; 2, 3, 4 if it failed; 0, and later 5 or 6 if the account or the platform took everything away. */
function resultOf({ is, status, publication, failed }: PublishJob, base: string): Json {
  if (is === 'running') return { publish_status: 1, fail_idx: [] };
  if (publication === null) return { publish_status: status, fail_idx: failed };
  if (publication.blocked) return { publish_status: 6, fail_idx: [] };
  if (!isReadable(publication)) return { publish_status: 5, fail_idx: [] };
  const { articleId, articles } = publication;
  const item = articles.map((_, i) => ({ idx: i + 1, article_url: articleUrl(base, articleId, i + 1) }));
  return {
    publish_status: 0,
    article_id: articleId,
    article_detail: { count: item.length, item },
    fail_idx: [],
  };
}
