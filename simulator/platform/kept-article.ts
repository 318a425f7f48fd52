import { keptContent, plainText } from '../articles/kept-content.js';
import { fileIdOf, fileUrl, isArticleUrl } from './addresses.js';
import { isJson, type Json, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** An article as the platform keeps it, under the names that it answers with. */
export interface KeptArticle {
  readonly article_type: string;
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly content_source_url: string;
  readonly thumb_media_id: string;
  readonly show_cover_pic: 0;
  readonly need_open_comment: 0 | 1;
  readonly only_fans_can_comment: 0 | 1;
  /** of articles that are pictures */
  readonly image_info?: Json;
}

/** Characters; the platform counts them, not bytes. Less than 20,000 of them are never the megabyte it allows. */
const most = { title: 32, author: 16, digest: 128, content: 19_999 } as const;
const sourceBytes = 1024;
/** Characters of the text that stand in for a digest, where the article is alone in its draft. */
const digestFrom = 54;

/**
 * Checks an article by reference 10.6 and makes it what the platform keeps.
 * @throws PlatformError 47001 no article, 45003 title, 45004 author or digest, 45005 source, 45166 content, 40007 cover
 */
export function keptArticle(article: unknown, platform: Platform, alone: boolean): KeptArticle {
  if (!isJson(article)) throw new PlatformError(47001);
  const long = (name: keyof typeof most): boolean => str(article, name).length > most[name];
  if (str(article, 'title') === '' || long('title')) throw new PlatformError(45003);
  if (long('author') || long('digest')) throw new PlatformError(45004);
  const source = str(article, 'content_source_url');
  if (Buffer.byteLength(source) > sourceBytes) throw new PlatformError(45005);
  if (long('content')) throw new PlatformError(45166);
  const content = contentOf(str(article, 'content'), platform);
  if (content.trim() === '') throw new PlatformError(45166);
  const type = str(article, 'article_type') || 'news';
  const thumb = str(article, 'thumb_media_id');
  if (type === 'news' && !isCover(thumb, platform)) throw new PlatformError(40007);
  const flag = (name: string): 0 | 1 => (article[name] === 1 ? 1 : 0);
  const digest = str(article, 'digest');
  return {
    article_type: type,
    title: str(article, 'title'),
    author: str(article, 'author'),
    digest: digest === '' && alone ? Array.from(plainText(content)).slice(0, digestFrom).join('') : digest,
    content,
    content_source_url: source,
    thumb_media_id: thumb,
    show_cover_pic: 0,
    need_open_comment: flag('need_open_comment'),
    only_fans_can_comment: flag('only_fans_can_comment'),
    ...(isJson(article['image_info']) ? { image_info: article['image_info'] } : {}),
  };
}

/** A picture of the library; one that was uploaded for the inside of articles has no id to give. */
function isCover(id: string, { media }: Platform): boolean {
  const file = media.get(id);
  return file?.keeping === 'library' && (file.kind === 'thumb' || file.kind === 'image');
}

/** Pictures stay if this platform gave their address out: for the inside of articles, or with a picture of the library. */
const contentOf = (html: string, { media, base }: Platform): string =>
  keptContent(html, {
    picture: (address) => {
      const file = media.get(fileIdOf(base, address) ?? '');
      return file?.kind === 'image' && file.keeping !== 'temporary';
    },
    link: (address) => isArticleUrl(base, address),
  });

export interface ItemOptions {
  readonly base: string;
  /** the address of the article at a place, from 1 */
  readonly urlOf: (idx: number) => string;
  /** leaves the content out */
  readonly brief?: boolean;
}

/** Articles as `news_item` tells of them. */
export function newsItems(
  articles: readonly KeptArticle[],
  { base, urlOf, brief = false }: ItemOptions,
): readonly Json[] {
  return articles.map((article, i) => ({
    ...article,
    content: brief ? '' : article.content,
    thumb_url: pictureOf(article, base),
    url: urlOf(i + 1),
  }));
}

/** The address of the cover, or empty. */
export const pictureOf = ({ thumb_media_id: id }: KeptArticle, base: string): string =>
  id === '' ? '' : fileUrl(base, id);
