import type { Role } from '../../../../domain/access.js';
import type { Invitation, NewLink } from '../../../../domain/staff/invitation.js';
import type { Named } from '../../../../domain/staff/name-staff.js';
import type { OpenedInvitation } from '../../../../domain/staff/open-invitation.js';
import { joinLink } from '../../join-link.js';
import { iso } from '../page.js';

export interface InvitationView {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly createdBy: Named;
  readonly createdAt: string;
  readonly endsAt: string;
}

export function showInvitation(
  { id, roles, createdBy, createdAt, endsAt }: Invitation,
  named: (id: string) => Named,
): InvitationView {
  return { id, roles, createdBy: named(createdBy), createdAt: iso(createdAt), endsAt: iso(endsAt) };
}

export interface LinkView {
  readonly id: string;
  readonly link: string;
  readonly endsAt: string;
}

export function showLink({ id, secret, endsAt }: NewLink, consoleUrl: string): LinkView {
  return { id, link: joinLink(consoleUrl, secret), endsAt: iso(endsAt) };
}

export interface OpenedView {
  readonly roles: readonly Role[];
  readonly first: boolean;
  readonly endsAt: string;
  /** of the account whose credentials are made anew; not there for a new account */
  readonly name?: string;
}

export function showOpened({ invitation, account }: OpenedInvitation): OpenedView {
  const { roles, kind, endsAt } = invitation;
  const opened = { roles, first: kind === 'first', endsAt: iso(endsAt) };
  return account === null ? opened : { ...opened, name: account.name };
}
