/** How a job stands, as one word of a closed list, and with a shape of its own. */
import type { Job } from '../api/jobs-types.js';
import type { StateShape } from '../articles/list-state-shapes.js';

export const standings = ['well', 'failing', 'never', 'held', 'late'] as const;
export type Standing = (typeof standings)[number];

/** Milliseconds for which a job of every minute may be silent while others run: what sends to many takes its time. */
const lateMs = 15 * 60_000;

/** Whether it rests because the line is held. */
export const isHeld = ({ sends, nextRunAt }: Pick<Job, 'sends' | 'nextRunAt'>): boolean =>
  sends && nextRunAt === null;

/** `lastRun`: when any job ran last, in milliseconds; null: none did. */
export function standingOf(job: Job, lastRun: number | null): Standing {
  if (isHeld(job)) return 'held';
  if (job.lastRunAt === null) return 'never';
  if (job.failing) return 'failing';
  const silent = (lastRun ?? 0) - Date.parse(job.lastRunAt);
  return job.every === 'tick' && silent > lateMs ? 'late' : 'well';
}

/** When any job ran last, in milliseconds since 1970; null: none has. */
export function lastRunOf(jobs: readonly Job[]): number | null {
  const times = jobs.flatMap(({ lastRunAt }) => (lastRunAt === null ? [] : [Date.parse(lastRunAt)]));
  return times.length === 0 ? null : Math.max(...times);
}

/** Milliseconds without a run of any job after which nobody seems to run them: several minutes are missing then. */
const asleepMs = 5 * 60_000;

/** Whether nobody seems to run jobs: for so many minutes, or ever; null: somebody does. */
export function asleepFor(
  jobs: readonly Job[],
  now: number,
): { readonly kind: 'minutes'; readonly count: number } | { readonly kind: 'ever' } | null {
  if (jobs.length === 0) return null;
  const last = lastRunOf(jobs);
  if (last === null) return { kind: 'ever' };
  return now - last > asleepMs ? { kind: 'minutes', count: Math.floor((now - last) / 60_000) } : null;
}

const circle = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';
const diamond = 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z';

/** Circles are as they should be, diamonds are not. */
export const standingShapes: Readonly<Record<Standing, StateShape>> = {
  well: { line: `${circle}M5 8.2l2.2 2.2l4-4.6` },
  never: { line: circle },
  held: { line: `${diamond}M6.5 5.5v5M9.5 5.5v5`, heed: true },
  late: { line: `${diamond}M8 4.8v3.4l2 1.4`, heed: true },
  failing: { line: `${diamond}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`, heed: true },
};
