/** Figures of a run as words are made of them. */
import type { Job } from '../api/jobs-types.js';

/** `none`: there are none to show · `nothing`: nothing was due · `uncounted`: they are written down nowhere */
export type Figures =
  | { readonly kind: 'none' | 'nothing' | 'uncounted' }
  | { readonly kind: 'uncountedFailed'; readonly failed: number }
  | { readonly kind: 'figures'; readonly found: number; readonly done: number; readonly failed: number };

export function figuresOf({ lastRunAt, found, done, failed, failure }: Job): Figures {
  // a run that broke off counted nothing that means something
  if (lastRunAt === null || (failure !== null && failure !== 'partly')) return { kind: 'none' };
  const fails = failed ?? 0;
  if (found === null || done === null)
    return fails > 0 ? { kind: 'uncountedFailed', failed: fails } : { kind: 'uncounted' };
  return found === 0 && fails === 0 ? { kind: 'nothing' } : { kind: 'figures', found, done, failed: fails };
}

/** How long something took, in the unit that reads best. */
export function tookOf(ms: number): { readonly unit: 'ms' | 'seconds' | 'minutes'; readonly count: number } {
  if (ms < 1000) return { unit: 'ms', count: Math.round(ms) };
  if (ms < 10_000) return { unit: 'seconds', count: Math.round(ms / 100) / 10 };
  if (ms < 120_000) return { unit: 'seconds', count: Math.round(ms / 1000) };
  return { unit: 'minutes', count: Math.round(ms / 60_000) };
}

/** Milliseconds within which a run comes "within a minute". */
const soonMs = 90_000;

/** `held`: once the line is released · `soon`: within a minute · else when */
export function nextOf({ nextRunAt }: Pick<Job, 'nextRunAt'>, now: number): 'held' | 'soon' | 'later' {
  if (nextRunAt === null) return 'held';
  return Date.parse(nextRunAt) - now <= soonMs ? 'soon' : 'later';
}
