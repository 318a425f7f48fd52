import { acts, may, type Act, type Role } from '../../../../domain/access.js';
import { sessionMost, type Me, type StaffSession } from '../../../../domain/staff/staff.js';
import { iso } from '../page.js';

export interface MeView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** what these roles may do */
  readonly may: readonly Act[];
}

export function showMe({ id, name, roles }: Me): MeView {
  return { id, name, roles, may: acts.filter((act) => may(roles, act)) };
}

export interface PresentSessionView {
  readonly me: MeView;
  /** at the latest, whatever happens */
  readonly endsAt: string;
  /** if nothing more is heard */
  readonly idleEndsAt: string;
}

export function showPresentSession(me: Me, session: StaffSession): PresentSessionView {
  return {
    me: showMe(me),
    endsAt: iso(session.startedAt + sessionMost),
    idleEndsAt: iso(session.endsAt),
  };
}

export interface SessionView {
  readonly id: string;
  readonly current: boolean;
  readonly startedAt: string;
  readonly seenAt: string;
}

export function showSession({ id, startedAt, seenAt }: StaffSession, present: StaffSession): SessionView {
  return { id, current: id === present.id, startedAt: iso(startedAt), seenAt: iso(seenAt) };
}
