/** What the log of staff acts calls what happens here. Roles are named by the act, so that a change says which. */
import { roles, type Role } from '../access.js';
import type { AuditAct } from '../audit/audit.js';
import type { Invitation } from './invitation.js';

type RoleVerb = 'invitation.offer' | 'staff.grant' | 'staff.withdraw';
export type StaffAct =
  | 'session.begin'
  | 'session.end'
  | 'session.refused'
  | 'invitation.end'
  | 'invitation.accept'
  | 'staff.recover'
  | 'staff.reset'
  | 'staff.end'
  | `${RoleVerb}_${Role}`;

const everyRole = (verb: RoleVerb): StaffAct[] => roles.map((role): StaffAct => `${verb}_${role}`);

/** All of them, for who gives them words. */
export const staffActs: readonly StaffAct[] = [
  ...(['session.begin', 'session.end', 'session.refused'] as const),
  ...everyRole('invitation.offer'),
  ...(['invitation.accept', 'invitation.end'] as const),
  ...everyRole('staff.grant'),
  ...everyRole('staff.withdraw'),
  ...(['staff.recover', 'staff.reset', 'staff.end'] as const),
];

/** A command on the line's own machine. */
export const host = 'host';

const act = (who: string, what: StaffAct, object: string | null): AuditAct => ({ who, act: what, object });

export const onSession = (who: string, what: 'session.begin' | 'session.end', id: string): AuditAct =>
  act(who, what, `session:${id}`);

export const refusal = (who: string): AuditAct => act(who, 'session.refused', null);

export const onInvitation = (
  who: string,
  what: 'invitation.accept' | 'invitation.end',
  id: string,
): AuditAct => act(who, what, `invitation:${id}`);

/** One for each role that is offered. */
export const offers = (who: string, { id, roles: offered }: Invitation): readonly AuditAct[] =>
  offered.map((role) => act(who, `invitation.offer_${role}`, `invitation:${id}`));

export const onMember = (
  who: string,
  what: 'staff.recover' | 'staff.reset' | 'staff.end',
  id: string,
): AuditAct => act(who, what, `staff:${id}`);

/** One for each role that somebody gets or loses. */
export function roleChanges(
  who: string,
  id: string,
  from: readonly Role[],
  to: readonly Role[],
): readonly AuditAct[] {
  const got = to.filter((role) => !from.includes(role));
  const lost = from.filter((role) => !to.includes(role));
  return [
    ...got.map((role) => act(who, `staff.grant_${role}`, `staff:${id}`)),
    ...lost.map((role) => act(who, `staff.withdraw_${role}`, `staff:${id}`)),
  ];
}
