import type { Runs } from '../../../domain/runs/ports.js';

/** The clockwork's book in memory. */
export function memoryRuns(): Runs {
  const book = new Map<string, { done: string; until: number }>();
  return {
    async claim(job, slot, now, until) {
      const { done, until: held } = book.get(job) ?? { done: '', until: 0 };
      if (done >= slot || held > now) return false;
      book.set(job, { done, until });
      return true;
    },
    async finish(job, slot, until) {
      if (book.get(job)?.until !== until) return false;
      book.set(job, { done: slot, until: 0 });
      return true;
    },
    async release(job, until) {
      const entry = book.get(job);
      if (entry?.until === until) entry.until = 0;
    },
  };
}
