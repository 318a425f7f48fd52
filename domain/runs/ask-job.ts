import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Runs } from './ports.js';
import type { JobFacts } from './run.js';

/**
 * Somebody wants a job to run now: written into the log of acts, then asked for; the next look of any process that runs
 * jobs begins it. What sends waits while the line is held. @throws DomainError job.unknown, storage.unavailable
 */
export type AskJob = (who: string, name: string) => Promise<void>;

export function createAskJob(ports: {
  jobs: readonly JobFacts[];
  runs: Pick<Runs, 'ask'>;
  clock: Clock;
  record: RecordAct;
  /** Makes this process look at once, if it runs jobs. */
  look: () => void;
}): AskJob {
  const { jobs, runs, clock, record, look } = ports;
  return async (who, name) => {
    if (!jobs.some((job) => job.name === name)) throw new DomainError('job.unknown');
    await record({ who, act: 'job.run', object: `job:${name}` });
    await runs.ask(name, clock.now());
    look();
  };
}
