/** What became of an occurrence, by the states of its sends. */
import type { OccurrenceStep } from './lifecycle.js';
import { underWay } from '../sending/lifecycle.js';
import { through, ways, type Send, type SendState } from '../sending/send.js';
import { waysOn } from './notice.js';
import type { Occurrence, WayOutcome } from './occurrence.js';

/** What of a send is looked at here. */
export type SendSeen = Pick<Send, 'way' | 'state' | 'reason' | 'progress'>;

/** What is written down of each way; a way without a send never began. */
export function outcomeOf(
  occurrence: Pick<Occurrence, 'ways'>,
  sends: readonly SendSeen[],
): readonly WayOutcome[] {
  const wanted = new Set([...waysOn(occurrence.ways), ...sends.map(({ way }) => way)]);
  return ways
    .filter((way) => wanted.has(way))
    .map((way): WayOutcome => {
      const send = sends.find((one) => one.way === way);
      if (send === undefined)
        return { way, state: 'missed', sent: 0, skipped: 0, doubt: 0, reason: 'window' };
      const { sent, doubt } = send.progress;
      const skipped = through(send.progress) - sent - doubt;
      return { way, state: send.state, sent, skipped, doubt, reason: send.reason };
    });
}

/**
 * The step that the sends' states ask for; null: they are under way as they were. Where all are over, a doubt outweighs
 * everything, for a person has to look.
 */
export function stepBy(
  state: 'going' | 'paused',
  outcome: readonly Pick<WayOutcome, 'state' | 'sent'>[],
): OccurrenceStep | null {
  const running = outcome.filter((way) => underWay.includes(way.state));
  if (running.length > 0) {
    const paused = running.every((way) => way.state === 'paused');
    if (paused === (state === 'paused')) return null;
    return paused ? 'pause' : 'resume';
  }
  const some = (wanted: SendState): boolean => outcome.some((way) => way.state === wanted);
  if (some('in_doubt')) return 'doubt';
  if (outcome.length > 0 && outcome.every((way) => way.state === 'done')) return 'finish';
  if (some('done') || outcome.some(({ sent }) => sent > 0)) return 'fall_short';
  if (some('refused')) return 'refuse';
  return some('missed') || outcome.length === 0 ? 'miss' : 'cancel';
}
