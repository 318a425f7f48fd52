import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import type { Staff, StaffSessions, StaffVault } from './ports.js';
import { sessionEnd, type Me, type StaffSession } from './staff.js';

/** Who the cookie's secret is. `quiet`: the request is no sign of somebody being there. */
export type ReadSession = (
  secret: string,
  options: { readonly quiet: boolean },
) => Promise<{ readonly session: StaffSession; readonly me: Me }>;

/** The end is moved in steps of so many milliseconds: a page that asks for fifty pictures writes once. */
export const renewalStep = 15_000;

/** Roles and the account's state are read each time. @throws DomainError session.required, storage.unavailable */
export function createReadSession(ports: {
  staff: Staff;
  sessions: StaffSessions;
  vault: StaffVault;
  clock: Clock;
}): ReadSession {
  const { staff, sessions, vault, clock } = ports;

  async function renewed(session: StaffSession, now: number): Promise<StaffSession> {
    if (now - session.seenAt < renewalStep) return session;
    const endsAt = sessionEnd(session.startedAt, now);
    await sessions.renew(session.id, now, endsAt);
    return { ...session, seenAt: now, endsAt };
  }

  return async (secret, { quiet }) => {
    const id = vault.hashSecret(secret);
    const session = id === null ? null : await sessions.byId(id);
    const now = clock.now();
    if (session === null || session.endsAt <= now) throw new DomainError('session.required');
    const member = await staff.byId(session.staffId);
    if (member?.state !== 'active') throw new DomainError('session.required');
    const me = { id: member.id, name: member.name, roles: member.roles };
    return { me, session: quiet ? session : await renewed(session, now) };
  };
}
