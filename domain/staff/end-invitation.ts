import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import { onInvitation } from './acts.js';
import type { ListInvitations } from './list-invitations.js';
import type { Invitations } from './ports.js';
import type { Me } from './staff.js';

/** Ends an invitation that nobody used yet. */
export type EndInvitation = (me: Me, id: string) => Promise<void>;

/** @throws DomainError invitation.gone, storage.unavailable */
export function createEndInvitation(ports: {
  invitations: Invitations;
  listInvitations: ListInvitations;
  record: RecordAct;
}): EndInvitation {
  const { invitations, listInvitations, record } = ports;
  return async (me, id) => {
    const invitation = (await listInvitations()).find((one) => one.id === id);
    if (invitation === undefined) throw new DomainError('invitation.gone');
    await record(onInvitation(me.id, 'invitation.end', id));
    if (!(await invitations.take(invitation))) throw new DomainError('invitation.gone');
  };
}
