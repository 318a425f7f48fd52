import type { Claim, Runs } from '../../../domain/runs/ports.js';
import type { JobRecord } from '../../../domain/runs/run.js';

type Kept = { -readonly [F in keyof JobRecord]: JobRecord[F] } & { until: number };

/** The clockwork's record in memory. */
export function memoryRuns(): Runs {
  const kept = new Map<string, Kept>();
  const of = (job: string): Kept => {
    const found = kept.get(job) ?? {
      ...{ job, slot: '', asked: null, last: null, failures: 0, lastFailureAt: null },
      until: 0,
    };
    kept.set(job, found);
    return found;
  };
  const take = ({ job, now, until }: Claim): boolean => {
    const one = of(job);
    if (one.until > now && one.until <= 2 * until - now) return false;
    one.until = until;
    one.asked = null;
    return true;
  };
  return {
    async claim(claim) {
      const { slot, asked } = of(claim.job);
      if (slot >= claim.slot && slot <= claim.latest && asked === null) return false;
      return take(claim);
    },
    seize: async (claim) => take(claim),
    async finish(job, slot, until) {
      const one = of(job);
      if (one.until !== until) return false;
      one.slot = slot;
      one.until = 0;
      return true;
    },
    async release(job, until) {
      const one = of(job);
      if (one.until === until) one.until = 0;
    },
    async record(job, run, answered) {
      const one = of(job);
      one.last = run;
      if (answered) one.asked = null;
      one.failures = run.failure === null ? 0 : one.failures + 1;
      if (run.failure !== null) one.lastFailureAt = run.at;
      return one.failures;
    },
    async ask(job, at) {
      of(job).asked = at;
    },
    async all() {
      return [...kept.values()].map(({ until, ...record }) => ({ ...record }));
    },
  };
}
