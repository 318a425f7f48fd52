/** How a worker leaves a send. */
import type { Clock } from '../ports.js';
import type { LimitReached } from './channels.js';
import type { Lease } from './lease.js';
import { after, statesFor, type SendStep } from './lifecycle.js';
import type { SendChange } from './ports.js';
import { resumeAt } from './resume-at.js';
import type { Send } from './send.js';

/** Takes a step and lets go. Where a person was faster, what they did stays, and `otherwise` is written alone. */
export async function endWith(
  lease: Lease,
  clock: Pick<Clock, 'now'>,
  step: SendStep,
  change: SendChange = {},
  otherwise: SendChange = unnamed(change),
): Promise<void> {
  const from = statesFor(step);
  const [state] = from.flatMap((one) => after(one, step) ?? []);
  if (state === undefined) return;
  const taken = { reason: null, resumeAt: null, ...change, state, stateAt: clock.now() };
  if ((await lease.end(from, taken)) !== null) return;
  await lease.release(otherwise);
}

function unnamed({ reason, resumeAt: moment, ...rest }: SendChange): SendChange {
  return rest;
}

/** Nothing more for now: it goes on by itself, or is over where its window ends before. */
export async function endLimited(
  lease: Lease,
  ports: { readonly clock: Pick<Clock, 'now' | 'dayAt'>; readonly zone: string },
  { reason, until }: Pick<LimitReached, 'reason'> & { readonly until: 'minute' | 'soon' | 'day' },
  change: SendChange = {},
): Promise<void> {
  const at = resumeAt(until, ports);
  if (at < lease.send().until)
    await endWith(lease, ports.clock, 'limit', { ...change, reason, resumeAt: at });
  else await endWith(lease, ports.clock, 'miss', { ...finished(lease, ports.clock, change), reason });
}

/** The same change with the moment of the end in its progress. */
export function finished(lease: Lease, clock: Pick<Clock, 'now'>, change: SendChange): SendChange {
  const progress: Send['progress'] = change.progress ?? lease.send().progress;
  return { ...change, progress: { ...progress, finishedAt: clock.now() } };
}
