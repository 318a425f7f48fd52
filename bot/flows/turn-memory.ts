/** What this process remembers of a person between two turns, and nothing stores: threads, openings, what is read. */
import type { Thread } from '../../domain/reports/open-thread.js';
import type { Env, Handle, Step } from '../dialogue/types.js';
import type { FollowUps } from './follow-ups.js';
import type { Openings } from './openings.js';
import type { Readings } from './readings.js';

export interface TurnMemory {
  /** For a turn's surroundings. */
  of(handle: Handle): Pick<Env, 'follow' | 'opening' | 'reading'>;
  /** After a turn; `thread`: the one that is open now. */
  keep(handle: Handle, step: Step, thread: Thread | null): void;
  forget(handle: Handle): void;
}

export function createTurnMemory(ports: {
  readonly followUps: FollowUps;
  readonly openings: Openings;
  readonly readings: Readings;
}): TurnMemory {
  const { followUps, openings, readings } = ports;
  return {
    of: (handle) => ({
      follow: followUps.get(handle)?.follow ?? null,
      opening: openings.get(handle),
      reading: readings.get(handle),
    }),
    keep(handle, { follow, opening, reading }, thread) {
      openings.set(handle, opening);
      // What is read no more is not kept longer by what else is said.
      if (readings.get(handle) !== reading) readings.set(handle, reading);
      followUps.set(handle, thread === null || follow === null ? null : { thread, follow });
    },
    forget(handle) {
      followUps.set(handle, null);
      openings.set(handle, null);
      readings.set(handle, null);
    },
  };
}
