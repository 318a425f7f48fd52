import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { chained, noHash, type AuditAct, type AuditEntry } from './audit.js';
import type { AuditLog, HashText } from './ports.js';

/** Writes an act down; the act itself follows only when this resolves. */
export type RecordAct = (act: AuditAct) => Promise<AuditEntry>;

/** Tries against other processes that append at the same moment. */
const mostTries = 20;

/**
 * Appends to the chain. What is done is written before it is done, so that nothing happens unseen; an act that then
 * fails stands there all the same. @throws DomainError storage.unavailable
 */
export function createRecordAct(ports: { audit: AuditLog; clock: Clock; hash: HashText }): RecordAct {
  const { audit, clock, hash } = ports;
  return async ({ who, act, object }) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const last = await audit.last();
      const bare = {
        ...{ seq: (last?.seq ?? 0) + 1, at: clock.now(), who, act, object },
        before: last?.hash ?? noHash,
      };
      const entry = { ...bare, hash: hash(chained(bare)) };
      if (await audit.append(entry)) return entry;
    }
    throw new DomainError('storage.unavailable');
  };
}
