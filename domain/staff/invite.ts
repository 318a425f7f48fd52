import type { Role } from '../access.js';
import { hex } from '../bytes.js';
import type { Random } from '../ports.js';
import { offers } from './acts.js';
import { invitationMost, type NewLink } from './invitation.js';
import { makeLink, type LinkPorts } from './make-link.js';
import { inOrder, type Me } from './staff.js';

/** Invites somebody to an account with these roles: a link that is good once, for 72 hours. */
export type Invite = (me: Me, roles: readonly Role[]) => Promise<NewLink>;

/** @throws DomainError storage.unavailable */
export function createInvite(ports: LinkPorts & { readonly random: Random }): Invite {
  return (me, roles) => {
    const id = hex(ports.random(16));
    const wanted = { id, kind: 'join', roles: inOrder(roles), createdBy: me.id } as const;
    return makeLink(ports, { ...wanted, most: invitationMost }, (made) => offers(me.id, made));
  };
}
