import type { DayReaders } from '../../../domain/articles/figures.js';
import type { ArticleReaders } from '../../../domain/articles/ports.js';

interface Kept {
  readonly article: string;
  readonly askedOn: string;
  readonly days: readonly DayReaders[] | null;
}

/** Readers on the platform, in memory. */
export function memoryArticleReaders(): ArticleReaders {
  const copies = new Map<string, Kept>();
  return {
    async claim(article, copy, day) {
      const before = copies.get(copy);
      if (before !== undefined && before.askedOn >= day) return false;
      copies.set(copy, { article, days: null, ...before, askedOn: day });
      return true;
    },
    async put(article, copy, days) {
      copies.set(copy, { article, askedOn: '', ...copies.get(copy), days: structuredClone(days) });
    },
    async of(article) {
      const told = [...copies.values()].filter((copy) => copy.article === article && copy.days !== null);
      if (told.length === 0) return null;
      const days = told.flatMap((copy) => copy.days ?? []);
      return [...new Set(days.map(({ day }) => day))].sort().map((day) => ({
        day,
        readers: days.filter((one) => one.day === day).reduce((sum, { readers }) => sum + readers, 0),
      }));
    },
  };
}
