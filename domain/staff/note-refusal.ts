import type { RecordAct } from '../audit/record-act.js';
import type { Clock } from '../ports.js';
import { refusal } from './acts.js';
import { minute } from './staff.js';

/** Writes down that somebody failed to sign in to an account, at most once a minute for one account. */
export type NoteRefusal = (staffId: string) => Promise<void>;

/** It never throws: an account that is there would be told from one that is not when the log cannot be written. */
export function createNoteRefusal(ports: { record: RecordAct; clock: Clock }): NoteRefusal {
  const { record, clock } = ports;
  const noted = new Map<string, number>();
  return async (staffId) => {
    const now = clock.now();
    if (now - (noted.get(staffId) ?? -minute) < minute) return;
    noted.set(staffId, now);
    await record(refusal(staffId)).catch(() => {
      noted.delete(staffId); // the next try is written instead
    });
  };
}
