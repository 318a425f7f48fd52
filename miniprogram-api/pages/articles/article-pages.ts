/** `/a/…` and `/sitemap.xml`: the articles as public pages. Made on the server, no script, no cookie. */
import type { Context, Middleware } from 'koa';
import type { Catalogue, Pictures } from '../../../domain/articles/ports.js';
import { DomainError, isDomainError } from '../../../domain/errors.js';
import { readerLang } from '../reader-lang.js';
import { articleEndpoint, type ArticleEndpointParts } from './article-endpoint.js';
import { feedEndpoints } from './feed-endpoints.js';
import type { FrameParts } from './frame.js';
import { sendInstead } from './html.js';
import { listEndpoint } from './list-endpoint.js';
import { picturePages } from './pictures.js';
import { laterPage } from './plain-pages.js';
import { articleStyle } from './style.js';

export interface ArticlePagesParts extends Omit<ArticleEndpointParts, 'stylePath' | 'catalogue'> {
  readonly catalogue: Catalogue;
  readonly pictures: Pick<Pictures, 'get'>;
  /** what `articleStyleFiles` hold, one after the other */
  readonly style: string;
}

type Show = (ctx: Context) => Promise<void> | void;

/** A pattern for the log, and what answers. */
type Page = readonly [route: string, show: Show];

/** Answers GET and HEAD on its paths, 405 to other methods there, and passes on everything else. */
export function createArticlePages(parts: ArticlePagesParts): Middleware {
  const pageAt = pagesOf(parts);
  return async (ctx, next) => {
    const page = pageAt(ctx.path);
    if (page === undefined) {
      await next();
      return;
    }
    const [route, show] = page;
    ctx.state['route'] = route;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    await show(ctx);
  };
}

function pagesOf({ style: css, ...parts }: ArticlePagesParts): (path: string) => Page | undefined {
  const style = articleStyle(css);
  const framed = { ...parts, stylePath: style.path };
  const { feed, sitemap } = feedEndpoints(parts);
  const fixed: ReadonlyMap<string, Show> = new Map<string, Show>([
    ['/a', toList],
    ['/a/', kindly(framed, listEndpoint(framed))],
    ['/a/feed.xml', feed],
    ['/sitemap.xml', sitemap],
    [style.path, style.show],
  ]);
  const picture: Page = ['/a/pictures/:id/:rendition', picturePages(parts.pictures)];
  const article: Page = ['/a/:slug', kindly(framed, articleEndpoint(framed))];
  return (path) => {
    const show = fixed.get(path);
    if (show !== undefined) return [path, show];
    if (path.startsWith('/a/pictures/')) return picture;
    return path.startsWith('/a/') ? article : undefined;
  };
}

function toList(ctx: Context): void {
  ctx.status = 301;
  ctx.redirect(`/a/${ctx.search}`);
}

/** While the database does not answer, a person gets a page that says so. */
function kindly(parts: FrameParts, show: Show): Show {
  return async (ctx) => {
    try {
      await show(ctx);
    } catch (error) {
      if (!isDomainError(error) || error.kind !== 'unavailable') throw error;
      sendInstead(ctx, 503, laterPage(parts, readerLang(ctx)));
    }
  };
}
