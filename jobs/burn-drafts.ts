import type { Sessions } from '../domain/drafts/ports.js';
import type { EvidenceStore } from '../domain/evidence/ports.js';
import type { RunCounts, Tick } from './job.js';

/** Forgets what devices began and did not send, tickets and uploads whose days are over; answers how many. */
export type ForgetUnsent = () => Promise<number>;

/**
 * Removes half-written reports whose last day is over, and the files that belong to them. At every tick, not once a
 * day: an answer that was on its way at midnight can bring a row back after the first burning.
 */
export async function burnDrafts(
  ports: { sessions: Sessions; evidence: EvidenceStore; forgetUnsent?: ForgetUnsent },
  { today }: Tick,
): Promise<RunCounts> {
  const drafts = await ports.sessions.burn(today);
  const files = await ports.evidence.burn(today);
  const unsent = (await ports.forgetUnsent?.()) ?? 0;
  const done = drafts + files + unsent;
  return { found: done, done, failed: 0 };
}
