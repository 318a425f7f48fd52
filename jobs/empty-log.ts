import type { Job, Tick } from './job.js';

/**
 * Empties the database's log at this process's first tick of a day, after what was due that midnight has been deleted.
 * Each process sees to the log that it owns, so the record of runs, which is shared, does not decide.
 */
export function createEmptyLog(ports: { emptyLog: () => Promise<void> }): Job['run'] {
  let emptied = '';
  return async ({ today }: Tick) => {
    if (emptied !== today) await ports.emptyLog();
    emptied = today;
    return { found: 0, done: 0, failed: 0 };
  };
}
