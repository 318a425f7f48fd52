/**
 * The line's own work on sends: what is due is held, worked on, and let go. Of several processes one works on a send, and
 * one that dies leaves it to the next, which goes on after the last who is through.
 */
import type { AdvanceSendsPorts, Stopping } from './advance-ports.js';
import { LeaseLostError, takeLease, type Lease } from './lease.js';
import { after, statesFor, underWay } from './lifecycle.js';
import type { Send } from './send.js';
import { sendMass } from './send-mass.js';
import { sendToPeople } from './send-to-people.js';

export interface AdvancedSends {
  readonly found: number;
  readonly done: number;
  readonly failed: number;
}

const usualLeaseMs = 30_000;

/** Works on all that is due until each is over, or has to stop. Nothing is done while the line is held. */
export function createAdvanceSends(
  ports: AdvanceSendsPorts,
): (limit: number, stopping?: Stopping) => Promise<AdvancedSends> {
  const { sends, clock, held } = ports;
  /** by id: two calls of one process do not work on the same */
  const working = new Set<string>();

  async function worked(send: Send, stopping: Stopping): Promise<'done' | 'passed'> {
    if (working.has(send.id)) return 'passed';
    working.add(send.id);
    try {
      return await work(ports, send, stopping);
    } finally {
      working.delete(send.id);
    }
  }

  return async (limit, stopping = () => false) => {
    const counts = { found: 0, done: 0, failed: 0 };
    if (await held()) return counts;
    const found = await sends.open(underWay, limit);
    const due = found.filter((send) => isDue(send, clock.now()));
    const looks = due.map(async (send) => {
      try {
        if ((await worked(send, stopping)) === 'passed') return;
        counts.found += 1;
        counts.done += 1;
      } catch (error) {
        // one must not keep the others; it is due again at the next look
        counts.found += 1;
        counts.failed += 1;
        ports.failed?.(error);
      }
    });
    await Promise.all(looks);
    return counts;
  };
}

function isDue({ state, resumeAt, leaseUntil, until }: Send, now: number): boolean {
  if (leaseUntil > 0) return true;
  if (state === 'paused') return now >= until;
  return state !== 'limited' || now >= Math.min(resumeAt ?? 0, until);
}

async function work(ports: AdvanceSendsPorts, found: Send, stopping: Stopping): Promise<'done' | 'passed'> {
  const { sends, clock, wait, leaseMs = usualLeaseMs } = ports;
  const lease = await takeLease({ sends, clock, wait, leaseMs, stopping }, found);
  if (lease === null) return 'passed';
  lease.beat();
  try {
    if (await missed(ports, lease)) return 'done';
    await taken(lease, clock.now());
    if (found.way === 'mass') await sendMass(ports, lease);
    else await sendToPeople(ports, lease, stopping);
  } catch (error) {
    if (!(error instanceof LeaseLostError)) throw error;
  } finally {
    lease.stop();
  }
  return 'done';
}

/** What a person paused, and what waited for the next day, runs out too. */
async function missed({ clock }: AdvanceSendsPorts, lease: Lease): Promise<boolean> {
  const { state, until, progress } = lease.send();
  if ((state !== 'paused' && state !== 'limited') || clock.now() < until) return false;
  const over = { progress: { ...progress, finishedAt: clock.now() }, leaseUntil: 0 };
  const change = {
    ...over,
    state: 'missed',
    stateAt: clock.now(),
    reason: 'window',
    resumeAt: null,
  } as const;
  return (await lease.end(['paused', 'limited'], change)) !== null;
}

/** From waiting to sending, unless a person stopped it meanwhile. */
async function taken(lease: Lease, now: number): Promise<void> {
  const { state, stateAt, progress } = lease.send();
  if (after(state, 'take') === null) return;
  const since = state === 'sending' ? stateAt : now;
  await lease.move(statesFor('take'), {
    ...{ state: 'sending', stateAt: since, resumeAt: null, progressAt: now },
    ...(state === 'sending' ? {} : { reason: null }),
    progress: { ...progress, startedAt: progress.startedAt ?? now },
  });
}
