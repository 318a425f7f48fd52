/** What staff do with one way of an occurrence that is on its way or stands in doubt. */
import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Sends } from '../sending/ports.js';
import { personStepsOf, type PersonStep } from '../sending/lifecycle.js';
import type { SendLimits, Way } from '../sending/send.js';
import { after } from './lifecycle.js';
import { moved } from './move.js';
import type { Occurrence } from './occurrence.js';
import type { Occurrences } from './ports.js';
import { replaced } from './save-occurrence.js';

/** What a person does with a send; `limit` at any time that it is not over. */
export type SendAct = PersonStep | 'limit';

export interface SendWork {
  readonly id: string;
  readonly way: Way;
  readonly act: SendAct;
  /** what a person found out of a send in doubt */
  readonly settled?: 'sent' | 'not_sent';
  readonly limits?: SendLimits;
}

/** Answers the occurrence as it is afterwards. */
export type WorkSend = (who: string, work: SendWork) => Promise<Occurrence>;

/**
 * Where the occurrence was over, it is under way again first: a process that dies in between leaves one whose sends say
 * at the next look what it is. @throws DomainError notice.unknown, notice.stale, send.unknown, send.step_refused (with its
 * `state`), request.invalid for settling without an answer or limits that are none, storage.unavailable
 */
export function createWorkSend(ports: {
  occurrences: Pick<Occurrences, 'byId' | 'replace'>;
  sends: Sends;
  clock: Pick<Clock, 'now'>;
  record: RecordAct;
}): WorkSend {
  const { occurrences, sends, clock, record } = ports;

  /** Under way again, where it was over. */
  async function underWay(occurrence: Occurrence, who: string, { act, way }: SendWork): Promise<Occurrence> {
    const again = act === 'retry' || act === 'settle';
    if (!again || after(occurrence.state, 'retry') === null) return occurrence;
    const note = { at: clock.now(), by: who, what: act, detail: way };
    const going = moved(occurrence, 'retry', note, { outcome: null });
    await replaced(occurrences, going);
    return going;
  }

  async function done(id: string, { act, settled, limits }: SendWork): Promise<unknown> {
    if (act === 'limit') return limits === undefined ? refuse() : sends.limit(id, limits);
    if (act === 'settle') return settled === undefined ? refuse() : sends.settle(id, settled);
    return sends[act](id);
  }

  return async (who, work) => {
    const { id, way, act } = work;
    const occurrence = await occurrences.byId(id);
    if (occurrence === null) throw new DomainError('notice.unknown');
    const send = (await sends.of(id)).find((one) => one.way === way);
    if (send === undefined) throw new DomainError('send.unknown');
    if (act === 'settle' && work.settled === undefined) refuse();
    // asked first: an occurrence that was over is not put under way for nothing
    if (act !== 'limit' && !personStepsOf(send, clock.now()).includes(act))
      throw new DomainError('send.step_refused', { details: { state: send.state } });
    await record({ who, act: `send.${act}`, object: `send:${send.id}` });
    const going = await underWay(occurrence, who, work);
    await done(send.id, work);
    return going;
  };
}

function refuse(): never {
  throw new DomainError('request.invalid');
}
