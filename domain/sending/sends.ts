import { hex } from '../bytes.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import { after, personStepsOf, type PersonStep, type SendStep } from './lifecycle.js';
import type { Recipients, SendChange, Sends, SendStore } from './ports.js';
import { emptyTally, mostLimits, type Send, type SendLimits, type SendOrder, usualLimits } from './send.js';

export interface SendsPorts {
  readonly sends: SendStore;
  readonly recipients: Pick<Recipients, 'resolve'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** Tries against the worker, who writes the same send. */
const mostTries = 10;

/** @throws DomainError storage.unavailable */
export function createSends(ports: SendsPorts): Sends {
  const { sends, recipients, clock, random } = ports;

  /** Takes a step of a person, whatever the worker does meanwhile. */
  async function step(
    id: string,
    by: PersonStep,
    taken: SendStep,
    change: (send: Send) => SendChange = () => ({}),
  ): Promise<Send> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const send = await known(id);
      const now = clock.now();
      const state = after(send.state, taken);
      if (state === null || !personStepsOf(send, now).includes(by)) throw refused(send);
      const own = change(send);
      const next = { reason: null, resumeAt: null, ...own, state, stateAt: now };
      // what somebody works on has a progress of theirs
      const when = own.progress === undefined ? {} : { beat: send.beat };
      const changed = await sends.change(id, { states: [send.state], ...when }, next);
      if (changed !== null) return changed;
    }
    throw new DomainError('storage.unavailable');
  }

  async function known(id: string): Promise<Send> {
    const send = await sends.byId(id);
    if (send === null) throw new DomainError('send.unknown');
    return send;
  }

  /** What stood in doubt is counted as what it was; of what was not sent the messages go back to whom they belong. */
  async function settlePeople(id: string, found: 'sent' | 'not_sent'): Promise<Send> {
    const settled = await step(id, 'settle', 'confirm', (send) => ({
      reason: found === 'sent' ? 'settled_sent' : 'settled_not_sent',
      progress: { ...send.progress, ...withoutDoubt(send, found) },
    }));
    const { way, template, key } = settled;
    if (way !== 'mass' && template !== null) await recipients.resolve({ way, template }, key, found);
    return settled;
  }

  return {
    async start(order) {
      await sends.insert(newSend(order, hex(random(8)), clock.now()));
    },
    byId: (id) => sends.byId(id),
    of: (occurrence) => sends.of(occurrence),
    pause: (id) => step(id, 'pause', 'pause'),
    resume: (id) => step(id, 'resume', 'resume'),
    cancel: (id) =>
      step(id, 'cancel', 'cancel', ({ progress, leaseUntil }) =>
        leaseUntil > 0 ? {} : { progress: { ...progress, finishedAt: clock.now() } },
      ),
    retry: (id) =>
      step(id, 'retry', 'retry', ({ mass, progress }) => ({
        progress: { ...progress, finishedAt: null },
        ...(mass === null ? {} : { mass: nextAttempt(mass.attempt), jobId: null }),
      })),
    async settle(id, found) {
      const send = await known(id);
      if (send.way !== 'mass') return settlePeople(id, found);
      const reason = found === 'sent' ? 'settled_sent' : 'settled_not_sent';
      return step(id, 'settle', found === 'sent' ? 'confirm' : 'deny', () => ({ reason }));
    },
    async limit(id, limits) {
      checkLimits(limits);
      const changed = await sends.change(id, {}, { limits });
      if (changed === null) throw new DomainError('send.unknown');
      return changed;
    },
  };
}

const refused = ({ state }: Send): DomainError =>
  new DomainError('send.step_refused', { details: { state } });

/** Another name at the platform: the last one is used up. */
const nextAttempt = (attempt: number) => ({
  ...{ attempt: attempt + 1, draftId: null, prepared: false, calledAt: null },
});

function withoutDoubt({ progress }: Send, found: 'sent' | 'not_sent'): SendChange['progress'] {
  const { sent, skipped, doubt } = progress;
  const settled =
    found === 'sent'
      ? { sent: sent + doubt }
      : { skipped: { ...skipped, not_sent: (skipped['not_sent'] ?? 0) + doubt } };
  return { ...progress, ...settled, doubt: 0 };
}

function checkLimits({ concurrency, perSecond }: SendLimits): void {
  const within = (value: number, most: number): boolean =>
    Number.isSafeInteger(value) && value >= 1 && value <= most;
  const bad = {
    ...(within(concurrency, mostLimits.concurrency) ? {} : { concurrency: ['outOfReach'] }),
    ...(perSecond === null || within(perSecond, mostLimits.perSecond) ? {} : { perSecond: ['outOfReach'] }),
  };
  if (Object.keys(bad).length > 0) throw new DomainError('request.invalid', { details: { fields: bad } });
}

function newSend(order: SendOrder, key: string, now: number): Send {
  return {
    ...{ ...order, key, state: 'waiting', stateAt: now, reason: null, resumeAt: null },
    progress: { ...emptyTally, total: null, startedAt: null, finishedAt: null, cursor: null },
    ...{ counted: emptyTally, progressAt: now, limits: usualLimits, template: null },
    ...{ mass: null, jobId: null, fence: 0, beat: 0, leaseUntil: 0 },
  };
}
