/**
 * The line's own steps with what is planned: what is due goes, once, whatever restarts. Each step is one conditional
 * write, so of several processes one takes it. Sends are started after the write, under names that there are once: a
 * process that dies in between leaves an occurrence that is going without its sends, and the next look starts them.
 */
import { holdMs } from '../articles/lifecycle.js';
import type { Clock } from '../ports.js';
import type { Sends } from '../sending/ports.js';
import type { OccurrenceState } from './lifecycle.js';
import { moved } from './move.js';
import { waysOn } from './notice.js';
import type { Occurrence } from './occurrence.js';
import { ordersOf, type OrderPorts } from './order-sends.js';
import { outcomeOf, stepBy } from './outcome.js';
import type { Occurrences } from './ports.js';

export interface AdvanceNoticesPorts extends OrderPorts {
  readonly occurrences: Occurrences;
  readonly sends: Pick<Sends, 'start' | 'of'>;
  readonly clock: Pick<Clock, 'now'>;
}

export interface AdvancedNotices {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/** States in which the line itself has something to do. */
export const noticesUnderWay: readonly OccurrenceState[] = ['scheduled', 'about_to_go', 'going', 'paused'];

/** Milliseconds after its time within which something is on time: a tick, and one that came a little late. */
const graceMs = 3 * 60_000;

/** Takes every step that is due, of at most `limit` occurrences. What fails is tried again by the next call. */
export function createAdvanceNotices(
  ports: AdvanceNoticesPorts,
): (limit: number) => Promise<AdvancedNotices> {
  const { occurrences, clock } = ports;
  return async (limit) => {
    const counts = { found: 0, done: 0, failed: 0 };
    for (const occurrence of await occurrences.due(noticesUnderWay, clock.now() + holdMs, limit)) {
      try {
        const taken = await advance(ports, occurrence);
        if (taken === 'nothing') continue;
        counts.found += 1;
        if (taken === 'done') counts.done += 1;
      } catch {
        // one must not keep the others; it is due again at the next tick
        counts.failed += 1;
      }
    }
    return counts;
  };
}

/** `lost`: another process was faster */
type Taken = 'nothing' | 'done' | 'lost';

async function advance(ports: AdvanceNoticesPorts, occurrence: Occurrence): Promise<Taken> {
  const now = ports.clock.now();
  switch (occurrence.state) {
    case 'scheduled':
    case 'about_to_go':
      return beforeGoing(ports, occurrence, now);
    case 'going':
    case 'paused':
      return whileGoing(ports, occurrence, occurrence.state, now);
    default:
      return 'nothing';
  }
}

async function beforeGoing(ports: AdvanceNoticesPorts, occurrence: Occurrence, now: number): Promise<Taken> {
  const { state, stateAt, at, windowEndsAt } = occurrence;
  const note = { at: now, by: null };
  if (now >= windowEndsAt) return write(ports, moved(occurrence, 'miss', { ...note, detail: 'window' }));
  if (state === 'scheduled') return write(ports, moved(occurrence, 'hold', { ...note, detail: null }));
  if (now < Math.max(at, stateAt + holdMs)) return 'nothing';
  const detail = now > at + graceMs ? 'late' : null;
  const going = moved(occurrence, 'go', { ...note, detail }, { startedAt: now });
  const taken = await write(ports, going);
  if (taken === 'done') await start(ports, going, []);
  return taken;
}

async function whileGoing(
  ports: AdvanceNoticesPorts,
  occurrence: Occurrence,
  state: 'going' | 'paused',
  now: number,
): Promise<Taken> {
  const sends = await ports.sends.of(occurrence.id);
  const begun = sends.map(({ way }) => way);
  const missing = waysOn(occurrence.ways).some((way) => !begun.includes(way));
  if (missing && now < occurrence.windowEndsAt) {
    await start(ports, occurrence, begun);
    return 'done';
  }
  const outcome = outcomeOf(occurrence, sends);
  const step = stepBy(state, outcome);
  if (step === null) return 'nothing';
  const done = step === 'pause' || step === 'resume' ? {} : { outcome };
  return write(ports, moved(occurrence, step, { at: now, by: null, detail: null }, done));
}

async function start(
  ports: AdvanceNoticesPorts,
  occurrence: Occurrence,
  begun: readonly string[],
): Promise<void> {
  for (const order of await ordersOf(ports, occurrence))
    if (!begun.includes(order.way)) await ports.sends.start(order);
}

const write = async ({ occurrences }: AdvanceNoticesPorts, next: Occurrence): Promise<Taken> =>
  (await occurrences.replace(next)) ? 'done' : 'lost';
