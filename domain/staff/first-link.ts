import { host, offers } from './acts.js';
import { firstId, hostLinkMost, type NewLink } from './invitation.js';
import { makeLink, type LinkPorts } from './make-link.js';
import type { Staff } from './ports.js';

/** The link with which the first administrator joins, good for an hour; null: there is staff already. */
export type FirstLink = () => Promise<NewLink | null>;

/** For a command on the line's own machine. An earlier link that was not used ends. @throws DomainError storage.unavailable */
export function createFirstLink(ports: LinkPorts & { readonly staff: Staff }): FirstLink {
  return async () => {
    if ((await ports.staff.all()).length > 0) return null;
    const wanted = { id: firstId, kind: 'first', roles: ['administrator'], createdBy: host } as const;
    return makeLink(ports, { ...wanted, most: hostLinkMost }, (made) => offers(host, made));
  };
}
