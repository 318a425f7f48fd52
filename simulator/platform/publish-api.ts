import { digits, letters } from '../state/chance.js';
import { type Apis, int, type Json, jsonOf, ok, type Platform, str } from './api.js';
import { type Drafts } from './drafts.js';
import { PlatformError } from './errors.js';

interface Published {
  readonly publishId: string;
  readonly articleId: string;
  readonly articles: readonly Json[];
  readonly at: number;
  done: boolean;
}

const most = 500;

/** Publishing without sending to anybody: reference 10.6. The result is reported as an event a little later. */
export function publishApi(platform: Platform, drafts: Drafts): Apis {
  const { base, clock, officialAccount, random } = platform;
  let published: Published[] = [];
  const url = (one: Published, idx: number): string =>
    `${base}/simulator/wechat/articles/${one.articleId}/${idx}`;
  const detail = (one: Published): Json => ({
    count: one.articles.length,
    item: one.articles.map((_, i) => ({ idx: i + 1, article_url: url(one, i + 1) })),
  });
  const post = (run: (body: Json) => Json): Apis[string] => ({
    method: 'POST',
    token: 'official-account',
    certified: true,
    run: (call) => run(jsonOf(call)),
  });
  const finish = async (one: Published): Promise<void> => {
    one.done = true;
    const items = one.articles.map((_, i) => ({ idx: i + 1, article_url: url(one, i + 1) }));
    await officialAccount.line.push('o_publisher', {
      type: 'event',
      event: 'PUBLISHJOBFINISH',
      fields: {
        PublishEventInfo: {
          publish_id: BigInt(one.publishId),
          publish_status: 0,
          article_id: one.articleId,
          article_detail: { count: items.length, item: items },
        },
      },
    });
  };

  return {
    '/cgi-bin/freepublish/submit': post((body) => {
      const one: Published = {
        publishId: digits(random, 10),
        articleId: letters(random, 32),
        articles: drafts.take(str(body, 'media_id')),
        at: clock.now(),
        done: false,
      };
      published = [...published, one].slice(-most);
      platform.later(() => finish(one));
      return { ...ok, publish_id: one.publishId, msg_data_id: digits(random, 10) };
    }),
    '/cgi-bin/freepublish/get': post((body) => {
      const one = published.find(({ publishId }) => publishId === str(body, 'publish_id'));
      if (one === undefined) throw new PlatformError(40035);
      if (!one.done) return { publish_id: one.publishId, publish_status: 1, fail_idx: [] };
      const result = { article_id: one.articleId, article_detail: detail(one) };
      return { publish_id: one.publishId, publish_status: 0, ...result, fail_idx: [] };
    }),
    '/cgi-bin/freepublish/batchget': post((body) => {
      const [offset, size] = [int(body['offset']), int(body['count'])];
      if (!(offset >= 0 && size >= 1 && size <= 20)) throw new PlatformError(40097);
      const item = published.slice(offset, offset + size).map((one) => ({
        article_id: one.articleId,
        content: { news_item: one.articles },
        update_time: Math.floor(one.at / 1000),
      }));
      return { total_count: published.length, item_count: item.length, item };
    }),
    '/cgi-bin/freepublish/getarticle': post((body) => {
      const one = published.find(({ articleId }) => articleId === str(body, 'article_id'));
      if (one === undefined) throw new PlatformError(53600);
      return { news_item: one.articles };
    }),
    '/cgi-bin/freepublish/delete': post((body) => {
      if (!published.some(({ articleId }) => articleId === str(body, 'article_id')))
        throw new PlatformError(53600);
      published = published.filter(({ articleId }) => articleId !== str(body, 'article_id'));
      return ok;
    }),
  };
}
