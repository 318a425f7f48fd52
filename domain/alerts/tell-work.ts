/**
 * "There is work on the desk": looked for on the hour, so that a letter does not tell the minute in which work came. What
 * is kept of it tells the day alone once the hour in which it was told is over.
 */
import type { Clock, Random } from '../ports.js';
import type { WorkMark, WorkMarks } from './ports.js';
import type { TellStaff } from './tell-staff.js';

export interface WorkPorts {
  readonly marks: WorkMarks;
  readonly clock: Clock;
  readonly random: Random;
  readonly tellStaff: TellStaff;
  /** Whether a report or an addition waits to be read. */
  readonly hasWork: () => Promise<boolean>;
  /** The moment on a day of the line from which staff are reminded of what still waits, in milliseconds. */
  readonly morningOf: (day: string) => number;
}

const hourMs = 3_600_000;

/** Whether a letter about work went out within the hour; one that lies far ahead was written under a clock that was wrong. */
const isBusy = ({ sentAt }: WorkMark, now: number): boolean =>
  sentAt > now - hourMs && sentAt <= now + hourMs;

/** A number of 48 bits that tells nothing: one of the hour, or a count, would tell when there was work. */
const drawn = (random: Random): string => String(random(6).reduce((value, byte) => value * 256 + byte, 0));

/**
 * Tells once that work came, and each following morning that there still is some; not again before the desk was empty.
 * Answers whether it was told now. Looks once an hour for all processes together. @throws DomainError storage.unavailable
 */
export function createTellWork(ports: WorkPorts): () => Promise<boolean> {
  const { marks, clock, random, tellStaff, hasWork, morningOf } = ports;

  const tellsNow = ({ toldOn }: WorkMark, today: string): boolean => {
    if (toldOn === null) return true;
    // today, or before the clock went back into the day that was before
    const told = toldOn === today || toldOn === clock.dayAt(clock.now() + 24 * hourMs);
    return !told && clock.now() >= morningOf(today);
  };

  return async () => {
    const hour = Math.floor(clock.now() / hourMs);
    const mark = await marks.read();
    if (mark.hour === hour) return false;
    const [today, work] = [clock.today(), await hasWork()];
    const tells = work && tellsNow(mark, today);
    const toldOn = tells ? today : work ? mark.toldOn : null;
    const sent = isBusy(mark, clock.now()) ? {} : { sentAt: 0, sentId: '' };
    const next = { ...mark, ...sent, revision: mark.revision + 1, hour, toldOn };
    // Whoever writes the mark tells; a letter is lost if this process ends between the two, and the morning brings one.
    if (!(await marks.write(next))) return false;
    return tells && tellStaff({ kind: 'work', fact: drawn(random), params: {} });
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
    if (isBusy(mark, now) && !again) return mark.sentAt + hourMs;
    const written = await marks.write({
      ...{ ...mark, revision: mark.revision + 1, sentAt: now, sentId: letterId },
    });
    return written ? null : now;
  };
}
