/** Where the log of staff acts is kept, and its hash. */
import type { AuditEntry } from './audit.js';

export interface AuditLog {
  /** False: the number is taken, for another process was faster; nothing is written. */
  append(entry: AuditEntry): Promise<boolean>;
  last(): Promise<AuditEntry | null>;
  at(seq: number): Promise<AuditEntry | null>;
  /** Newest first, numbers below `before` (null: from the newest on). */
  page(
    filter: { readonly who?: string; readonly act?: string; readonly object?: string },
    before: number | null,
    limit: number,
  ): Promise<readonly AuditEntry[]>;
  /** In order, from a number on. */
  from(seq: number, limit: number): Promise<readonly AuditEntry[]>;
}

/** Hash of a text (UTF-8), 32 bytes as hex. */
export type HashText = (text: string) => string;
