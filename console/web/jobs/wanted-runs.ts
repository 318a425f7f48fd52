/** Runs that somebody asked for in this window, until they have ended. */
import type { Job } from '../api/jobs-types.js';

export interface WantedRun {
  /** when it was asked for, by the server's clock, in milliseconds */
  readonly at: number;
  /** when the job had run last, at that time */
  readonly before: string | null;
}

/** By the job's name. */
export type WantedRuns = Readonly<Record<string, WantedRun>>;

/** `asked`: it has not begun · `running`: it has · `ended`: what came of it is the job's last run */
export function progressOf({ before }: WantedRun, { asked, lastRunAt }: Job): 'asked' | 'running' | 'ended' {
  if (asked !== null) return 'asked';
  return lastRunAt === before ? 'running' : 'ended';
}

/** The jobs with one of them asked for, until the server says so itself. */
export const askedFor = (jobs: readonly Job[], name: string, at: number): readonly Job[] =>
  jobs.map((job) => (job.name === name ? { ...job, asked: job.asked ?? new Date(at).toISOString() } : job));

/** Milliseconds for which a run is waited for in a hurry: more than a minute without one means that nobody runs jobs. */
const hurryMs = 90_000;

/** Whether the end of a run is about to be known. */
export const isEndNear = (wanted: WantedRuns, jobs: readonly Job[], now: number): boolean =>
  jobs.some((job) => {
    const run = wanted[job.name];
    return run !== undefined && now - run.at < hurryMs && progressOf(run, job) !== 'ended';
  });

/** Jobs whose wanted run has ended between two answers. */
export const newlyEnded = (
  wanted: WantedRuns,
  before: readonly Job[],
  after: readonly Job[],
): readonly Job[] =>
  after.filter((job) => {
    const run = wanted[job.name];
    if (run === undefined || progressOf(run, job) !== 'ended') return false;
    const earlier = before.find(({ name }) => name === job.name);
    return earlier === undefined || progressOf(run, earlier) !== 'ended';
  });
