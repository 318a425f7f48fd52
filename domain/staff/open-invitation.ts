import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Invitation } from './invitation.js';
import type { Invitations, Staff, StaffVault } from './ports.js';
import type { StaffMember } from './staff.js';

/** An invitation that its link still opens, and for a reset the account that it is for. */
export interface OpenedInvitation {
  readonly invitation: Invitation;
  readonly account: StaffMember | null;
}
export type OpenInvitation = (secret: string) => Promise<OpenedInvitation>;

/** Looks at an invitation without using it. @throws DomainError invitation.gone, storage.unavailable */
export function createOpenInvitation(ports: {
  invitations: Invitations;
  staff: Staff;
  vault: StaffVault;
  clock: Clock;
}): OpenInvitation {
  const { invitations, staff, vault, clock } = ports;

  /** Undefined: what it was made for is no more. */
  async function accountFor({ kind, id }: Invitation): Promise<StaffMember | null | undefined> {
    if (kind === 'join') return null;
    if (kind === 'first') return (await staff.all()).length === 0 ? null : undefined;
    const account = await staff.byId(id);
    return account?.state === 'active' ? account : undefined;
  }

  return async (secret) => {
    const hash = vault.hashSecret(secret);
    const invitation = hash === null ? null : await invitations.bySecret(hash);
    if (invitation === null || invitation.endsAt <= clock.now()) throw new DomainError('invitation.gone');
    const account = await accountFor(invitation);
    if (account === undefined) throw new DomainError('invitation.gone');
    return { invitation, account };
  };
}
