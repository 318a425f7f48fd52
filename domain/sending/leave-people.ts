/** How a worker leaves a send to people: everything in it is written down, and nothing is under way. */
import { endLimited, endWith, finished } from './end-send.js';
import type { Stop } from './deliver-queue.js';
import { LeaseLostError } from './lease.js';
import { type PeopleWork, progressOf } from './people-work.js';
import { through } from './send.js';

/** @throws what stopped it, when that was a failure of ours */
export async function leavePeople(work: PeopleWork, stop: Stop | null): Promise<void> {
  const { ports, lease, ledger } = work;
  const { clock } = ports;
  if (stop === null) return finish(work);
  switch (stop.why) {
    case 'asked':
      return lease.release(progressOf(work));
    case 'window': {
      const left = await leftOf(work);
      const missed = progressOf({ ...work, total: through(ledger.tally()) + left });
      return endWith(lease, clock, 'miss', { ...finished(lease, clock, missed), reason: 'window' });
    }
    case 'limit':
      return endLimited(lease, ports, stop, progressOf(work));
    case 'refused':
      return endWith(lease, clock, 'refuse', { ...progressOf(work), reason: stop.reason });
    case 'failed':
      if (stop.error instanceof LeaseLostError) return;
      await lease.release(progressOf(work));
      throw stop.error;
  }
}

const leftOf = ({ ports, lease, of, ledger }: PeopleWork): Promise<number> =>
  ports.recipients.left(of, lease.send().key, ledger.cursor());

/** The cursor is at the end. It is done when no claim is open, and nobody has to look. */
async function finish(work: PeopleWork): Promise<void> {
  const { ports, lease, of, ledger } = work;
  const { recipients, clock } = ports;
  const { key } = lease.send();
  const left = await recipients.claimed(of, key);
  if (left.length > 0) {
    await recipients.doubt(key, left, lease.fence);
    // a claim of our own whose answer was lost, and that came after we had looked
    await recipients.settle(
      key,
      lease.fence,
      left.map((id) => ({ id, is: 'doubt', reason: 'left' })),
    );
    ledger.begin(
      ledger.cursor() ?? '',
      0,
      left.map(() => ({ is: 'doubt' })),
    );
  }
  const { doubt } = ledger.tally();
  const over = finished(lease, clock, progressOf({ ...work, total: through(ledger.tally()) }));
  if (doubt > 0) await endWith(lease, clock, 'doubt', { ...over, reason: 'no_answer' });
  else await endWith(lease, clock, 'finish', over);
}
