import { onScopeDispose, watch } from 'vue';
import type { ArticleLine } from '../api/article-types.js';
import type { Page } from '../api/common-types.js';
import { useAction, type Action } from '../composables/use-action.js';
import { useLoad, type Load } from '../composables/use-load.js';
import { useServices } from '../services/services.js';
import { filterFound, type ListQuery } from './list-query.js';

export interface FoundArticles extends Page<ArticleLine> {
  /** The search gave as many as it ever gives: there may be more. */
  readonly cut: boolean;
}

export interface ListArticles {
  readonly load: Load<FoundArticles>;
  readonly more: Action;
  readonly loadMore: (found: FoundArticles) => Promise<void>;
}

/** As many as the server finds at most. */
export const mostFound = 50;

type Asked = Pick<ListQuery, 'state' | 'kind' | 'words'>;

/** The articles that are asked for, loaded again whenever something else is. */
export function useListArticles(asked: () => Asked): ListArticles {
  const { articles } = useServices();
  const more = useAction();
  let abort = new AbortController();

  async function find({ state, kind, words }: Asked): Promise<FoundArticles> {
    abort.abort();
    abort = new AbortController();
    if (words.trim() === '') return { ...(await articles.list(filterOf({ state, kind }))), cut: false };
    const { items } = await articles.search(words.trim(), { signal: abort.signal });
    return {
      items: filterFound(items, { state, kind }),
      nextCursor: null,
      cut: items.length >= mostFound,
    };
  }

  const load = useLoad(() => find(asked()));
  watch(
    () => keyOf(asked()),
    () => void load.run(),
  );
  onScopeDispose(() => {
    abort.abort();
  });

  async function loadMore({ items, nextCursor }: FoundArticles): Promise<void> {
    if (nextCursor === null) return;
    const before = asked();
    await more.run(async () => {
      const page = await articles.list(filterOf(before), nextCursor);
      // what has moved up in between is listed once
      const known = new Set(items.map(({ id }) => id));
      const fresh = page.items.filter(({ id }) => !known.has(id));
      if (keyOf(before) === keyOf(asked()))
        load.set({ items: [...items, ...fresh], nextCursor: page.nextCursor, cut: false });
    });
  }

  return { load, more, loadMore };
}

const keyOf = ({ state, kind, words }: Asked): string => [state, kind, words.trim()].join('\n');

const filterOf = ({ state, kind }: Pick<Asked, 'state' | 'kind'>) => ({
  ...(state === null ? {} : { state }),
  ...(kind === null ? {} : { kind }),
});
