import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Outbox } from './ports.js';

/** What a person does with letters that were not delivered. Each act is written into the log of acts first. */
export interface DeadLetters {
  readonly list: Outbox['list'];
  /** Tries a letter again, from the first try on. @throws DomainError outbox.unknown */
  readonly retry: (who: string, id: string) => Promise<void>;
  /** Removes a dead letter. @throws DomainError outbox.unknown */
  readonly remove: (who: string, id: string) => Promise<void>;
  /** Removes all that are dead. */
  readonly empty: (who: string) => Promise<void>;
}

export function createDeadLetters(ports: { outbox: Outbox; record: RecordAct; clock: Clock }): DeadLetters {
  const { outbox, record, clock } = ports;
  const letterOf = (id: string): string => `letter:${id}`;
  const unknown = (): DomainError => new DomainError('outbox.unknown');
  return {
    list: (after, limit) => outbox.list(after, limit),
    async retry(who, id) {
      if ((await outbox.byId(id)) === null) throw unknown();
      await record({ who, act: 'outbox.retry', object: letterOf(id) });
      if (!(await outbox.retry(id, clock.now()))) throw unknown();
    },
    async remove(who, id) {
      if ((await outbox.byId(id))?.state !== 'dead') throw unknown();
      await record({ who, act: 'outbox.remove', object: letterOf(id) });
      if (!(await outbox.remove(id))) throw unknown();
    },
    async empty(who) {
      await record({ who, act: 'outbox.empty', object: null });
      await outbox.empty();
    },
  };
}
