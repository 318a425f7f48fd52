import type { Article } from './article.js';
import { checkArticle, type Problem } from './check-article.js';
import type { Pictures, Renderer } from './ports.js';

/** What an article lacks, or would be refused for. @throws DomainError storage.unavailable */
export type ProblemsOf = (article: Pick<Article, 'content'>) => Promise<readonly Problem[]>;

export function createProblemsOf(ports: { renderer: Renderer; pictures: Pictures }): ProblemsOf {
  const { renderer, pictures } = ports;
  return async ({ content }) => {
    const bodies = Object.values(content.texts).flatMap((text) => (text === null ? [] : [text.body]));
    const named = new Set([
      ...(content.cover === null ? [] : [content.cover]),
      ...bodies.flatMap((body) => renderer.references(body).pictures),
    ]);
    const kept = new Set<string>();
    for (const id of named) if (await pictures.has(id)) kept.add(id);
    return checkArticle(content, renderer, (id) => kept.has(id));
  };
}
