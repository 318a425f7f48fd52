import type { ArticleLang } from '../domain/articles/article.js';
import type { Articles, Catalogue, Edition, LiveArticle, Renderer } from '../domain/articles/ports.js';
import type { Clock } from '../domain/ports.js';
import { readCursor } from './catalogue/cursor.js';
import { createKept } from './catalogue/kept.js';
import { pageByDate, pageByFit } from './catalogue/pages.js';
import { arrange, editionOf, newestFirst, type Published } from './catalogue/published.js';
import { createSearchIndex, type Hit } from './search/search-index.js';

export interface CataloguePorts {
  readonly articles: Pick<Articles, 'live' | 'liveMark'>;
  readonly renderer: Pick<Renderer, 'plain'>;
  readonly clock: Pick<Clock, 'now'>;
  /** told of a failure of storage while readers are still given what there was */
  readonly failed?: (error: unknown) => void;
}

/**
 * Keeps what is published in memory, and a search index of it for each language. Changes are seen two seconds later at
 * most; while storage fails, readers get what there was. Only a catalogue that never saw any throws storage.unavailable.
 */
export function createCatalogue({ articles, renderer, clock, failed }: CataloguePorts): Catalogue {
  const indexes = { zh: createSearchIndex(renderer), en: createSearchIndex(renderer) };
  const load = async () => {
    const published = arrange(await articles.live());
    const { editions } = published;
    const zh = indexes.zh.update(editions.zh);
    const en = zh.then(() => indexes.en.update(editions.en));
    void Promise.all([zh, en]).catch((error: unknown) => failed?.(error));
    return { ...published, indexed: { zh, en } };
  };
  const kept = createKept({
    mark: () => articles.liveMark(),
    load,
    clock,
    failed: (error) => failed?.(error),
  });

  return {
    async list(lang, { kind, after, limit }) {
      const place = after === undefined ? null : readCursor('list', after);
      const { value } = await kept();
      const editions = value.editions[lang].filter((edition) => kind === undefined || edition.kind === kind);
      return pageByDate(editions, { after: place, limit });
    },
    async search(lang, words, { after, limit }) {
      const place = after === undefined ? null : readCursor('search', after);
      const { value } = await kept();
      await value.indexed[lang];
      return pageByFit(ranked(value, lang, indexes[lang].search(words)), { after: place, limit });
    },
    bySlug: async (slug, lang) => inLanguage((await kept()).value.bySlug.get(slug), lang),
    byNumber: async (number, lang) => inLanguage((await kept()).value.byNumber.get(number), lang),
    mark: async () => (await kept()).mark,
  };
}

const inLanguage = (article: LiveArticle | undefined, lang: ArticleLang): Edition | null =>
  article === undefined ? null : editionOf(article, lang);

/** Best first; of those that fit alike, the newest. */
const ranked = ({ byNumber }: Published, lang: ArticleLang, hits: readonly Hit[]): readonly Edition[] =>
  hits
    .flatMap(({ number, score }) => {
      const edition = inLanguage(byNumber.get(number), lang);
      return edition === null ? [] : [{ edition, score }];
    })
    .sort((a, b) => b.score - a.score || newestFirst(a.edition.article, b.edition.article))
    .map(({ edition }) => edition);
