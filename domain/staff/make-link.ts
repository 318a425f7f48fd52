import type { RecordAct } from '../audit/record-act.js';
import type { Clock } from '../ports.js';
import type { Invitation, NewLink } from './invitation.js';
import type { Invitations, StaffVault } from './ports.js';
import type { AuditAct } from '../audit/audit.js';

export interface LinkPorts {
  readonly invitations: Invitations;
  readonly vault: StaffVault;
  readonly clock: Clock;
  readonly record: RecordAct;
}

/** Makes an invitation that is good for `most` milliseconds, in the place of one with the same id. */
export async function makeLink(
  { invitations, vault, clock, record }: LinkPorts,
  wanted: Pick<Invitation, 'id' | 'kind' | 'roles' | 'createdBy'> & { readonly most: number },
  acts: (invitation: Invitation) => readonly AuditAct[],
): Promise<NewLink> {
  const { most, ...rest } = wanted;
  const { secret, hash } = vault.newSecret();
  const createdAt = clock.now();
  const invitation = { ...rest, secretHash: hash, createdAt, endsAt: createdAt + most };
  for (const act of acts(invitation)) await record(act);
  await invitations.put(invitation);
  return { id: invitation.id, secret, endsAt: invitation.endsAt };
}
