import { addDays } from '../../questions/day.js';
import type { Clock } from '../ports.js';
import { isTerminal } from '../sending/lifecycle.js';
import type { Recipients, SendStore } from '../sending/ports.js';
import { sendStates } from '../sending/send.js';
import { unusedDays } from './consent.js';
import type { Consents } from './ports.js';

export interface SweptConsents {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

/** Milliseconds after its end for which a send's deliveries are kept one by one; its sums stay. */
const keptMs = 24 * 3_600_000;

/**
 * Erases consents that are spent or were not used for a year, and what became of each recipient of sends that are over;
 * a send that may go on, or that a person has yet to settle, keeps all of it. @throws DomainError storage.unavailable
 */
export function createSweepConsents(ports: {
  consents: Pick<Consents, 'eraseSpent' | 'eraseUnused'>;
  recipients: Pick<Recipients, 'drop'>;
  sends: Pick<SendStore, 'kept' | 'dropped'>;
  clock: Clock;
}): (limit: number) => Promise<SweptConsents> {
  const { consents, recipients, sends, clock } = ports;
  const over = sendStates.filter(isTerminal);
  return async (limit) => {
    for (const { id, key, way, template } of await sends.kept(over, clock.now() - keptMs, limit)) {
      if (way !== 'mass' && template !== null) await recipients.drop({ way, template }, key);
      await sends.dropped(id);
    }
    const unused = await consents.eraseUnused(addDays(clock.today(), -unusedDays));
    const done = unused + (await consents.eraseSpent());
    return { found: done, done, failed: 0 };
  };
}
