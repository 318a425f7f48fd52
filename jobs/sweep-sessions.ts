import type { Row, Sessions } from '../domain/drafts/ports.js';
import type { RunCounts, Tick } from './job.js';

interface SweepPorts {
  readonly sessions: Pick<Sessions, 'ending' | 'remove'>;
  /** Only the flow can read a row, so it says what has ended. */
  readonly ended: (row: Row, now: number) => boolean;
}

/**
 * Removes conversations that have ended: empty tombstones after their ten minutes, receipts nobody confirmed after
 * their hour. A row that moves on meanwhile stays.
 */
export async function sweepSessions(ports: SweepPorts, tick: Tick): Promise<RunCounts> {
  const counts = { found: 0, done: 0, failed: 0 };
  for await (const { row, ended } of judged(ports, tick)) {
    if (ended === 'unknown') counts.failed++;
    if (ended !== true) continue;
    counts.found++;
    if (await ports.sessions.remove(row.tag, row.rev)) counts.done++;
  }
  return counts;
}

/** How many have ended. */
export async function endedSessions(ports: SweepPorts, tick: Tick): Promise<number> {
  let count = 0;
  for await (const { ended } of judged(ports, tick)) if (ended === true) count++;
  return count;
}

interface Judged {
  readonly row: Row;
  readonly ended: boolean | 'unknown';
}

/** Every row that may have ended, page by page. */
async function* judged(
  { sessions, ended }: SweepPorts,
  { now, today, limit }: Tick,
): AsyncGenerator<Judged, void> {
  for (let after: string | undefined; ;) {
    const page: readonly Row[] = await sessions.ending(today, limit, after);
    for (const row of page) yield { row, ended: judge(row, now, ended) };
    after = page.at(-1)?.tag;
    if (after === undefined || page.length < limit) return;
  }
}

/** One row that does not open must not keep the others. */
function judge(row: Row, now: number, ended: SweepPorts['ended']): boolean | 'unknown' {
  try {
    return ended(row, now);
  } catch {
    return 'unknown';
  }
}
