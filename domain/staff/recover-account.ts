import type { RecordAct } from '../audit/record-act.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import { onMember } from './acts.js';
import type { Attempt } from './attempt.js';
import { changeMember } from './change-member.js';
import { keepCredentials } from './credentials.js';
import { createDecoy } from './decoy.js';
import type { NoteRefusal } from './note-refusal.js';
import type { Staff, StaffSessions, StaffVault } from './ports.js';
import type { NewCredentials, Started } from './staff.js';
import type { StartSession } from './start-session.js';

/** `recovery` is the code on paper, `credentials.recovery` the one that takes its place. */
export type RecoverAccount = (given: {
  readonly name: string;
  readonly recovery: Uint8Array;
  readonly credentials: NewCredentials;
  readonly network: string;
}) => Promise<Started>;

/**
 * Sets passphrase, second factor and recovery code anew with the recovery code; every other session ends. Slowed and
 * refused as a sign-in is. @throws DomainError session.refused, limit.sign_in, storage.unavailable
 */
export function createRecoverAccount(ports: {
  staff: Staff;
  sessions: StaffSessions;
  vault: StaffVault;
  clock: Clock;
  random: Random;
  record: RecordAct;
  attempt: Attempt;
  noteRefusal: NoteRefusal;
  start: StartSession;
}): RecoverAccount {
  const { staff, sessions, vault, clock, attempt, noteRefusal, start } = ports;
  const decoy = createDecoy(ports);
  return ({ name, recovery, credentials, network }) => {
    const account = vault.foldName(name);
    return attempt({ account, network }, async () => {
      const found = await staff.byName(account);
      const member = found ?? decoy;
      const known = vault.equal(vault.hash(recovery), member.recoveryHash);
      const kept = keepCredentials(vault, member.id, credentials, clock.now());
      if (member.state !== 'active' || !known || kept === null) {
        if (found !== null) await noteRefusal(found.id);
        throw new DomainError('session.refused');
      }
      const acts = [onMember(member.id, 'staff.recover', member.id)];
      const changed = await changeMember(ports, member.id, (present) => {
        const same = vault.equal(present.recoveryHash, member.recoveryHash);
        if (present.state !== 'active' || !same) throw new DomainError('session.refused');
        return { member: { ...present, ...kept }, acts };
      });
      await sessions.removeOf(member.id);
      return start(changed);
    });
  };
}
