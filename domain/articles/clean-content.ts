/** What an editor wrote, without what nobody sees: characters of no width, overrides of direction, controls. */
import { neutralText, plainWords } from '../clean-text.js';
import type { ArticleText, Content } from './article.js';

/** The content as it is kept: words on one line each, the body in neutral text, no tag empty or twice. */
export function cleanContent(content: Content): Content {
  const { kind, texts, author, cover, tags, category, sources } = content;
  return {
    ...{ kind, cover, category },
    texts: { zh: texts.zh && cleanText(texts.zh), en: texts.en && cleanText(texts.en) },
    author: plainWords(author),
    tags: [...new Set(tags.map(plainWords).filter((tag) => tag !== ''))],
    sources: sources.map(({ title, url }) => ({ title: plainWords(title), url: neutralText(url).trim() })),
  };
}

const cleanText = ({ title, digest, body, coverAlt }: ArticleText): ArticleText => ({
  title: plainWords(title),
  digest: plainWords(digest),
  body: neutralText(body),
  coverAlt: plainWords(coverAlt),
});
