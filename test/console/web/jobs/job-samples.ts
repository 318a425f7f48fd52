/** Jobs and letters as the server shows them. */
import type { Job, Letter } from '../../../../console/web/api/jobs-types.js';

/** A job of every minute that went well. */
export const someJob = (changes: Partial<Job> = {}): Job => ({
  ...{ name: 'burn-drafts', every: 'tick', sends: false, asked: null },
  ...{ lastRunAt: '2026-12-01T01:00:00.000Z', ms: 12, found: 0, done: 0, failed: 0 },
  ...{ failing: false, failure: null, lastFailureAt: null, nextRunAt: '2026-12-01T01:01:00.000Z' },
  ...changes,
});

export const neverRun = {
  ...{ lastRunAt: null, ms: null, found: null, done: null, failed: null, lastFailureAt: null },
} as const;

export const someLetter = (changes: Partial<Letter> = {}): Letter => ({
  ...{ id: 'alert.held.restored.2026-12-01', kind: 'staff-mail', code: 'alert.held', state: 'dead' },
  ...{ attempts: 8, nextAt: null, reason: 'smtp-550' },
  ...changes,
});
