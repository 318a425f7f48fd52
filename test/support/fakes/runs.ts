import type { Runs } from '../../../domain/runs/ports.js';

/** The clockwork's record in memory. */
export function memoryRuns(): Runs {
  const record = new Map<string, { done: string; until: number }>();
  return {
    async claim(job, slot, now, until) {
      const { done, until: held } = record.get(job) ?? { done: '', until: 0 };
      if (done >= slot || held > now) return false;
      record.set(job, { done, until });
      return true;
    },
    async finish(job, slot, until) {
      if (record.get(job)?.until !== until) return false;
      record.set(job, { done: slot, until: 0 });
      return true;
    },
    async release(job, until) {
      const entry = record.get(job);
      if (entry?.until === until) entry.until = 0;
    },
  };
}
