import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock } from '../ports.js';
import { onSession } from './acts.js';
import type { StaffSessions, StaffVault } from './ports.js';
import { sessionEnd, type Started, type StaffMember } from './staff.js';

/** Begins a session. `confirm` is asked when the session is there already; if it says no, the session goes again. */
export type StartSession = (member: StaffMember, confirm?: () => Promise<boolean>) => Promise<Started>;

/**
 * The session comes before the last check, not after it: whoever ends an account's sessions after that check finds it.
 * @throws DomainError session.refused if not confirmed, storage.unavailable
 */
export function createStartSession(ports: {
  sessions: StaffSessions;
  vault: StaffVault;
  clock: Clock;
  record: RecordAct;
}): StartSession {
  const { sessions, vault, clock, record } = ports;
  return async (member, confirm = () => Promise.resolve(true)) => {
    const { secret, hash } = vault.newSecret();
    await record(onSession(member.id, 'session.begin', hash));
    const now = clock.now();
    const endsAt = sessionEnd(now, now);
    await sessions.insert({ id: hash, staffId: member.id, startedAt: now, seenAt: now, endsAt });
    if (await confirm()) return { secret, me: { id: member.id, name: member.name, roles: member.roles } };
    await sessions.remove(hash);
    throw new DomainError('session.refused');
  };
}
