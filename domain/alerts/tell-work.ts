/** "There is work on the desk": looked for on the hour, so that a letter does not tell the minute in which work came. */
import type { Clock } from '../ports.js';
import type { WorkMark, WorkMarks } from './ports.js';
import type { TellStaff } from './tell-staff.js';

export interface WorkPorts {
  readonly marks: WorkMarks;
  readonly clock: Clock;
  readonly tellStaff: TellStaff;
  /** Whether a report or an addition waits to be read. */
  readonly hasWork: () => Promise<boolean>;
  /** The moment on a day of the line from which staff are reminded of what still waits, in milliseconds. */
  readonly morningOf: (day: string) => number;
}

const hourMs = 3_600_000;

/**
 * Tells once that work came, and each following morning that there still is some; not again before the desk was empty.
 * Answers whether it was told now. Looks once an hour for all processes together. @throws DomainError storage.unavailable
 */
export function createTellWork(ports: WorkPorts): () => Promise<boolean> {
  const { marks, clock, tellStaff, hasWork, morningOf } = ports;

  const tellsNow = ({ toldOn }: WorkMark, today: string): boolean =>
    toldOn === null || (toldOn !== today && clock.now() >= morningOf(today));

  return async () => {
    const hour = Math.floor(clock.now() / hourMs);
    const mark = await marks.read();
    if (mark.hour === hour) return false;
    const [today, work] = [clock.today(), await hasWork()];
    const tells = work && tellsNow(mark, today);
    const toldOn = tells ? today : work ? mark.toldOn : null;
    // Whoever writes the mark tells; a letter is lost if this process ends between the two, and the morning brings one.
    if (!(await marks.write({ ...mark, revision: mark.revision + 1, hour, toldOn }))) return false;
    return tells && tellStaff({ kind: 'work', fact: String(hour), params: {} });
  };
}

/**
 * Whether a letter about work may go out now: at most one an hour, also where several waited for the mail to work again.
 * Answers null, or the moment from which it may.
 */
export function createWorkPace(ports: {
  marks: WorkMarks;
  clock: Clock;
}): (letterId: string) => Promise<number | null> {
  const { marks, clock } = ports;
  return async (letterId) => {
    const now = clock.now();
    const mark = await marks.read();
    const again = mark.sentId === letterId;
    // one that lies far ahead was written under a clock that was wrong
    const busy = mark.sentAt > now - hourMs && mark.sentAt <= now + hourMs;
    if (busy && !again) return mark.sentAt + hourMs;
    const written = await marks.write({
      ...{ ...mark, revision: mark.revision + 1, sentAt: now, sentId: letterId },
    });
    return written ? null : now;
  };
}
