/** `/a/:slug`. */
import type { Context } from 'koa';
import type { Catalogue, Edition } from '../../../domain/articles/ports.js';
import { createMarkedCache } from '../../marked-cache.js';
import type { Tagged } from '../../tagged.js';
import type { ViewCounter } from '../../view-counter.js';
import { readerLang, type PageLang } from '../reader-lang.js';
import { articlePage, type ArticlePageParts } from './article-page.js';
import { htmlOf, sendInstead, sendPage } from './html.js';
import { missingPage } from './plain-pages.js';

export interface ArticleEndpointParts extends ArticlePageParts {
  readonly catalogue: Pick<Catalogue, 'bySlug' | 'list' | 'mark'>;
  readonly views: Pick<ViewCounter, 'count'>;
}

interface KeptPage extends Tagged {
  /** id of the article */
  readonly article: string;
}

const keptBytes = 16 * 1024 * 1024;

/** Shows an article, made once and kept, and counts each time that it was shown whole. */
export function articleEndpoint(parts: ArticleEndpointParts): (ctx: Context) => Promise<void> {
  const { catalogue, views } = parts;
  const kept = createMarkedCache<KeptPage>({
    mark: () => catalogue.mark(),
    most: keptBytes,
    sizeOf: ({ body }) => body.length + 500,
  });

  async function make(slug: string, lang: PageLang): Promise<KeptPage | null> {
    const edition = await catalogue.bySlug(slug, lang);
    if (edition === null) return null;
    const page = articlePage(parts, lang, edition, await following(catalogue, lang, edition));
    return { ...htmlOf(page), article: edition.article.id };
  }

  return async (ctx) => {
    const lang = readerLang(ctx);
    const slug = slugOf(ctx.path);
    const page = slug === null ? null : await kept.get(`${lang} ${slug}`, () => make(slug, lang));
    if (page === null) {
      sendInstead(ctx, 404, missingPage(parts, lang));
      return;
    }
    if (sendPage(ctx, page, { form: false }) && ctx.method === 'GET') views.count(page.article);
  };
}

/** What comes after `/a/`; null: no text. */
function slugOf(path: string): string | null {
  try {
    return decodeURIComponent(path.slice('/a/'.length));
  } catch {
    return null;
  }
}

const shown = 3;

/** The ones published before it, of its kind; after the oldest come the newest again. */
async function following(
  catalogue: Pick<Catalogue, 'list'>,
  lang: PageLang,
  { slug, kind }: Edition,
): Promise<readonly Edition[]> {
  const { items } = await catalogue.list(lang, { kind, limit: 50 });
  const at = items.findIndex((each) => each.slug === slug);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].slice(0, shown);
}
