/** Answers what a turn asks of the articles: titles, and bodies as pages of plain text. */
import type { ArticleText } from '../../domain/articles/article.js';
import type { Catalogue, Edition, Page } from '../../domain/articles/ports.js';
import { isDomainError } from '../../domain/errors.js';
import type { ArticleLine, ListQuery, PageQuery } from '../dialogue/articles.js';
import type { Found, Lang } from '../dialogue/types.js';
import { chatLines, pagesOf, shortened } from './article-pages.js';
import { textTable } from './text-table.js';

export interface ArticlePorts {
  readonly catalogue: Catalogue;
  /** a body as plain text, a paragraph a line */
  readonly plain: (markdown: string) => string;
  /** The public address of the whole article. */
  readonly articleLink: (slug: string, lang: Lang) => string;
}

/** Articles of a list that go into one message. */
export const mostListed = 6;
/** Letters of a search that are looked for. */
const mostWords = 100;

/** @throws what the catalogue throws, except that storage is not there: then `refused` is found */
export function createReadArticles(ports: ArticlePorts): (query: ListQuery | PageQuery) => Promise<Found> {
  const { catalogue } = ports;
  /** A catalogue keeps its texts at hand; their pages are kept as long. */
  const pages = new WeakMap<ArticleText, readonly string[]>();

  function bodyOf({ text }: Edition): readonly string[] {
    const known = pages.get(text) ?? pagesOf(chatLines(ports.plain(text.body)), textTable['learn.body'].body);
    pages.set(text, known);
    return known;
  }

  function ask({ lang, kind, words }: ListQuery, after: string | undefined): Promise<Page<Edition>> {
    const page = { limit: mostListed, ...(after === undefined ? {} : { after }) };
    if (words !== undefined) return catalogue.search(lang, words.slice(0, mostWords), page);
    return catalogue.list(lang, { ...page, ...(kind === undefined ? {} : { kind }) });
  }

  async function list(query: ListQuery): Promise<Found> {
    const { items, next } = await ask(query, query.after).catch((error: unknown) => {
      // A place in a list that is none any more: the list begins again.
      if (isDomainError(error) && error.code === 'request.invalid') return ask(query, undefined);
      throw error;
    });
    return { articles: { items: items.map((edition) => lineOf(edition, query.lang)), next } };
  }

  async function editionOf({ which, lang }: PageQuery): Promise<Edition | null> {
    const byNumber = typeof which === 'number' ? await catalogue.byNumber(which, lang) : null;
    // An address may be a number, too.
    return byNumber ?? catalogue.bySlug(String(which), lang);
  }

  async function page(query: PageQuery): Promise<Found> {
    const edition = await editionOf(query);
    if (edition === null) return { article: null };
    const all = bodyOf(edition);
    const at = Math.min(Math.max(1, query.page), all.length);
    return {
      article: {
        ...lineOf(edition, query.lang),
        page: at,
        pages: all.length,
        body: all[at - 1] ?? '',
        link: ports.articleLink(edition.slug, query.lang),
        category: edition.article.content.category,
      },
    };
  }

  return async (query) => {
    try {
      return query.get === 'articles' ? await list(query) : await page(query);
    } catch (error) {
      if (isDomainError(error) && error.code === 'storage.unavailable') return { refused: 'unavailable' };
      throw error;
    }
  };
}

const lineOf = ({ number, text, lang }: Edition, asked: Lang): ArticleLine => ({
  number,
  title: shortened(text.title, textTable['learn.item'].title),
  foreign: lang !== asked,
});
