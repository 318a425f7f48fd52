/**
 * A mass send: one job at the platform, under a name that it takes once a day. A call whose answer was lost is made again
 * under the same name; a new name is given only after the platform surely refused the last.
 */
import type { AdvanceSendsPorts } from './advance-ports.js';
import type { MassChannel, MassSubmitted } from './channels.js';
import { endLimited, endWith, finished } from './end-send.js';
import type { Lease } from './lease.js';
import type { MassPart } from './send.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A name that was used a moment ago is refused for a minute, and forgotten after a day. */
const quietMs = minuteMs + 1_000;
const nameLastsMs = 23 * hourMs;
/** An administrator has half an hour; what the platform still works on after a day is a matter for a person. */
const adminMs = 35 * minuteMs;
const patienceMs = 24 * hourMs;

const untold: MassPart = { attempt: 1, draftId: null, prepared: false, calledAt: null };

/** Takes the next step with a mass send and lets go of it. @throws what the channel throws */
export async function sendMass(ports: AdvanceSendsPorts, lease: Lease): Promise<void> {
  const { mass: channel, clock } = ports;
  const { state, way } = lease.send();
  if (way !== 'mass') return;
  if (channel === null) return endWith(lease, clock, 'refuse', { reason: 'no_account' });
  if (state === 'sending') return handOver(ports, channel, lease);
  if (state === 'awaiting_admin' || state === 'checking') return look(ports, channel, lease);
  await lease.release({});
}

async function handOver(ports: AdvanceSendsPorts, channel: MassChannel, lease: Lease): Promise<void> {
  const { clock } = ports;
  const send = lease.send();
  const mass = send.mass ?? untold;
  const now = clock.now();
  if (mass.calledAt !== null && (now >= send.until || now - mass.calledAt >= nameLastsMs))
    return endWith(lease, clock, 'doubt', { reason: 'no_answer' });
  if (now >= send.until)
    return endWith(lease, clock, 'miss', { ...finished(lease, clock, {}), reason: 'window' });
  // what was called may have gone out, and has used its place
  if (mass.calledAt === null && !(await ports.hasPlace(send.occurrence)))
    return endWith(lease, clock, 'refuse', { reason: 'over_budget' });
  if (!mass.prepared) return prepare(ports, channel, lease, mass);
  if (mass.calledAt !== null && now - mass.calledAt < quietMs) return lease.release({});
  await submit(ports, channel, lease, mass);
}

async function prepare(
  ports: AdvanceSendsPorts,
  channel: MassChannel,
  lease: Lease,
  mass: MassPart,
): Promise<void> {
  const prepared = await channel.prepare(lease.send());
  if (prepared.is === 'refused') return endWith(lease, ports.clock, 'refuse', { reason: prepared.reason });
  if (prepared.is === 'later') return lease.release({ reason: prepared.reason });
  const ready = { ...mass, prepared: true, draftId: prepared.draftId };
  await lease.write({ mass: ready, reason: null });
  await submit(ports, channel, lease, ready);
}

/** The call is written down before it is made, so that whoever comes after knows that it may have been. */
async function submit(
  ports: AdvanceSendsPorts,
  channel: MassChannel,
  lease: Lease,
  mass: MassPart,
): Promise<void> {
  const again = mass.calledAt !== null;
  const called = { ...mass, calledAt: mass.calledAt ?? ports.clock.now() };
  const { key, draftId } = { key: lease.send().key, draftId: mass.draftId };
  await lease.write({ mass: called });
  const answer = await channel.submit(lease.send(), draftId, `${key}-${String(mass.attempt)}`);
  await answered(ports, lease, { answer, again, mass: called });
}

interface Answered {
  readonly answer: MassSubmitted;
  /** it had been called before, and the answer was lost */
  readonly again: boolean;
  readonly mass: MassPart;
}

async function answered(
  ports: AdvanceSendsPorts,
  lease: Lease,
  { answer, again, mass }: Answered,
): Promise<void> {
  const { clock } = ports;
  const uncalled = again ? {} : { mass: { ...mass, calledAt: null } };
  switch (answer.is) {
    case 'accepted': {
      const step = answer.awaitsAdmin ? 'await_admin' : 'check';
      return endWith(lease, clock, step, { jobId: answer.jobId, progressAt: clock.now() });
    }
    case 'not_sent':
      return lease.release({ ...uncalled, reason: answer.reason });
    case 'lost':
      return lease.release({ reason: answer.reason });
    case 'refused':
      // after a lost answer a refusal may be of the second call alone: the first one may have gone out
      if (again) return endWith(lease, clock, 'doubt', { reason: answer.reason });
      return endWith(lease, clock, 'refuse', { ...uncalled, reason: answer.reason });
    case 'limit':
      if (again) return endWith(lease, clock, 'doubt', { reason: answer.reason });
      return endLimited(lease, ports, answer, uncalled);
  }
}

async function look(ports: AdvanceSendsPorts, channel: MassChannel, lease: Lease): Promise<void> {
  const { clock } = ports;
  const { jobId, state, stateAt } = lease.send();
  const seen = jobId === null ? ({ is: 'unknown' } as const) : await channel.look(jobId);
  const since = clock.now() - stateAt;
  // the platform may tell the counts at this very moment (hear-mass.ts): those stay
  if (seen.is === 'sent') return endWith(lease, clock, 'finish', finished(lease, clock, {}), {});
  if (seen.is === 'failed') return endWith(lease, clock, 'refuse', { reason: seen.reason });
  if (state === 'awaiting_admin' && since >= adminMs) return endWith(lease, clock, 'check');
  if (state === 'checking' && since >= patienceMs)
    return endWith(lease, clock, 'doubt', { reason: 'no_answer' });
  await lease.release({});
}
