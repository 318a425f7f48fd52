import type { AuditEntry } from '../../../../domain/audit/audit.js';
import type { Named } from '../../../../domain/staff/name-staff.js';
import { iso } from '../page.js';

export interface AuditView {
  readonly seq: number;
  readonly at: string;
  readonly who: Named;
  readonly act: string;
  readonly object: string | null;
  readonly hash: string;
}

export function showEntry(
  { seq, at, who, act, object, hash }: AuditEntry,
  named: (id: string) => Named,
): AuditView {
  return { seq, at: iso(at), who: named(who), act, object, hash };
}
