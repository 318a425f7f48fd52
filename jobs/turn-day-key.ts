import type { DayKeys } from '../domain/drafts/ports.js';
import type { RunCounts, Tick } from './job.js';

/** Turns the ratchet on to today, so that what burned stays burned also on a quiet night. */
export async function turnDayKey(ports: { dayKeys: DayKeys }, { today }: Tick): Promise<RunCounts> {
  await ports.dayKeys.turn(today);
  return { found: 0, done: 0, failed: 0 };
}
