import type { Clock } from '../ports.js';
import type { Hold } from '../line-marks/line-mark.js';
import type { Runs } from './ports.js';
import { slotOf, type JobFacts, type JobRecord, type JobRun } from './run.js';

/** A job as somebody looks at it. */
export interface JobState extends JobFacts {
  readonly last: JobRun | null;
  readonly failures: number;
  readonly lastFailureAt: number | null;
  /** when it is due next, in milliseconds since 1970; null: not while the line is held */
  readonly nextRunAt: number | null;
  /** when somebody asked for a run that has not begun yet; null: nobody */
  readonly asked: number | null;
}

export interface ListJobsPorts {
  /** the jobs of this line, in the order in which they run */
  readonly jobs: readonly JobFacts[];
  readonly runs: Runs;
  readonly clock: Clock;
  readonly hold: () => Promise<Hold | null>;
  /** the moment at which a day of the line begins, in milliseconds */
  readonly dayStart: (day: string) => number;
}

const minute = 60_000;
const hour = 60 * minute;

/** All jobs with what is written down of them. @throws DomainError storage.unavailable */
export function createListJobs(ports: ListJobsPorts): () => Promise<readonly JobState[]> {
  const { jobs, runs, clock, hold, dayStart } = ports;

  /** Cron looks once a minute, on the minute. */
  const nextLook = (now: number): number => (Math.floor(now / minute) + 1) * minute;

  function nextRun({ every }: JobFacts, record: JobRecord | undefined, now: number): number {
    if (every === 'tick' || record === undefined || record.asked !== null) return nextLook(now);
    const { slot, latest } = slotOf(every, now, (ms) => clock.dayAt(ms));
    const done = record.slot >= slot && record.slot <= latest;
    if (!done) return nextLook(now);
    if (every === 'hour') return (Math.floor(now / hour) + 1) * hour;
    // a slot of tomorrow that is done was done under a clock that was ahead
    return dayStart(nextDay(clock, dayStart, record.slot));
  }

  return async () => {
    const now = clock.now();
    const held = (await hold()) !== null;
    const records = new Map((await runs.all()).map((record) => [record.job, record]));
    return jobs.map(({ name, every, sends }) => {
      const record = records.get(name);
      const facts = { name, every, ...(sends === true ? { sends } : {}) };
      return {
        ...facts,
        last: record?.last ?? null,
        failures: record?.failures ?? 0,
        lastFailureAt: record?.lastFailureAt ?? null,
        nextRunAt: held && sends === true ? null : nextRun(facts, record, now),
        asked: record?.asked ?? null,
      };
    });
  };
}

/** Days of the line are 23 to 25 hours long. */
const nextDay = (clock: Clock, dayStart: (day: string) => number, day: string): string =>
  clock.dayAt(dayStart(day) + 36 * hour);
