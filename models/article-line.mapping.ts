/** What a list reads of an article's document: no body, no words of a comment, no event. */
import { articleKinds } from '../domain/articles/article.js';
import type { ArticleLine } from '../domain/articles/article-line.js';
import { articleStates } from '../domain/articles/lifecycle.js';
import { articleFieldsOf } from './article.fields.js';
import { toPlan } from './article.mapping.js';
import type { ArticleDocument } from './article.schema.js';

const { text, whole, flag, list, word, part, orNull } = articleFieldsOf('articles');

/** The projection. What lies in a part that is null is left out by the server, with the part. */
export const ofLine = {
  ...{ slug: 1, revision: 1, state: 1, stateAt: 1, createdBy: 1, editedBy: 1, submittedBy: 1, editedAt: 1 },
  ...{ 'content.kind': 1, 'content.cover': 1, 'content.texts.zh.title': 1, 'content.texts.en.title': 1 },
  ...{ plan: 1, 'live.number': 1, 'live.firstAt': 1, 'live.at': 1, 'comments.resolved': 1 },
} as const;

type OwnFields =
  | '_id'
  | 'slug'
  | 'revision'
  | 'state'
  | 'stateAt'
  | 'createdBy'
  | 'editedBy'
  | 'submittedBy'
  | 'editedAt'
  | 'plan';
type Titled = { title: string } | null;

export type LineDocument = Pick<ArticleDocument, OwnFields> & {
  content: { kind: string; cover: string | null; texts: { zh?: Titled; en?: Titled } };
  live?: { number: number; firstAt: number; at: number } | null;
  comments: { resolved: boolean }[];
};

/** The line in what was read. @throws DomainError storage.unreadable */
export function toLine(document: LineDocument): ArticleLine {
  const { kind, cover, texts } = part(document.content);
  const { zh = null, en = null } = part(texts);
  return {
    id: text(document._id),
    slug: text(document.slug),
    revision: whole(document.revision),
    state: word(articleStates, document.state),
    stateAt: whole(document.stateAt),
    createdBy: text(document.createdBy),
    editedBy: text(document.editedBy),
    submittedBy: orNull(document.submittedBy, text),
    editedAt: whole(document.editedAt),
    plan: orNull(document.plan, toPlan),
    kind: word(articleKinds, kind),
    titles: { zh: orNull(zh, toTitle), en: orNull(en, toTitle) },
    cover: orNull(cover, text),
    live: orNull(document.live ?? null, toDates),
    openComments: list(document.comments).filter((comment) => !flag(part(comment).resolved)).length,
  };
}

const toTitle = (document: { title: string }): string => text(part(document).title);

function toDates(document: { number: number; firstAt: number; at: number }): ArticleLine['live'] {
  const { number, firstAt, at } = part(document);
  return { number: whole(number), firstAt: whole(firstAt), at: whole(at) };
}
