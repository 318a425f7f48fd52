import { DomainError } from '../errors.js';
import { host, onMember } from './acts.js';
import { hostLinkMost, type NewLink } from './invitation.js';
import { makeLink, type LinkPorts } from './make-link.js';
import type { Staff, StaffSessions } from './ports.js';

/** A link, good for an hour, with which somebody sets passphrase, second factor and recovery code anew. */
export type ResetAccount = (name: string) => Promise<NewLink>;

/**
 * For a command on the line's own machine. The account's sessions end; id, name and roles stay, and so does the old
 * passphrase until the link is used. An earlier link for it that was not used ends.
 * @throws DomainError staff.unknown (also for an ended account), storage.unavailable
 */
export function createResetAccount(
  ports: LinkPorts & { readonly staff: Staff; readonly sessions: StaffSessions },
): ResetAccount {
  const { staff, sessions, vault } = ports;
  return async (name) => {
    const member = await staff.byName(vault.foldName(name));
    if (member?.state !== 'active') throw new DomainError('staff.unknown');
    const { id, roles } = member;
    const wanted = { id, kind: 'reset', roles, createdBy: host, most: hostLinkMost } as const;
    const link = await makeLink(ports, wanted, () => [onMember(host, 'staff.reset', id)]);
    await sessions.removeOf(id);
    return link;
  };
}
