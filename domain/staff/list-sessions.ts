import type { Clock } from '../ports.js';
import type { StaffSessions } from './ports.js';
import type { Me, StaffSession } from './staff.js';

/** One's own sessions, the latest first. */
export type ListSessions = (me: Me) => Promise<readonly StaffSession[]>;

/** Those that have ended are not shown, also while they are still stored. @throws DomainError storage.unavailable */
export function createListSessions(ports: { sessions: StaffSessions; clock: Clock }): ListSessions {
  const { sessions, clock } = ports;
  return async (me) => (await sessions.of(me.id)).filter(({ endsAt }) => endsAt > clock.now());
}
