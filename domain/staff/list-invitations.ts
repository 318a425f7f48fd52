import type { Clock } from '../ports.js';
import type { Invitation } from './invitation.js';
import type { Invitations } from './ports.js';

/** Invitations that nobody used yet, the latest first. */
export type ListInvitations = () => Promise<readonly Invitation[]>;

/** Those that have ended are not shown, also while they are still stored. @throws DomainError storage.unavailable */
export function createListInvitations(ports: { invitations: Invitations; clock: Clock }): ListInvitations {
  const { invitations, clock } = ports;
  return async () => (await invitations.all()).filter(({ endsAt }) => endsAt > clock.now());
}
