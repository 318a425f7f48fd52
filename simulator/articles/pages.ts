import { type Context } from 'koa';
import { type Platform } from '../platform/api.js';
import { type Drafts } from '../platform/drafts.js';
import { type KeptArticle } from '../platform/kept-article.js';
import { type Publications } from '../platform/publications.js';
import { articlePage, emptyPage } from './article-page.js';
import { type PageLang } from './page-texts.js';

/** No script at all; the styles that articles carry stand in attributes. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The pages behind the addresses that the platform hands out: `articles/<id>/<place>` of what is public,
 * `previews/<draft>/<place>` while the draft is in the box. `?lang=en` for English words around the article.
 * Answers false to any other path.
 */
export function createArticlePages(
  { base, media }: Platform,
  { publications, drafts }: { readonly publications: Publications; readonly drafts: Drafts },
): (ctx: Context, path: string) => boolean {
  const show = (article: KeptArticle, at: number | null, lang: PageLang): readonly [number, string] => {
    const cover = media.get(article.thumb_media_id) !== undefined;
    return [200, articlePage({ article, at, base, cover }, lang)];
  };
  const published = (id: string, idx: number, lang: PageLang): readonly [number, string] => {
    const one = publications.get(id);
    const article = one?.articles[idx - 1];
    if (one === undefined || article === undefined) return [404, emptyPage('missing', lang)];
    if (one.blocked) return [410, emptyPage('blocked', lang)];
    return one.removed.has(idx) ? [410, emptyPage('removed', lang)] : show(article, one.at, lang);
  };
  const preview = (id: string, idx: number, lang: PageLang): readonly [number, string] => {
    const article = drafts.all().get(id)?.[idx - 1];
    return article === undefined ? [404, emptyPage('previewOver', lang)] : show(article, null, lang);
  };

  return (ctx, path) => {
    const found = /^(articles|previews)\/([A-Za-z0-9_-]+)\/(\d{1,2})$/.exec(path);
    if (found === null) return false;
    const [, kind, id = '', idx] = found;
    const lang = ctx.query['lang'] === 'en' ? 'en' : 'zh';
    [ctx.status, ctx.body] = (kind === 'articles' ? published : preview)(id, Number(idx), lang);
    ctx.type = 'html';
    ctx.set('content-security-policy', policy);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.set('cache-control', 'no-store');
    return true;
  };
}
