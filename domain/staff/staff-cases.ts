/** All use cases of the staff's accounts, on one set of ports. */
import type { RecordAct } from '../audit/record-act.js';
import type { Clock, Random } from '../ports.js';
import { createAcceptInvitation } from './accept-invitation.js';
import { createAttempt } from './attempt.js';
import { createChangeRoles } from './change-roles.js';
import { createEndAccount } from './end-account.js';
import { createEndInvitation } from './end-invitation.js';
import { createEndSession } from './end-session.js';
import { createFirstLink } from './first-link.js';
import { createInvite } from './invite.js';
import { createListInvitations } from './list-invitations.js';
import { createListSessions } from './list-sessions.js';
import { createListStaff } from './list-staff.js';
import { createNameStaff } from './name-staff.js';
import { createNoteRefusal } from './note-refusal.js';
import { createOpenInvitation } from './open-invitation.js';
import type { Invitations, Pause, Staff, StaffSessions, StaffVault } from './ports.js';
import { createReadSession } from './read-session.js';
import { createRecoverAccount } from './recover-account.js';
import { createResetAccount } from './reset-account.js';
import { createSignIn } from './sign-in.js';
import { createStartSession } from './start-session.js';

export interface StaffPorts {
  readonly staff: Staff;
  readonly sessions: StaffSessions;
  readonly invitations: Invitations;
  readonly vault: StaffVault;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  readonly pause: Pause;
}

export type StaffCases = ReturnType<typeof createStaffCases>;

/** One set a process: what slows down who tries to get in is counted in its memory. */
export function createStaffCases(ports: StaffPorts) {
  const trying = {
    ...ports,
    attempt: createAttempt(ports),
    noteRefusal: createNoteRefusal(ports),
    start: createStartSession(ports),
  };
  const openInvitation = createOpenInvitation(ports);
  const listInvitations = createListInvitations(ports);
  const listSessions = createListSessions(ports);
  return {
    signIn: createSignIn(trying),
    recoverAccount: createRecoverAccount(trying),
    readSession: createReadSession(ports),
    listSessions,
    endSession: createEndSession({ ...ports, listSessions }),
    invite: createInvite(ports),
    listInvitations,
    endInvitation: createEndInvitation({ ...ports, listInvitations }),
    openInvitation,
    acceptInvitation: createAcceptInvitation({ ...trying, openInvitation }),
    listStaff: createListStaff(ports),
    nameStaff: createNameStaff(ports),
    changeRoles: createChangeRoles(ports),
    endAccount: createEndAccount(ports),
    firstLink: createFirstLink(ports),
    resetAccount: createResetAccount(ports),
  };
}
