/** The flow of a send: claims follow each other as fast as messages go out, until all are through or something says stop. */
import { createClaimSize } from './claim-size.js';
import { createDeliverQueue, type DeliverPorts, type Stop } from './deliver-queue.js';
import { createOutcomeLog } from './outcome-log.js';
import { createPace } from './pace.js';
import { claimsOf, type PeopleWork, progressOf } from './people-work.js';
import type { Send } from './send.js';
import { storeAgain } from './store-again.js';

/** Milliseconds after which it is asked again whether the line is held. */
const heldEvery = 10_000;

/** Ends when nothing is under way any more. Null: everybody is through. */
export function pumpPeople(work: PeopleWork, channel: DeliverPorts['channel']): Promise<Stop | null> {
  const { ports, lease } = work;
  const { wait, openid, recipients } = ports;
  const claims = claimsOf(work);
  const { key, limits } = lease.send();
  const pace = createPace(limits, wait);
  const log = createOutcomeLog({ recipients, wait, key, fence: lease.fence });
  const size = createClaimSize(pace.limits);
  const isStopped = createStopCheck(work);

  return new Promise((resolve) => {
    let filling = false;
    let ended = false;
    const queue = createDeliverQueue({ channel, openid, pace, log, changed: step });

    async function fill(): Promise<void> {
      const before = queue.begun();
      const send = await storeAgain(wait, () => lease.write(progressOf(work)));
      const stop = await isStopped(send);
      if (stop !== null) {
        queue.stop(stop);
        return;
      }
      pace.limit(send.limits);
      const next = await storeAgain(wait, () => claims.next(size.next()));
      size.made(queue.begun() - before);
      if (next === null) ended = true;
      else queue.add(next);
    }

    function step(): void {
      if (filling) return;
      const stop = queue.stopped();
      if (stop === null && !ended && size.isLow(queue.size())) {
        filling = true;
        void fill()
          .catch((error: unknown) => {
            queue.stop({ why: 'failed', error });
          })
          .finally(() => {
            filling = false;
            step();
          });
      } else if (queue.idle() && (stop !== null || ended)) resolve(stop);
    }
    step();
  });
}

/** Whether something says stop, asked before each claim. */
function createStopCheck({ ports, stopping }: PeopleWork): (send: Send) => Promise<Stop | null> {
  const { clock, held } = ports;
  let askAt = 0;
  return async (send) => {
    if (send.state !== 'sending' || stopping()) return { why: 'asked' };
    const now = clock.now();
    if (now >= send.until) return { why: 'window' };
    if (Math.abs(now - askAt) < heldEvery) return null;
    askAt = now;
    return (await held()) ? { why: 'asked' } : null;
  };
}
