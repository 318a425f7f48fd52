import type { Connection } from 'mongoose';
import type { ArticleVersion, ArticleVersions } from '../domain/articles/ports.js';
import { contentReader, toContentDocument } from './article-content.mapping.js';
import { type ArticleVersionDocument, articleVersionModel } from './article-version.schema.js';
import { articleFieldsOf } from './article.fields.js';
import { stored, unlessDuplicate } from './errors.js';

const fields = articleFieldsOf('article-versions');
const { text, whole, word } = fields;
const toContent = contentReader(fields);

const reasons = ['saved', 'submitted', 'published', 'restored'] as const satisfies ArticleVersion['why'][];
const withoutContent = { article: 1, revision: 1, at: 1, by: 1, why: 1 } as const;

/** Kept versions: written once, never changed. */
export function createArticleVersionStore(connection: Connection): ArticleVersions {
  const model = articleVersionModel(connection);
  return {
    async add(version) {
      await unlessDuplicate(() => model.create(toDocument(version)), null);
    },
    async list(article, limit) {
      const query = model.find({ article }, withoutContent).sort({ revision: -1 }).limit(limit);
      return (await stored(() => query.lean())).map(toHead);
    },
    async get(article, revision) {
      const found = await stored(() => model.findOne({ _id: nameOf({ article, revision }) }).lean());
      return found && { ...toHead(found), content: toContent(found.content) };
    },
  };
}

const nameOf = ({ article, revision }: Pick<ArticleVersion, 'article' | 'revision'>): string =>
  `${article}/${revision}`;

function toDocument(version: ArticleVersion): ArticleVersionDocument {
  const { article, revision, at, by, why, content } = version;
  return { _id: nameOf(version), article, revision, at, by, why, content: toContentDocument(content) };
}

function toHead(document: Omit<ArticleVersionDocument, 'content'>): Omit<ArticleVersion, 'content'> {
  return {
    article: text(document.article),
    revision: whole(document.revision),
    at: whole(document.at),
    by: text(document.by),
    why: word(reasons, document.why),
  };
}
