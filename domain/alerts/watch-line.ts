import type { Hold } from '../line-marks/line-mark.js';
import type { JobRecord } from '../runs/run.js';
import type { Alert } from './alert.js';
import type { TellStaff } from './tell-staff.js';

export interface WatchPorts {
  readonly hold: () => Promise<Hold | null>;
  readonly runs: () => Promise<readonly JobRecord[]>;
  /** the names that the jobs of this version have */
  readonly jobs: readonly string[];
  readonly tellWork: () => Promise<boolean>;
  readonly tellStaff: TellStaff;
  /** More that staff should know of: the calendar, sends in doubt. What stands is answered each time. */
  readonly facts?: readonly (() => Promise<readonly Alert[]>)[];
}

export interface Watched {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/** Runs that failed in a row before staff are told. */
export const failuresTold = 3;

/**
 * Looks at what staff should know and puts it into the outbox, each fact once a day. On a held line only that it is held:
 * a copy of a line must not speak for the line. What fails is looked at again by the next run.
 */
export function createWatchLine(ports: WatchPorts): () => Promise<Watched> {
  const { hold, runs, jobs, tellWork, tellStaff, facts = [] } = ports;

  async function failing(): Promise<readonly Alert[]> {
    const known = (await runs()).filter(({ job }) => jobs.includes(job));
    return known
      .filter(({ failures }) => failures >= failuresTold)
      .map(({ job }) => ({ kind: 'job_failing', fact: job, params: { job } }));
  }

  return async () => {
    const counts = { found: 0, done: 0, failed: 0 };
    const tell = async (alerts: readonly Alert[]): Promise<void> => {
      counts.found += alerts.length;
      for (const alert of alerts) if (await tellStaff(alert)) counts.done += 1;
    };
    const held = await hold();
    if (held !== null) {
      await tell([{ kind: 'held', fact: held.why, params: { why: held.why } }]);
      return counts;
    }
    for (const look of [failing, ...facts]) {
      try {
        await tell(await look());
      } catch {
        counts.failed += 1; // one that cannot be looked at must not keep the others
      }
    }
    if (await tellWork()) {
      counts.found += 1;
      counts.done += 1;
    }
    return counts;
  };
}
