/** Mass sends that somebody made in the platform's own back office, entered so that the month's budget is right. */
import type { RecordAct } from '../audit/record-act.js';
import { hex } from '../bytes.js';
import { isDay } from '../days.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { HandSend, HandSends } from './ports.js';

/** @throws DomainError request.invalid for a day that is none, lies ahead or more than a year back, storage.unavailable */
export type EnterHandSend = (
  who: string,
  sent: { readonly on: string; readonly note: string },
) => Promise<HandSend>;

export function createEnterHandSend(ports: {
  handSends: Pick<HandSends, 'add'>;
  clock: Clock;
  random: Random;
  record: RecordAct;
}): EnterHandSend {
  const { handSends, clock, random, record } = ports;
  return async (who, { on, note }) => {
    const today = clock.today();
    const yearAgo = `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
    if (!isDay(on) || on > today || on < yearAgo)
      throw new DomainError('request.invalid', { details: { fields: { on: ['outOfReach'] } } });
    const sent: HandSend = { id: hex(random(16)), on, note, by: who, at: clock.now() };
    await record({ who, act: 'notice.hand_send', object: `hand-send:${sent.id}` });
    await handSends.add(sent);
    return sent;
  };
}
