import type { Clock } from '../ports.js';
import { statesFor } from './lifecycle.js';
import type { SendStore } from './ports.js';

/** Sends looked at in one go: there are a few at any time. */
const most = 1_000;

/**
 * Pauses every send that has begun, before a line that was held goes on: its database may be older than what went out, or
 * be a copy of one that sends it too, so each of them waits for a person of its own. Answers how many.
 * @throws DomainError storage.unavailable
 */
export function createPauseBegun({
  sends,
  clock,
}: {
  sends: Pick<SendStore, 'open' | 'change'>;
  clock: Pick<Clock, 'now'>;
}): () => Promise<number> {
  const states = statesFor('pause');
  return async () => {
    const begun = (await sends.open(states, most)).filter(
      ({ state, progress }) => states.includes(state) && progress.startedAt !== null,
    );
    const paused = { state: 'paused', reason: 'held', resumeAt: null } as const;
    const changed = await Promise.all(
      begun.map(({ id }) => sends.change(id, { states }, { ...paused, stateAt: clock.now() })),
    );
    return changed.filter((one) => one !== null).length;
  };
}
