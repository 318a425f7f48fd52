import type { ArticleVersion, ArticleVersions } from '../../../domain/articles/ports.js';

/** Kept versions in memory; `kept` shows them in the order in which they came. */
export function memoryArticleVersions(): ArticleVersions & { readonly kept: ArticleVersion[] } {
  const kept: ArticleVersion[] = [];
  const find = (article: string, revision: number) =>
    kept.find((version) => version.article === article && version.revision === revision);
  return {
    kept,
    async add(version) {
      if (!find(version.article, version.revision)) kept.push(structuredClone(version));
    },
    async list(article, limit) {
      return kept
        .filter((version) => version.article === article)
        .sort((a, b) => b.revision - a.revision)
        .slice(0, limit)
        .map(({ content, ...head }) => head);
    },
    async get(article, revision) {
      return structuredClone(find(article, revision) ?? null);
    },
  };
}
