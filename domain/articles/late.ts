import type { Article } from './article.js';
import { holdMs, type ArticleState } from './lifecycle.js';

/**
 * Why an article stands where it should not stand any more. A store that fails is no reason of its own: who asks, asks the
 * same store, and is told `storage.unavailable` in place of an article; once it answers again, it is not the reason.
 */
export type LateReason =
  /** the line is held after a restore, or beside another copy: nothing that was planned goes out before a person says so */
  | 'held'
  /** nobody runs the jobs: no process with the role, or it hangs, or it alone does not reach the store */
  | 'no_jobs'
  /** the platform does not answer, or the page is not shown */
  | 'platform';

/** Milliseconds after its time within which a step is on time: a tick, and one that came a little late. */
const graceMs = 3 * 60_000;

/** Whether an article is late, and why, at a moment, on a line that is held or not; null: it is not. */
export function lateness(
  { state, plan, stateAt }: Pick<Article, 'state' | 'plan' | 'stateAt'>,
  now: number,
  held: boolean,
): LateReason | null {
  if (plan === null) return null;
  const since = (moment: number): boolean => now > moment + graceMs;
  const reasons: Readonly<Partial<Record<ArticleState, () => LateReason | null>>> = {
    scheduled: () => (since(plan.at) ? 'no_jobs' : null),
    about_to_go: () => {
      // held late, it goes late: the ten minutes in which it can be stopped are never cut short
      if (!since(Math.max(plan.at, stateAt + holdMs))) return null;
      return plan.platform.way === 'none' ? 'no_jobs' : 'platform';
    },
    submitted: () => (since(stateAt) ? 'platform' : null),
  };
  const reason = reasons[state]?.() ?? null;
  return reason !== null && held ? 'held' : reason;
}
