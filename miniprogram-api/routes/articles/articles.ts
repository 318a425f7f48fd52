/** `GET /api/v1/articles…`: published articles for programs, without sign-in. */
import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import type { Catalogue, Edition, Page } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { querying } from '../../../http/endpoint.js';
import { createMarkedCache } from '../../marked-cache.js';
import { answerJson } from '../../tagged.js';
import { ArticleQuery, ArticlesQuery, SearchQuery } from './articles.dto.js';
import { articlePresenter, type ArticleAnswer, type PresenterParts } from './articles.presenter.js';

export interface ArticleRoutesParts extends PresenterParts {
  readonly catalogue: Catalogue;
}

const prefix = '/api/v1';

/** Answers GET and HEAD on its paths, 405 to other methods there, and passes on everything else. */
export function articleRoutes(parts: ArticleRoutesParts): Middleware {
  const { catalogue } = parts;
  const present = keptPresenter(parts);
  const answerPage = async (ctx: Context, { items, next }: Page<Edition>): Promise<void> => {
    answerJson(ctx, { items: await Promise.all(items.map(present)), nextCursor: next });
  };
  const router = new Router({ prefix });
  get(
    router,
    '/articles',
    querying(ArticlesQuery, async (query, ctx) => {
      const { kind } = query;
      const options = { ...pageOf(query), ...(kind === undefined ? {} : { kind }) };
      await answerPage(ctx, await catalogue.list(query.lang, options));
    }),
  );
  get(
    router,
    '/articles/search',
    querying(SearchQuery, async (query, ctx) => {
      await answerPage(ctx, await catalogue.search(query.lang, query.q, pageOf(query)));
    }),
  );
  get(
    router,
    '/articles/:slug',
    querying(ArticleQuery, async ({ lang }, ctx) => {
      const { slug = '' } = ctx['params'] as { readonly slug?: string };
      const edition = await catalogue.bySlug(slug, lang);
      if (edition === null) throw new DomainError('article.unknown');
      answerJson(ctx, await present(edition));
    }),
  );
  const routes = router.routes();
  return async (ctx, next) => {
    // the router itself puts in what its type asks of a context
    await routes(ctx as Parameters<typeof routes>[0], next);
  };
}

function get(router: Router, path: string, handle: (ctx: Context) => Promise<void>): void {
  router.get(path, async (ctx) => {
    ctx.state['route'] = `${prefix}${path}`;
    await handle(ctx);
  });
  router.all(path, (ctx) => {
    ctx.set('Allow', 'GET, HEAD');
    throw new DomainError('request.method');
  });
}

const pageOf = ({ cursor, limit }: { readonly cursor?: string; readonly limit: number }) =>
  cursor === undefined ? { limit } : { limit, after: cursor };

const keptBytes = 8 * 1024 * 1024;

/** A page of fifty is fifty bodies of Markdown: each is rendered once. */
function keptPresenter({
  catalogue,
  ...parts
}: ArticleRoutesParts): (edition: Edition) => Promise<ArticleAnswer> {
  const present = articlePresenter(parts);
  const kept = createMarkedCache<ArticleAnswer>({
    mark: () => catalogue.mark(),
    most: keptBytes,
    sizeOf: ({ html, digest }) => 2 * (html.length + digest.length) + 500,
  });
  return async (edition) => {
    const { lang, slug, article } = edition;
    const make = async () => present(edition);
    // `at` names the copy: one that was read before a change is not kept in the place of the next
    return (await kept.get(`${lang} ${slug} ${article.at}`, make)) ?? present(edition);
  };
}
