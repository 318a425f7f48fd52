import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Article, Content } from './article.js';
import { cleanContent } from './clean-content.js';
import { changed, moved } from './move.js';
import type { Articles, ArticleVersions } from './ports.js';
import { checkSlug } from './slug.js';

export interface Saving {
  readonly who: string;
  readonly id: string;
  /** the revision that was read and written on */
  readonly revision: number;
  readonly content: Content;
  /** a new address; only before the article was first published */
  readonly slug?: string;
}

/** Saves what an editor wrote, without what nobody sees in it; an article that was sent for review or published is a draft again. */
export type SaveArticle = (saving: Saving) => Promise<Article>;

/** After this long, or by other hands, the text as it was becomes a version of its own. Milliseconds. */
const sittingMs = 10 * 60_000;

/**
 * Nobody's text is overwritten: who saves over a newer revision is told who wrote it. @throws DomainError
 * article.unknown, article.stale (with `revision`, `editedBy`, `editedAt`), article.step_refused, article.slug_taken,
 * request.invalid
 */
export function createSaveArticle(ports: {
  articles: Articles;
  versions: ArticleVersions;
  clock: Clock;
  record: RecordAct;
}): SaveArticle {
  const { articles, versions, clock, record } = ports;
  return async ({ who, id, revision, content, slug }) => {
    const before = await loaded(articles, id, revision);
    const at = clock.now();
    const [last] = await versions.list(id, 1);
    const since = last?.at ?? before.createdAt;
    const sitting = before.state === 'draft' && before.editedBy === who && at - since < sittingMs;
    if (!sitting) {
      await record({ who, act: 'article.edit', object: `article:${id}` });
      await versions.add(versionOf(before, 'saved'));
    }
    const written = { content: cleanContent(content), editedBy: who, editedAt: at };
    const change = { ...written, ...addressed(before, slug), ...untouched };
    const article =
      before.state === 'draft'
        ? changed(before, change)
        : moved(before, 'edit', { at, by: who, detail: null }, change);
    return replaced(articles, article);
  };
}

/** What was approved was another text. */
const untouched = { submittedBy: null, approvedBy: null } as const;

function addressed(before: Article, slug: string | undefined): { readonly slug?: string } {
  if (slug === undefined || slug === before.slug) return {};
  checkSlug(slug);
  if (before.live !== null || before.events.some(({ what }) => what === 'go'))
    throw new DomainError('article.step_refused', { details: { state: before.state } });
  return { slug };
}

/** The article, if text and state still are what was read. @throws DomainError article.unknown, article.stale */
export async function loaded(articles: Articles, id: string, revision: number): Promise<Article> {
  const article = await articles.byId(id);
  if (article === null) throw new DomainError('article.unknown');
  if (revision < article.basis || revision > article.revision) throw stale(article);
  return article;
}

/**
 * Writes it, and answers what was written: comments that came in since it was loaded are kept. @throws DomainError
 * article.unknown, article.stale when somebody was faster with text or state
 */
export async function replaced(articles: Articles, article: Article): Promise<Article> {
  let next = article;
  while (!(await articles.replace(next))) {
    const there = await articles.byId(article.id);
    if (there === null) throw new DomainError('article.unknown');
    if (there.basis >= article.revision) throw stale(there);
    const { comments, revision } = there;
    next = { ...article, comments, revision: revision + 1, basis: revision + 1 };
  }
  return next;
}

const stale = ({ revision, editedBy, editedAt }: Article): DomainError =>
  new DomainError('article.stale', { details: { revision, editedBy, editedAt } });

/** A version to keep of an article as it stands. */
export const versionOf = (
  { id, revision, editedAt, editedBy, content }: Article,
  why: 'saved' | 'submitted' | 'published' | 'restored',
) => ({ article: id, revision, at: editedAt, by: editedBy, why, content });
