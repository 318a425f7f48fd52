import type { FirstTurns } from '../../../domain/drafts/ports.js';

/**
 * Knows what lies under a person's older tags, and nothing of what was stored under today's: each is tried once, as
 * if another process might have been there before. Null: nothing is known, and every turn reads.
 */
export function memoryFirstTurns(rows: ReadonlyMap<string, unknown> | null): FirstTurns {
  const tried = new Set<string>();
  return {
    likely([today, ...older]) {
      if (rows === null || today === undefined || tried.has(today) || older.some((tag) => rows.has(tag)))
        return false;
      tried.add(today);
      return true;
    },
  };
}
