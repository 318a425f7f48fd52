import type { Row, Sessions } from '../domain/drafts/ports.js';
import type { RunCounts, Tick } from './job.js';

/**
 * Removes conversations that have ended: empty tombstones after their ten minutes, receipts nobody confirmed after
 * their hour. Only the flow can read a row, so it says what has `ended`. A row that moves on meanwhile stays.
 */
export async function sweepSessions(
  ports: { sessions: Sessions; ended: (row: Row, now: number) => boolean },
  { now, today, limit }: Tick,
): Promise<RunCounts> {
  const counts = { found: 0, done: 0, failed: 0 };
  for (let after: string | undefined; ;) {
    const page: readonly Row[] = await ports.sessions.ending(today, limit, after);
    for (const row of page) {
      const ended = judge(row, now, ports.ended);
      if (ended === 'unknown') counts.failed++;
      if (ended !== true) continue;
      counts.found++;
      if (await ports.sessions.remove(row.tag, row.rev)) counts.done++;
    }
    after = page.at(-1)?.tag;
    if (after === undefined || page.length < limit) return counts;
  }
}

/** One row that does not open must not keep the others. */
function judge(row: Row, now: number, ended: (row: Row, now: number) => boolean): boolean | 'unknown' {
  try {
    return ended(row, now);
  } catch {
    return 'unknown';
  }
}
