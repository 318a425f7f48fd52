import type { Role } from '../access.js';
import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import { roleChanges } from './acts.js';
import { changeMember } from './change-member.js';
import type { Staff } from './ports.js';
import { inOrder, type Me, type StaffMember } from './staff.js';

/** Gives somebody these roles and no others; they hold from the next request on. */
export type ChangeRoles = (me: Me, id: string, roles: readonly Role[]) => Promise<StaffMember>;

/** @throws DomainError staff.unknown (also for an ended account), staff.last_administrator, storage.unavailable */
export function createChangeRoles(ports: { staff: Staff; record: RecordAct }): ChangeRoles {
  return (me, id, given) => {
    const roles = inOrder(given);
    return changeMember(ports, id, (member) => {
      if (member.state !== 'active') throw new DomainError('staff.unknown');
      const acts = roleChanges(me.id, id, member.roles, roles);
      return acts.length === 0 ? null : { member: { ...member, roles }, acts };
    });
  };
}
