import type { AuditAct } from '../audit/audit.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Staff } from './ports.js';
import { isAdministrator, type StaffMember } from './staff.js';

/** Tries against others who write the same accounts at the same moment. */
const mostTries = 20;

/** What is to become of an account, and what the log says of it; null: nothing is to be done. */
export type Change = (
  member: StaffMember,
) => { readonly member: StaffMember; readonly acts: readonly AuditAct[] } | null;

/**
 * Reads an account, writes the change down, and makes it; again if another write was faster. Of everybody who is an
 * administrator at least one stays, whatever happens at the same moment.
 * @throws DomainError staff.unknown, staff.last_administrator, storage.unavailable
 */
export async function changeMember(
  { staff, record }: { readonly staff: Staff; readonly record: RecordAct },
  id: string,
  change: Change,
): Promise<StaffMember> {
  const recorded = new Set<string>();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await staff.byId(id);
    if (before === null) throw new DomainError('staff.unknown');
    const changed = change(before);
    if (changed === null) return before;
    const after = { ...changed.member, revision: before.revision + 1 };
    if (isAdministrator(before) && !isAdministrator(after) && !(await holdAnother(staff, id))) continue;
    for (const entry of changed.acts.filter(({ act }) => !recorded.has(act))) {
      recorded.add(entry.act);
      await record(entry);
    }
    if (await staff.replace(after)) return after;
  }
  throw new DomainError('storage.unavailable');
}

/**
 * Makes sure of an administrator who stays, by a write to that account that changes nothing but its revision. Two who
 * take each other's role at once so write each other's account between its reading and its change: one of the two
 * changes fails and finds, tried again, that nobody else is left. The same holds round any circle.
 */
async function holdAnother(staff: Staff, id: string): Promise<boolean> {
  const another = (await staff.all()).find((member) => member.id !== id && isAdministrator(member));
  if (another === undefined) throw new DomainError('staff.last_administrator');
  return staff.replace({ ...another, revision: another.revision + 1 });
}
