/** What a worker has in hand while it sends to people. */
import type { AdvanceSendsPorts, Stopping } from './advance-ports.js';
import { createClaims, type Claims } from './claim-recipients.js';
import type { Ledger } from './ledger.js';
import type { Lease } from './lease.js';
import { isTerminal } from './lifecycle.js';
import type { ConsentsOf, SendChange } from './ports.js';
import { through } from './send.js';

export interface PeopleWork {
  readonly ports: AdvanceSendsPorts;
  readonly lease: Lease;
  readonly of: ConsentsOf;
  readonly ledger: Ledger;
  /** how many there are in all */
  readonly total: number;
  readonly stopping: Stopping;
}

/** How far it has come, to be written down. */
export function progressOf({ ports, lease, of, ledger, total }: PeopleWork): SendChange & {
  readonly progress: NonNullable<SendChange['progress']>;
} {
  const { progress, progressAt, state, stateAt } = lease.send();
  const finishedAt = isTerminal(state) ? stateAt : progress.finishedAt;
  const tally = ledger.tally();
  const moved = through(tally) !== through(progress);
  return {
    progress: { ...progress, ...tally, total, finishedAt, cursor: ledger.cursor() },
    ...{ counted: ledger.counted(), template: of.template },
    progressAt: moved ? ports.clock.now() : progressAt,
  };
}

/** The walk through the recipients, from the cursor on. */
export const claimsOf = ({ ports, lease, of, ledger }: PeopleWork): Claims =>
  createClaims({
    ...{ recipients: ports.recipients, ledger, of, key: lease.send().key, fence: lease.fence },
    today: () => ports.clock.today(),
  });
