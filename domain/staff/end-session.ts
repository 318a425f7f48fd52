import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import { onSession } from './acts.js';
import type { ListSessions } from './list-sessions.js';
import type { StaffSessions } from './ports.js';
import type { Me } from './staff.js';

/** Ends one of one's own sessions: the present one, or one in another browser. */
export type EndSession = (me: Me, id: string) => Promise<void>;

/** @throws DomainError request.not_found for a session of somebody else or none, storage.unavailable */
export function createEndSession(ports: {
  sessions: StaffSessions;
  listSessions: ListSessions;
  record: RecordAct;
}): EndSession {
  const { sessions, listSessions, record } = ports;
  return async (me, id) => {
    const own = await listSessions(me);
    if (!own.some((session) => session.id === id)) throw new DomainError('request.not_found');
    await record(onSession(me.id, 'session.end', id));
    await sessions.remove(id);
  };
}
