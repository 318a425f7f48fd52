/** Invitations: a secret in a link, good once, with which somebody makes an account or makes its credentials anew. */
import type { Role } from '../access.js';
import { hour } from './staff.js';

export interface Invitation {
  /** `first`; the account's id for a reset; otherwise 16 random bytes, hex. One of an id at a time: a new one replaces it. */
  readonly id: string;
  /** `first` makes the first administrator, while there is no staff at all; `reset` keeps id, name and roles */
  readonly kind: 'join' | 'first' | 'reset';
  /** hash of the link's secret, hex */
  readonly secretHash: string;
  readonly roles: readonly Role[];
  /** a member of staff, or `host`: a command on the line's own machine */
  readonly createdBy: string;
  /** milliseconds since 1970 */
  readonly createdAt: number;
  readonly endsAt: number;
}

/** How long an invitation of an administrator is good, in milliseconds, and how long a link of the host. */
export const invitationMost = 72 * hour;
export const hostLinkMost = hour;

export const firstId = 'first';

/** A link that was just made: its secret is shown once and kept nowhere. */
export interface NewLink {
  readonly id: string;
  readonly secret: string;
  readonly endsAt: number;
}
