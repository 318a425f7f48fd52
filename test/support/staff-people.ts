/** Members of staff for tests: accounts, and what their browsers would send. */
import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { StaffMember } from '../../domain/staff/staff.js';
import { foldName } from '../../vault/staff.js';

const bytes = (...of: readonly string[]): Uint8Array =>
  new Uint8Array(createHash('sha256').update(of.join('/')).digest());

/** An account with an id and hashes of its own; nobody can sign in to it. */
export function someMember(name: string, changes: Partial<StaffMember> = {}): StaffMember {
  return {
    id: Buffer.from(bytes('id', name)).toString('hex').slice(0, 32),
    name,
    foldedName: foldName(name),
    roles: ['editor'],
    authHash: bytes('auth hash', name),
    totp: bytes('totp', name),
    totpStep: 0,
    recoveryHash: bytes('recovery hash', name),
    state: 'active',
    createdDay: '2026-11-22',
    revision: 1,
    ...changes,
  };
}

/** What somebody's browser makes: each `set` of it is another one. */
export interface Person {
  readonly name: string;
  readonly auth: Uint8Array;
  readonly recovery: Uint8Array;
  readonly totpSecret: string;
  /** The six digits at a moment, in milliseconds. */
  code(now: number): string;
}

export function person(name: string, set = 1): Person {
  const secret = new Secret({ buffer: bytes('totp', name, `${set}`).slice(0, 20).buffer });
  const totp = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 });
  return {
    name,
    auth: bytes('auth', name, `${set}`),
    recovery: bytes('recovery', name, `${set}`),
    totpSecret: secret.base32,
    code: (now) => totp.generate({ timestamp: now }),
  };
}
