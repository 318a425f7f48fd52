/** `/a/`: the list, one kind of it, or what a search found. What the address says beside that is ignored: links get additions on their way. */
import type { Context } from 'koa';
import { articleKinds } from '../../../domain/articles/article.js';
import type { Catalogue, Edition, Page } from '../../../domain/articles/ports.js';
import { isDomainError } from '../../../domain/errors.js';
import { readerLang } from '../reader-lang.js';
import { htmlOf, sendInstead, sendPage } from './html.js';
import { listPage, type ListPageParts, type ListView } from './list-page.js';
import { missingPage } from './plain-pages.js';

export interface ListEndpointParts extends ListPageParts {
  readonly catalogue: Pick<Catalogue, 'list' | 'search'>;
}

const pageSize = 20;
const longestSearch = 100;

export function listEndpoint(parts: ListEndpointParts): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const view = viewOf(ctx);
    const page = await find(parts.catalogue, view);
    if (page === null) sendInstead(ctx, 404, missingPage(parts, view.lang));
    else sendPage(ctx, htmlOf(listPage(parts, view, page)), { form: true });
  };
}

function viewOf(ctx: Context): ListView {
  const { kind, q, cursor } = ctx.query;
  const words = typeof q === 'string' ? Array.from(q.trim()).slice(0, longestSearch).join('') : '';
  return {
    lang: readerLang(ctx),
    kind: articleKinds.find((each) => each === kind) ?? null,
    q: words === '' ? null : words,
    cursor: typeof cursor === 'string' && cursor !== '' ? cursor : null,
  };
}

/** Null: the cursor is none. */
async function find(
  catalogue: ListEndpointParts['catalogue'],
  view: ListView,
): Promise<Page<Edition> | null> {
  const { lang, kind, q, cursor } = view;
  const options = { limit: pageSize, ...(cursor === null ? {} : { after: cursor }) };
  try {
    if (q !== null) return await catalogue.search(lang, q, options);
    return await catalogue.list(lang, { ...options, ...(kind === null ? {} : { kind }) });
  } catch (error) {
    if (isDomainError(error) && error.code === 'request.invalid') return null;
    throw error;
  }
}
