import type { Hold } from '../../../../domain/line-marks/line-mark.js';
import type { JobState } from '../../../../domain/runs/list-jobs.js';
import type { Every } from '../../../../domain/runs/run.js';
import { iso } from '../page.js';

export interface JobView {
  readonly name: string;
  readonly every: Every;
  /** null: it has not run yet */
  readonly lastRunAt: string | null;
  readonly ms: number | null;
  /** null: it has not run yet, or how much there was to do is written down nowhere */
  readonly found: number | null;
  readonly done: number | null;
  readonly failed: number | null;
  /** the last run failed */
  readonly failing: boolean;
  /** a code, a class or `partly`; null: the last run went well */
  readonly failure: string | null;
  readonly lastFailureAt: string | null;
  /** null: not while the line is held */
  readonly nextRunAt: string | null;
  /** when somebody asked for a run that has not begun yet */
  readonly asked: string | null;
  /** something goes out to people by it */
  readonly sends: boolean;
}

const time = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function showJob(job: JobState): JobView {
  const { name, every, last, failures, lastFailureAt, nextRunAt, asked, sends = false } = job;
  return {
    ...{ name, every, sends },
    lastRunAt: time(last?.at ?? null),
    ...{ ms: last?.ms ?? null, found: last?.found ?? null, done: last?.done ?? null },
    failed: last?.failed ?? null,
    ...{ failing: failures > 0, failure: last?.failure ?? null },
    ...{ lastFailureAt: time(lastFailureAt), nextRunAt: time(nextRunAt), asked: time(asked) },
  };
}

export interface HoldView {
  readonly hold: { readonly since: string; readonly why: Hold['why'] } | null;
}

export const showHold = (hold: Hold | null): HoldView => ({
  hold: hold && { since: iso(hold.since), why: hold.why },
});
