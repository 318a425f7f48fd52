/** What an editor wrote to its part of a document and back. */
import { articleKinds, type ArticleText, type Content } from '../domain/articles/article.js';
import type { ContentDocument, TextDocument } from './article-content.schema.js';
import type { ArticleFields } from './article.fields.js';

/** The part of a document that holds the content. */
export function toContentDocument(content: Content): ContentDocument {
  const { kind, texts, author, cover, tags, category, sources } = content;
  return {
    kind,
    texts: { zh: texts.zh && toTextDocument(texts.zh), en: texts.en && toTextDocument(texts.en) },
    author,
    cover,
    tags: [...tags],
    category,
    sources: sources.map(({ title, url }) => ({ title, url })),
  };
}

function toTextDocument({ title, digest, body, coverAlt }: ArticleText): TextDocument {
  return { title, digest, body, coverAlt };
}

/** Reads content with one collection's checks. The reader throws DomainError storage.unreadable. */
export function contentReader(fields: ArticleFields): (document: ContentDocument) => Content {
  const { text, list, word, part, orNull } = fields;
  const toText = (document: TextDocument): ArticleText => {
    const { title, digest, body, coverAlt } = part(document);
    return { title: text(title), digest: text(digest), body: text(body), coverAlt: text(coverAlt) };
  };
  return (document) => {
    const { kind, texts, author, cover, tags, category, sources } = part(document);
    const { zh, en } = part(texts);
    return {
      kind: word(articleKinds, kind),
      texts: { zh: orNull(zh, toText), en: orNull(en, toText) },
      author: text(author),
      cover: orNull(cover, text),
      tags: list(tags).map((tag) => text(tag)),
      category: orNull(category, text),
      sources: list(sources).map((source) => {
        const { title, url } = part(source);
        return { title: text(title), url: text(url) };
      }),
    };
  };
}
