/** `GET /api/v1/articles…`: published articles for programs, without sign-in. */
import type { Context } from 'koa';
import type { Catalogue, Edition, Page } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { createMarkedCache } from '../../marked-cache.js';
import { operation, type Operation } from '../../operation.js';
import { answerJson } from '../../tagged.js';
import { ArticleQuery, ArticlesQuery, SearchQuery } from './articles.dto.js';
import {
  ArticleAnswer,
  articlePresenter,
  ArticlesAnswer,
  type PresenterParts,
} from './articles.presenter.js';

export interface ArticleRoutesParts extends PresenterParts {
  readonly catalogue: Catalogue;
}

const shared = { method: 'GET', tag: 'Articles', actor: 'anyone', own: true } as const;
const answers = { status: 200, shape: ArticlesAnswer } as const;

export function articleOperations(parts: ArticleRoutesParts): readonly Operation[] {
  const { catalogue } = parts;
  const present = keptPresenter(parts);
  const answerPage = async (ctx: Context, { items, next }: Page<Edition>): Promise<null> => {
    answerJson(ctx, { items: await Promise.all(items.map(present)), nextCursor: next });
    return null;
  };
  return [
    operation({
      ...{ ...shared, path: '/articles', id: 'listArticles', errors: [] },
      summary: 'Published articles, the newest first, of all kinds or of one.',
      query: ArticlesQuery,
      answer: answers,
      example: { query: { lang: 'en', limit: '2' } },
      handle: async ({ query, ctx }) => {
        const { kind } = query;
        const options = { ...pageOf(query), ...(kind === undefined ? {} : { kind }) };
        return answerPage(ctx, await catalogue.list(query.lang, options));
      },
    }),
    operation({
      ...{ ...shared, path: '/articles/search', id: 'searchArticles', errors: [] },
      summary: 'Articles in which the words are found, the best first.',
      query: SearchQuery,
      answer: answers,
      example: { query: { lang: 'en', q: 'seeds' } },
      handle: async ({ query, ctx }) =>
        answerPage(ctx, await catalogue.search(query.lang, query.q, pageOf(query))),
    }),
    operation({
      ...{ ...shared, path: '/articles/:slug', id: 'readArticle', errors: ['article.unknown'] },
      summary: 'One article with its text as HTML.',
      query: ArticleQuery,
      answer: { status: 200, shape: ArticleAnswer },
      example: { params: { slug: 'a-friendly-stranger' }, query: { lang: 'en' } },
      handle: async ({ query: { lang }, params: { slug = '' }, ctx }) => {
        const edition = await catalogue.bySlug(slug, lang);
        if (edition === null) throw new DomainError('article.unknown');
        answerJson(ctx, await present(edition));
        return null;
      },
    }),
  ];
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
