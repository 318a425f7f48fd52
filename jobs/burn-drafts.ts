import type { Sessions } from '../domain/drafts/ports.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import type { RunCounts, Tick } from './job.js';

/**
 * Removes half-written reports whose last day is over, and the files that belong to them. At every tick, not once a
 * day: an answer that was on its way at midnight can bring a row back after the first burning.
 */
export async function burnDrafts(
  ports: { sessions: Sessions; evidence: EvidenceStore },
  { today }: Tick,
): Promise<RunCounts> {
  const drafts = await ports.sessions.burn(today);
  const files = await ports.evidence.burn(today);
  return { found: drafts + files, done: drafts + files, failed: 0 };
}
