import { chained, noHash, type AuditEntry } from './audit.js';
import type { AuditLog, HashText } from './ports.js';

/** What became of the chain: `brokenAt` is the number of the first entry that is missing or not what it was. */
export interface ChainState {
  readonly ok: boolean;
  /** entries that were found whole, in a row from the first */
  readonly entries: number;
  readonly brokenAt: number | null;
}

export type VerifyChain = () => Promise<ChainState>;

const pageSize = 500;

/**
 * Walks the whole log from entry 1. It finds what was changed, taken out or put in between; that the end was cut off,
 * or all of it written anew, shows only beside a head that was kept elsewhere. @throws DomainError storage.unavailable
 */
export function createVerifyChain(ports: { audit: AuditLog; hash: HashText }): VerifyChain {
  const { audit, hash } = ports;

  const follows = ({ hash: stored, ...entry }: AuditEntry, seq: number, before: string): boolean =>
    entry.seq === seq && entry.before === before && stored === hash(chained(entry));

  return async () => {
    let entries = 0;
    let before = noHash;
    for (;;) {
      const page = await audit.from(entries + 1, pageSize);
      for (const entry of page) {
        if (!follows(entry, entries + 1, before)) return { ok: false, entries, brokenAt: entries + 1 };
        entries += 1;
        before = entry.hash;
      }
      if (page.length < pageSize) return { ok: true, entries, brokenAt: null };
    }
  };
}
