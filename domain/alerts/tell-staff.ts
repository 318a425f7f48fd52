import type { Outbox } from '../outbox/ports.js';
import type { Clock } from '../ports.js';
import { letterOf, type Alert } from './alert.js';

/** Puts an alert into the outbox. False: it was told today, or nobody is told anything on this line. */
export type TellStaff = (alert: Alert) => Promise<boolean>;

/** `channel`: the kind of letter that staff get; null: none is set up. @throws DomainError storage.unavailable */
export function createTellStaff(ports: {
  outbox: Pick<Outbox, 'put'>;
  clock: Clock;
  channel: string | null;
}): TellStaff {
  const { outbox, clock, channel } = ports;
  return async (alert) =>
    channel !== null && outbox.put(letterOf(alert, channel, clock.today()), clock.now());
}
