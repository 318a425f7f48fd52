/** An article to its document and back. */
import {
  type Article,
  type ArticleEvent,
  articleLangs,
  type Comment,
  type Live,
  type Plan,
  type PlatformCopy,
  type PlatformWay,
} from '../domain/articles/article.js';
import { articleStates } from '../domain/articles/lifecycle.js';
import type { LiveArticle } from '../domain/articles/ports.js';
import { contentReader, toContentDocument } from './article-content.mapping.js';
import { articleFieldsOf } from './article.fields.js';
import type {
  ArticleDocument,
  CommentDocument,
  EventDocument,
  PlatformCopyDocument,
  WayDocument,
} from './article.schema.js';

const fields = articleFieldsOf('articles');
const { text, whole, flag, list, word, part, orNull } = fields;
const toContent = contentReader(fields);

/** The document of an article. */
export function toDocument(article: Article): ArticleDocument {
  const { id, slug, revision, basis, state, createdBy, editedBy, submittedBy, approvedBy } = article;
  const { content, createdAt, editedAt, stateAt, plan, live, platform, comments, events } = article;
  return {
    _id: id,
    ...{ slug, revision, basis, state, createdBy, editedBy, submittedBy, approvedBy },
    ...{ createdAt, editedAt, stateAt },
    content: toContentDocument(content),
    plan: plan && { at: plan.at, platform: toWayDocument(plan.platform) },
    live: live && {
      content: toContentDocument(live.content),
      ...{ number: live.number, firstAt: live.firstAt, at: live.at },
    },
    platform: platform && toCopyDocument(platform),
    comments: comments.map(toCommentDocument),
    events: events.map(toEventDocument),
  };
}

function toWayDocument(platform: PlatformWay): WayDocument {
  return platform.way === 'send' ? { way: platform.way, tag: platform.tag } : { way: platform.way };
}

function toCopyDocument(copy: PlatformCopy): PlatformCopyDocument {
  const { draftId, key, callingSince, jobId, dataId, articleId, url, reason } = copy;
  const way = toWayDocument(copy.way);
  return { way, draftId, key, callingSince, jobId, dataId, articleId, url, reason };
}

function toCommentDocument({ id, by, at, lang, paragraph, text, resolved }: Comment): CommentDocument {
  return { id, by, at, lang, paragraph, text, resolved };
}

function toEventDocument({ at, by, what, detail, note }: ArticleEvent): EventDocument {
  return { at, by, what, detail, ...(note === undefined ? {} : { note }) };
}

/** The article in a document. @throws DomainError storage.unreadable */
export function toArticle(document: ArticleDocument): Article {
  return {
    id: text(document._id),
    slug: text(document.slug),
    revision: whole(document.revision),
    basis: whole(document.basis),
    state: word(articleStates, document.state),
    content: toContent(document.content),
    createdBy: text(document.createdBy),
    editedBy: text(document.editedBy),
    submittedBy: orNull(document.submittedBy, text),
    approvedBy: orNull(document.approvedBy, text),
    createdAt: whole(document.createdAt),
    editedAt: whole(document.editedAt),
    stateAt: whole(document.stateAt),
    plan: orNull(document.plan, toPlan),
    live: orNull(document.live, toLive),
    platform: orNull(document.platform, toCopy),
    comments: list(document.comments).map(toComment),
    events: list(document.events).map(toEvent),
  };
}

/** What of a document readers see. @throws DomainError storage.unreadable */
export function toLiveArticle(document: Pick<ArticleDocument, '_id' | 'slug' | 'live'>): LiveArticle {
  return { id: text(document._id), slug: text(document.slug), ...toLive(document.live) };
}

/** Names an article and the moment of the copy that readers see. @throws DomainError storage.unreadable */
export function toMark(document: { _id: string; live: { at: number } | null }): string {
  return `${text(document._id)}.${whole(part(document.live).at).toString(36)}`;
}

/** @throws DomainError storage.unreadable */
export function toPlan(document: ArticleDocument['plan']): Plan {
  const { at, platform } = part(document);
  return { at: whole(at), platform: toWay(platform) };
}

function toLive(document: ArticleDocument['live']): Live {
  const { content, number, firstAt, at } = part(document);
  return { content: toContent(content), number: whole(number), firstAt: whole(firstAt), at: whole(at) };
}

function toWay(document: WayDocument): PlatformWay {
  const { way, tag = null } = part(document);
  const known = word(['none', 'quiet', 'send'], way);
  return known === 'send' ? { way: known, tag: orNull(tag, whole) } : { way: known };
}

function toCopy(document: PlatformCopyDocument): PlatformCopy {
  const { way, draftId, key, callingSince, jobId, dataId = null, articleId, url, reason } = part(document);
  return {
    way: toWay(way),
    draftId: orNull(draftId, text),
    key: text(key),
    callingSince: orNull(callingSince, whole),
    jobId: orNull(jobId, text),
    dataId: orNull(dataId, text),
    articleId: orNull(articleId, text),
    url: orNull(url, text),
    reason: orNull(reason, text),
  };
}

function toComment(document: CommentDocument): Comment {
  const comment = part(document);
  return {
    id: text(comment.id),
    by: text(comment.by),
    at: whole(comment.at),
    lang: word(articleLangs, comment.lang),
    paragraph: text(comment.paragraph),
    text: text(comment.text),
    resolved: flag(comment.resolved),
  };
}

/** One entry of an article's timeline. @throws DomainError storage.unreadable */
export function toEvent(document: EventDocument): ArticleEvent {
  const { at, by, what, detail, note } = part(document);
  const event = { at: whole(at), by: orNull(by, text), what: text(what), detail: orNull(detail, text) };
  return note === undefined ? event : { ...event, note: text(note) };
}
