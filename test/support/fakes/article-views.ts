import type { ArticleViews } from '../../../domain/articles/ports.js';

/** Views in memory. */
export function memoryArticleViews(): ArticleViews {
  const counted = new Map<string, Map<string, number>>();
  return {
    async add(counts) {
      for (const { article, day, views } of counts) {
        const days = counted.get(article) ?? new Map<string, number>();
        counted.set(article, days.set(day, (days.get(day) ?? 0) + views));
      }
    },
    async of(article) {
      return [...(counted.get(article) ?? [])]
        .map(([day, views]) => ({ day, views }))
        .sort((a, b) => (a.day < b.day ? -1 : 1));
    },
  };
}
