/** An article where there are many: what a list of the desk needs, and no text. */
import type { Article, ArticleKind, ArticleLang } from './article.js';

/** An article in a list of the desk. */
export type ArticleLine = Pick<
  Article,
  | 'id'
  | 'slug'
  | 'revision'
  | 'state'
  | 'stateAt'
  | 'createdBy'
  | 'editedBy'
  | 'submittedBy'
  | 'editedAt'
  | 'plan'
> & {
  readonly kind: ArticleKind;
  readonly titles: Readonly<Record<ArticleLang, string | null>>;
  readonly cover: string | null;
  readonly live: { readonly number: number; readonly firstAt: number; readonly at: number } | null;
  /** how many comments nobody has resolved yet */
  readonly openComments: number;
};

/** The article as it is listed. */
export function lineOf(article: Article): ArticleLine {
  const { id, slug, revision, state, stateAt, createdBy, editedBy, submittedBy, editedAt, plan } = article;
  const { content, live, comments } = article;
  const { kind, cover, texts } = content;
  const titles = { zh: texts.zh?.title ?? null, en: texts.en?.title ?? null };
  return {
    ...{ id, slug, revision, state, stateAt, createdBy, editedBy, submittedBy, editedAt, plan },
    ...{ kind, titles, cover },
    live: live && { number: live.number, firstAt: live.firstAt, at: live.at },
    openComments: comments.filter(({ resolved }) => !resolved).length,
  };
}
