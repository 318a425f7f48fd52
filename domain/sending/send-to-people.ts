/** Sends to everybody who allowed a message: claimed a few at a time, sent, written down, counted. */
import type { AdvanceSendsPorts, Stopping } from './advance-ports.js';
import { endWith } from './end-send.js';
import { createLedger } from './ledger.js';
import { leavePeople } from './leave-people.js';
import type { Lease } from './lease.js';
import { claimsOf } from './people-work.js';
import { pumpPeople } from './pump-people.js';
import type { ConsentsOf } from './ports.js';

/** Works on a send until it is over or has to stop. @throws what stopped it, when that was a failure of ours */
export async function sendToPeople(
  ports: AdvanceSendsPorts,
  lease: Lease,
  stopping: Stopping,
): Promise<void> {
  const { clock, recipients } = ports;
  const send = lease.send();
  const channel = ports.channelOf(send);
  if ('refused' in channel) return endWith(lease, clock, 'refuse', { reason: channel.refused });
  const { template } = channel;
  // the consents of another form are other documents: somebody could get it twice
  if (send.template !== null && send.template !== template)
    return endWith(lease, clock, 'refuse', { reason: 'form_changed' });
  const of: ConsentsOf = { way: send.way === 'mini' ? 'mini' : 'account', template };
  const ledger = createLedger({ cursor: send.progress.cursor, counted: send.counted });
  const total = send.progress.total ?? (await recipients.count(of));
  const work = { ports, lease, of, ledger, total, stopping };
  if (send.state === 'sending') return leavePeople(work, await pumpPeople(work, channel));
  // somebody stopped it while whoever worked on it died: what they left is counted, and nothing sent
  await claimsOf(work).count();
  await leavePeople(work, { why: 'asked' });
}
