import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { Attempt } from './attempt.js';
import { createDecoy } from './decoy.js';
import type { NoteRefusal } from './note-refusal.js';
import type { Staff, StaffVault } from './ports.js';
import type { Started } from './staff.js';
import type { StartSession } from './start-session.js';

/** `network`: where the try comes from, as a word that means nothing outside this process. */
export type SignIn = (given: {
  readonly name: string;
  readonly auth: Uint8Array;
  readonly code: string;
  readonly network: string;
}) => Promise<Started>;

/**
 * Name, passphrase and code at once; which of them was wrong is not told, and the same is done for a name that nobody
 * has. A code works once, also of two tries at the same moment.
 * @throws DomainError session.refused, limit.sign_in, storage.unavailable
 */
export function createSignIn(ports: {
  staff: Staff;
  vault: StaffVault;
  clock: Clock;
  random: Random;
  attempt: Attempt;
  noteRefusal: NoteRefusal;
  start: StartSession;
}): SignIn {
  const { staff, vault, clock, attempt, noteRefusal, start } = ports;
  const decoy = createDecoy(ports);
  return ({ name, auth, code, network }) => {
    const account = vault.foldName(name);
    return attempt({ account, network }, async () => {
      const found = await staff.byName(account);
      const member = found ?? decoy;
      const known = vault.equal(vault.hash(auth), member.authHash);
      const secret = vault.openTotp(member.id, member.totp);
      const step = secret === null ? null : vault.checkCode(secret, code, clock.now(), member.totpStep);
      if (member.state === 'active' && known && secret !== null && step !== null)
        return start(member, () => staff.useCode(member, step, vault.sealTotp(member.id, secret)));
      if (found !== null) await noteRefusal(found.id);
      throw new DomainError('session.refused');
    });
  };
}
