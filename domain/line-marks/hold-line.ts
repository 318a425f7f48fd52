import type { Clock } from '../ports.js';
import { changeMark } from './change-mark.js';
import type { Hold, HoldReason } from './line-mark.js';
import type { LineMarks } from './ports.js';

/** What keeps the line from sending; null: nothing. @throws DomainError storage.unavailable */
export type ReadHold = () => Promise<Hold | null>;

export function createReadHold({ marks }: { marks: Pick<LineMarks, 'read'> }): ReadHold {
  return async () => (await marks.read())?.hold ?? null;
}

/** Holds the line; one that is held stays as it is. @throws DomainError storage.unavailable */
export function createHoldLine({
  marks,
  clock,
}: {
  marks: LineMarks;
  clock: Pick<Clock, 'now'>;
}): (why: HoldReason) => Promise<void> {
  return async (why) => {
    const hold = { since: clock.now(), why };
    await changeMark(marks, (mark) => {
      if (mark === null) return { revision: 1, folders: [], hold };
      return mark.hold === null ? { ...mark, revision: mark.revision + 1, hold } : null;
    });
  };
}
