/** Articles on the platform: drafts, publishing (tells nobody), mass sending (tells followers). */
import { type Api } from './api.js';
import { type JsonObject, numberOf, objectOf, objectsOf, stringOf } from './json.js';

export interface Article {
  /** at most 32 characters */
  readonly title: string;
  /** at most 16 */
  readonly author: string;
  /** at most 128 */
  readonly digest: string;
  /** HTML, less than 20,000 characters; pictures only from the platform */
  readonly content: string;
  readonly sourceUrl: string;
  /** a permanent media id */
  readonly thumbMediaId: string;
}

export interface Drafts {
  /** Answers the draft's media id. Not repeated when in doubt: two drafts look alike. */
  add(articles: readonly Article[]): Promise<string>;
  update(mediaId: string, index: number, article: Article): Promise<void>;
  /** The articles as the platform has them. */
  get(mediaId: string): Promise<readonly JsonObject[]>;
  remove(mediaId: string): Promise<void>;
  count(): Promise<number>;
}

export function createDrafts(api: Api): Drafts {
  return {
    async add(articles) {
      const json = { articles: articles.map(written) };
      return stringOf(await api.json({ path: '/cgi-bin/draft/add', json, repeatable: false }), 'media_id');
    },
    async update(mediaId, index, article) {
      const json = { media_id: mediaId, index, articles: written(article) };
      await api.json({ path: '/cgi-bin/draft/update', json, repeatable: true });
    },
    async get(mediaId) {
      const json = { media_id: mediaId };
      return objectsOf(await api.json({ path: '/cgi-bin/draft/get', json, repeatable: true }), 'news_item');
    },
    async remove(mediaId) {
      await api.json({ path: '/cgi-bin/draft/delete', json: { media_id: mediaId }, repeatable: true });
    },
    async count() {
      return numberOf(await api.json({ path: '/cgi-bin/draft/count', repeatable: true }), 'total_count', 0);
    },
  };
}

const written = (article: Article): object => ({
  title: article.title,
  author: article.author,
  digest: article.digest,
  content: article.content,
  content_source_url: article.sourceUrl,
  thumb_media_id: article.thumbMediaId,
  need_open_comment: 0,
  only_fans_can_comment: 0,
});

/** 0 done · 1 running · 2 originality · 3 failed · 4 refused by review · 5 deleted by us · 6 blocked by the platform */
export type PublishStatus = 'done' | 'running' | 'failed' | 'refused' | 'gone';

export interface Publication {
  readonly status: PublishStatus;
  readonly articleId: string;
  readonly urls: readonly string[];
}

export interface Published {
  readonly articleId: string;
  readonly sourceUrl: string;
  readonly url: string;
  /** seconds since 1970 */
  readonly at: number;
}

export interface Submitted {
  readonly publishId: string;
  /** names what is published in the reading figures; '' where the platform leaves it out */
  readonly dataId: string;
}

export interface Publishing {
  /** Only accepted: the result comes as PUBLISHJOBFINISH or by `get`. */
  submit(draftMediaId: string): Promise<Submitted>;
  get(publishId: string): Promise<Publication>;
  /** The latest published articles, newest first: what they read on at, and when they came. At most 20. */
  latest(): Promise<readonly Published[]>;
  /** Cannot be undone. `index` from 1; 0: all articles. */
  remove(articleId: string, index: number): Promise<void>;
}

const statuses: readonly PublishStatus[] = ['done', 'running', 'failed', 'failed', 'refused', 'gone', 'gone'];

export function createPublishing(api: Api): Publishing {
  return {
    async submit(draftMediaId) {
      const json = { media_id: draftMediaId };
      const path = '/cgi-bin/freepublish/submit';
      const answer = await api.json({ path, json, repeatable: false });
      return { publishId: stringOf(answer, 'publish_id'), dataId: stringOf(answer, 'msg_data_id') };
    },
    async get(publishId) {
      const json = { publish_id: publishId };
      const answer = await api.json({ path: '/cgi-bin/freepublish/get', json, repeatable: true });
      return {
        status: statuses[numberOf(answer, 'publish_status', 3)] ?? 'failed',
        articleId: stringOf(answer, 'article_id'),
        urls: objectsOf(objectOf(answer, 'article_detail'), 'item').map((item) =>
          stringOf(item, 'article_url'),
        ),
      };
    },
    async latest() {
      const json = { offset: 0, count: 20, no_content: 1 };
      const answer = await api.json({ path: '/cgi-bin/freepublish/batchget', json, repeatable: true });
      return objectsOf(answer, 'item').flatMap((item) =>
        objectsOf(objectOf(item, 'content'), 'news_item').map((news) => ({
          articleId: stringOf(item, 'article_id'),
          sourceUrl: stringOf(news, 'content_source_url'),
          url: stringOf(news, 'url'),
          at: numberOf(item, 'update_time', 0),
        })),
      );
    },
    async remove(articleId, index) {
      const json = { article_id: articleId, index };
      await api.json({ path: '/cgi-bin/freepublish/delete', json, repeatable: true });
    },
  };
}
