/** A clockwork with one job, which writes down when it ran. */
import { DomainError } from '../../domain/errors.js';
import type { Hold } from '../../domain/line-marks/line-mark.js';
import type { Runs } from '../../domain/runs/ports.js';
import { createClockwork } from '../../jobs/clockwork.js';
import type { Job, RunCounts, Tick } from '../../jobs/job.js';
import type { RunReport } from '../../jobs/run-job.js';
import { handClock } from '../support/fakes/clock.js';
import { memoryRuns } from '../support/fakes/runs.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const one: RunCounts = { found: 1, done: 1, failed: 0 };
export const nothing: RunCounts = { found: 0, done: 0, failed: 0 };
export const unavailable = new DomainError('storage.unavailable');

export interface Shared {
  readonly runs: Runs;
  readonly days: string[];
}
export const sharing = (runs: Runs = memoryRuns()): Shared => ({ runs, days: [] });

export interface Parts {
  readonly marks?: Partial<Pick<Job, 'sends' | 'long' | 'discreet'>>;
  readonly hold?: () => Promise<Hold | null>;
}

/** A clockwork with one job; `days` are those it ran for, `reports` what was told. */
export function clockwork(
  every: Job['every'],
  work: (tick: Tick) => Promise<RunCounts> = async () => one,
  shared: Shared = sharing(),
  clock = handClock('2026-11-22T10:00:00+08:00'),
  { marks = {}, hold = async () => null }: Parts = {},
) {
  const reports: RunReport[] = [];
  const run = (tick: Tick) => {
    shared.days.push(every === 'hour' ? new Date(tick.now).toISOString().slice(0, 16) : tick.today);
    return work(tick);
  };
  const works = createClockwork({
    ...{ jobs: [{ name: 'job', every, run, ...marks }], runs: shared.runs, clock, hold },
    tell: (report) => reports.push(report),
  });
  return { ...works, ...shared, reports, clock };
}

/** What the record says of the job. */
export const recorded = async (runs: Runs) => (await runs.all()).find(({ job }) => job === 'job');
