import type { AuditEntry } from './audit.js';
import type { AuditLog } from './ports.js';
import type { RecordAct } from './record-act.js';

export interface ActFilter {
  readonly who?: string;
  readonly act?: string;
  readonly object?: string;
}

/** A page of the log, newest first; `next`: the number below which the following page begins, null: that was all. */
export interface ActPage {
  readonly items: readonly AuditEntry[];
  readonly next: number | null;
}

export interface ReadLog {
  /** `who`: the member of staff who reads. `before`: entries with smaller numbers; null: from the newest on. */
  list(who: string, filter: ActFilter, before: number | null, limit: number): Promise<ActPage>;
  /** Null: there is no such entry. */
  entry(who: string, seq: number): Promise<AuditEntry | null>;
  /** The last entry's number and hash, for who keeps them elsewhere; it tells nothing of anybody, so it is not written down. */
  head(): Promise<Pick<AuditEntry, 'seq' | 'hash'> | null>;
}

/** Reading the log is an act too, and is written into it before anything is shown. @throws DomainError storage.unavailable */
export function createReadLog(ports: { audit: AuditLog; record: RecordAct }): ReadLog {
  const { audit, record } = ports;
  return {
    async list(who, filter, before, limit) {
      await record({ who, act: 'audit.read', object: null });
      const found = await audit.page(filter, before, limit + 1);
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null };
    },
    async entry(who, seq) {
      const found = await audit.at(seq);
      if (found !== null) await record({ who, act: 'audit.read', object: `entry:${seq}` });
      return found;
    },
    async head() {
      const last = await audit.last();
      return last && { seq: last.seq, hash: last.hash };
    },
  };
}
