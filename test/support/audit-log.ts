/** A log of staff acts for tests. */
import { createRecordAct } from '../../domain/audit/record-act.js';
import type { Clock } from '../../domain/ports.js';
import { toHex } from '../../vault/bytes.js';
import { sodiumPrimitives } from '../../vault/node/sodium.js';
import { utf8 } from '../../vault/utf8.js';
import { memoryAudit } from './fakes/audit.js';

/** Hash of a text, as the line makes it. */
export const hashText = (text: string): string => toHex(sodiumPrimitives.hash(32, utf8(text)));

/** A log in memory, what writes into it, and what was written, in short. */
export function auditLog(clock: Clock) {
  const audit = memoryAudit();
  return {
    audit,
    record: createRecordAct({ audit, clock, hash: hashText }),
    acts: () => audit.entries.map(({ who, act, object }) => [who, act, object]),
  };
}
