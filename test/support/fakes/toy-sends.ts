/** Sends whose states a test sets; `started` is every order that came, `told` what was done to which. */
import { DomainError } from '../../../domain/errors.js';
import { after, type SendStep } from '../../../domain/sending/lifecycle.js';
import type { Sends } from '../../../domain/sending/ports.js';
import { emptyTally, type Send, type SendOrder, usualLimits } from '../../../domain/sending/send.js';

/** A send that was just started. */
export const startedSend = (order: SendOrder, changes: Partial<Send> = {}): Send => ({
  ...order,
  ...{ key: '0123456789abcdef', state: 'waiting', stateAt: 0, reason: null, resumeAt: null },
  progress: { ...emptyTally, total: null, startedAt: null, finishedAt: null, cursor: null },
  ...{ counted: emptyTally, progressAt: 0, limits: usualLimits, template: null, mass: null, jobId: null },
  ...{ fence: 0, beat: 0, leaseUntil: 0 },
  ...changes,
});

export function toySends() {
  const stored = new Map<string, Send>();
  const started: SendOrder[] = [];
  const told: string[] = [];
  const changed = (id: string, change: Partial<Send>): Send => {
    const send = stored.get(id);
    if (send === undefined) throw new DomainError('send.unknown');
    const next = { ...send, ...change };
    stored.set(id, next);
    return next;
  };
  const step = async (id: string, name: string, wanted: SendStep): Promise<Send> => {
    const { state } = changed(id, {});
    const next = after(state, wanted);
    if (next === null) throw new DomainError('send.step_refused', { details: { state } });
    told.push(`${name} ${id}`);
    return changed(id, { state: next });
  };
  const sends: Sends = {
    async start(order) {
      started.push(order);
      if (!stored.has(order.id)) stored.set(order.id, startedSend(order));
    },
    byId: async (id) => stored.get(id) ?? null,
    of: async (occurrence) =>
      [...stored.values()]
        .filter((send) => send.occurrence === occurrence)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    pause: (id) => step(id, 'pause', 'pause'),
    resume: (id) => step(id, 'resume', 'resume'),
    cancel: (id) => step(id, 'cancel', 'cancel'),
    retry: (id) => step(id, 'retry', 'retry'),
    settle: (id, found) => step(id, `settle ${found}`, found === 'sent' ? 'confirm' : 'deny'),
    async limit(id, limits) {
      told.push(`limit ${id}`);
      return changed(id, { limits });
    },
  };
  return {
    ...{ sends, stored, started, told },
    /** Sets the state of a send, and how many it sent. */
    set: (id: string, state: Send['state'], sent = 0, reason: string | null = null): void => {
      const { progress } = changed(id, {});
      changed(id, { state, reason, progress: { ...progress, sent, total: sent } });
    },
  };
}
