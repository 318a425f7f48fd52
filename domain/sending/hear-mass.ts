import type { Clock } from '../ports.js';
import type { SendStore } from './ports.js';

/** What the platform tells of a mass send when it is through. */
export interface MassFinished {
  readonly jobId: string;
  readonly sent: boolean;
  /** why not: a word of ours or the platform's number */
  readonly reason: string | null;
  /** people: meant, and reached */
  readonly total: number;
  readonly reached: number;
}

/** Writes down what became of a mass send; one that is not the line's is passed over. @throws DomainError storage.unavailable */
export type HearMass = (finished: MassFinished) => Promise<void>;

/** The counts are told here alone: one that was found done before still gets them. */
export function createHearMass(ports: {
  sends: Pick<SendStore, 'byJob' | 'change'>;
  clock: Pick<Clock, 'now'>;
}): HearMass {
  const { sends, clock } = ports;
  return async ({ jobId, sent, reason, total, reached }) => {
    const send = await sends.byJob(jobId);
    if (send === null) return;
    const now = clock.now();
    if (!sent) {
      const refused = { state: 'refused', stateAt: now, reason: reason ?? 'failed' } as const;
      await sends.change(send.id, { states: ['awaiting_admin', 'checking'] }, refused);
      return;
    }
    const skipped = total > reached ? { not_reached: total - reached } : {};
    const finishedAt = send.progress.finishedAt ?? now;
    const progress = { ...send.progress, total, sent: reached, skipped, finishedAt };
    const stateAt = send.state === 'done' ? send.stateAt : now;
    const done = { state: 'done', stateAt, reason: null, progress, progressAt: now } as const;
    await sends.change(send.id, { states: ['awaiting_admin', 'checking', 'in_doubt', 'done'] }, done);
  };
}
