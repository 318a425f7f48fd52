import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { draftOf, wordsBefore } from './draft-occurrence.js';
import type { Occurrence } from './occurrence.js';
import type { Notices, Occurrences } from './ports.js';
import { refusedStep } from './save-occurrence.js';

/** A draft of a notice for a day that its rule does not name. `on`: `YYYY-MM-DD`. */
export type AddOccurrence = (who: string, notice: string, on: string) => Promise<Occurrence>;

/**
 * @throws DomainError notice.unknown, request.invalid for a day that is over, notice.step_refused (with the `state` of the
 * one that stands there) where there is one on that day, storage.unavailable
 */
export function createAddOccurrence(ports: {
  notices: Pick<Notices, 'byId'>;
  occurrences: Occurrences;
  clock: Clock;
  record: RecordAct;
  zone: string;
}): AddOccurrence {
  const { notices, occurrences, clock, record, zone } = ports;
  return async (who, id, on) => {
    const notice = await notices.byId(id);
    if (notice === null) throw new DomainError('notice.unknown');
    if (on < clock.today())
      throw new DomainError('request.invalid', { details: { fields: { on: ['past'] } } });
    const day = { on, nominal: on, confirmed: true };
    const before = wordsBefore(await occurrences.of(id), { nominal: on, lead: 0 });
    const draft = draftOf(notice, day, { lead: 0, zone, before, now: clock.now(), by: who });
    await record({ who, act: 'occurrence.create', object: `occurrence:${draft.id}` });
    if (await occurrences.insert(draft)) return draft;
    const there = await occurrences.byId(draft.id);
    throw there === null ? new DomainError('storage.unavailable') : refusedStep(there);
  };
}
