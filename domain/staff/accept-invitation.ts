import type { RecordAct } from '../audit/record-act.js';
import { hex } from '../bytes.js';
import { DomainError, isDomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import { onInvitation } from './acts.js';
import { changeMember } from './change-member.js';
import { keepCredentials } from './credentials.js';
import type { Invitation } from './invitation.js';
import type { OpenInvitation } from './open-invitation.js';
import type { Invitations, Staff, StaffSessions, StaffVault } from './ports.js';
import { shownName, type NewCredentials, type Started, type StaffMember } from './staff.js';
import type { StartSession } from './start-session.js';

/** Makes the account that an invitation is for, or its credentials anew, and signs in. */
export type AcceptInvitation = (given: {
  readonly secret: string;
  readonly name: string;
  readonly credentials: NewCredentials;
}) => Promise<Started>;

interface Ports {
  readonly invitations: Invitations;
  readonly staff: Staff;
  readonly sessions: StaffSessions;
  readonly vault: StaffVault;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  readonly openInvitation: OpenInvitation;
  readonly start: StartSession;
}

/**
 * An invitation is used once, also of two who try at the same moment. A wrong code or a taken name leaves it unused.
 * @throws DomainError invitation.gone, staff.name_taken, staff.code_wrong, request.invalid for a name that is none or not
 * the account's, storage.unavailable
 */
export function createAcceptInvitation(ports: Ports): AcceptInvitation {
  const { vault, clock, random, openInvitation, start } = ports;
  return async ({ secret, name, credentials }) => {
    const { invitation, account } = await openInvitation(secret);
    const id = account?.id ?? hex(random(16));
    const kept = keepCredentials(vault, id, credentials, clock.now());
    if (kept === null) throw new DomainError('staff.code_wrong');
    if (account !== null) return start(await renew(ports, invitation, account, name, kept));
    const { roles } = invitation;
    const shown = { id, name: shownName(name), foldedName: vault.foldName(name), roles, ...kept };
    const member = { ...shown, state: 'active', createdDay: clock.today(), revision: 1 } as const;
    await join(ports, invitation, member);
    return start(member);
  };
}

async function join(ports: Ports, invitation: Invitation, member: StaffMember): Promise<void> {
  const { staff, invitations } = ports;
  if ((await staff.byName(member.foldedName)) !== null) throw new DomainError('staff.name_taken');
  await take(ports, invitation, member.id);
  try {
    await staff.insert(member);
  } catch (error) {
    // somebody took the name a moment ago: the invitation is as good as before
    if (isDomainError(error) && error.code === 'staff.name_taken') await invitations.put(invitation);
    throw error;
  }
}

/** The name goes into what a browser makes of the passphrase: under another one nobody could sign in. */
async function renew(
  ports: Ports,
  invitation: Invitation,
  account: StaffMember,
  name: string,
  kept: Partial<StaffMember>,
): Promise<StaffMember> {
  if (ports.vault.foldName(name) !== account.foldedName)
    throw new DomainError('request.invalid', { details: { fields: { name: ['isNameOfAccount'] } } });
  await take(ports, invitation, account.id);
  const renewed = await changeMember(ports, account.id, (member) => {
    if (member.state !== 'active') throw new DomainError('invitation.gone');
    return { member: { ...member, ...kept }, acts: [] };
  });
  await ports.sessions.removeOf(account.id);
  return renewed;
}

async function take({ invitations, record }: Ports, invitation: Invitation, who: string): Promise<void> {
  await record(onInvitation(who, 'invitation.accept', invitation.id));
  if (!(await invitations.take(invitation))) throw new DomainError('invitation.gone');
}
