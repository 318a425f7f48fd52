/** An article as programs get it. */
import type { ArticleKind, ArticleLang } from '../../../domain/articles/article.js';
import type { Edition, Renderer } from '../../../domain/articles/ports.js';
import type { Clock } from '../../../domain/ports.js';
import { picturePath, withWholeAddresses } from '../../addresses.js';

export interface ArticleAnswer {
  readonly slug: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly digest: string;
  /** the address of the picture; null: none */
  readonly cover: string | null;
  /** the one that was asked for, or the one there is */
  readonly lang: ArticleLang;
  /** `YYYY-MM-DD` in the line's zone */
  readonly publishedOn: string;
  readonly html: string;
}

export interface PresenterParts {
  readonly renderer: Pick<Renderer, 'web'>;
  readonly clock: Pick<Clock, 'dayAt'>;
  /** without a slash at its end */
  readonly publicUrl: string;
}

export function articlePresenter({ renderer, clock, publicUrl }: PresenterParts) {
  return ({ slug, kind, lang, text, article }: Edition): ArticleAnswer => ({
    slug,
    kind,
    title: text.title,
    digest: text.digest,
    cover: article.content.cover === null ? null : `${publicUrl}${picturePath(article.content.cover, 'web')}`,
    lang,
    publishedOn: clock.dayAt(article.firstAt),
    html: withWholeAddresses(renderer.web(text.body), publicUrl),
  });
}
