import type { RecordAct } from '../audit/record-act.js';
import { onMember } from './acts.js';
import { changeMember } from './change-member.js';
import type { Staff, StaffSessions } from './ports.js';
import type { Me, StaffMember } from './staff.js';

/** Ends an account for good, and its sessions at once; name and id stay, for old acts are read by them. */
export type EndAccount = (me: Me, id: string) => Promise<StaffMember>;

/** Ending what has ended is no error. @throws DomainError staff.unknown, staff.last_administrator, storage.unavailable */
export function createEndAccount(ports: {
  staff: Staff;
  sessions: StaffSessions;
  record: RecordAct;
}): EndAccount {
  return async (me, id) => {
    const ended = await changeMember(ports, id, (member) =>
      member.state === 'ended'
        ? null
        : { member: { ...member, state: 'ended' }, acts: [onMember(me.id, 'staff.end', id)] },
    );
    await ports.sessions.removeOf(id);
    return ended;
  };
}
