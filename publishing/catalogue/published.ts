import { articleLangs, type ArticleLang } from '../../domain/articles/article.js';
import type { Edition, LiveArticle } from '../../domain/articles/ports.js';

/** Everything published at one moment, as it is asked for. */
export interface Published {
  readonly bySlug: ReadonlyMap<string, LiveArticle>;
  readonly byNumber: ReadonlyMap<number, LiveArticle>;
  /** newest first */
  readonly editions: Readonly<Record<ArticleLang, readonly Edition[]>>;
}

export function arrange(articles: readonly LiveArticle[]): Published {
  const ordered = [...articles].sort(newestFirst);
  const editions = (lang: ArticleLang): readonly Edition[] =>
    ordered.map((article) => editionOf(article, lang)).filter((edition) => edition !== null);
  return {
    bySlug: new Map(ordered.map((article) => [article.slug, article])),
    byNumber: new Map(ordered.map((article) => [article.number, article])),
    editions: { zh: editions('zh'), en: editions('en') },
  };
}

type Dated = Pick<LiveArticle, 'firstAt' | 'number'>;

/** By when it was first published, then by number. */
export const newestFirst = (a: Dated, b: Dated): number => b.firstAt - a.firstAt || b.number - a.number;

/** In the language, or in the other where it is not translated; null: there is neither. */
export function editionOf(article: LiveArticle, wanted: ArticleLang): Edition | null {
  const { slug, number, content } = article;
  const lang = [wanted, ...articleLangs].find((one) => content.texts[one] !== null);
  const text = lang === undefined ? null : content.texts[lang];
  return lang === undefined || text === null
    ? null
    : { slug, number, kind: content.kind, lang, text, article };
}
