/**
 * Who somebody of the staff is. Everything here happens in their browser, so that no passphrase leaves it:
 * M = Argon2id(passphrase, salt of line and name), auth = KDF(M, "auth"). The server keeps Hash(auth).
 */
import { type Backend } from './backend.js';
import { concat } from './bytes.js';
import { hash16, kdf } from './kdf.js';
import { rfc4648, toBase32 } from './staff-base32.js';
import { utf8 } from './utf8.js';

/** 64 MiB and three passes: a passphrase is drawn, but people shorten what they draw. */
export const staffCost = { kib: 65_536, passes: 3 } as const;

/** Bytes of a secret for six-digit codes. */
export const totpSecretLength = 20;

/** The form in which names are compared: NFKC, lower case, no blanks around it. Folding twice is folding once. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/** The salt of one person of one line: 16 bytes. `lineId`: 16 bytes. */
export function staffSalt(b: Backend, lineId: Uint8Array, name: string): Uint8Array {
  return hash16(b, concat(utf8('staff/1 '), lineId, utf8(foldName(name))));
}

/** M, 32 bytes: takes seconds in a browser, so call it in a worker. Overwrite it when what comes from it is made. */
export function staffMaster(
  b: Backend,
  lineId: Uint8Array,
  name: string,
  passphrase: string,
): Promise<Uint8Array> {
  return b.argon2id(utf8(passphrase.normalize('NFKC')), staffSalt(b, lineId, name), staffCost);
}

/** What is shown to the server at sign-in. The label "wrap" of M is reserved. */
export function authOf(b: Backend, master: Uint8Array): Uint8Array {
  return kdf(b, master, 'auth');
}

/** What is shown to the server of a recovery code's 32 bytes. */
export function recoveryAuth(b: Backend, code: Uint8Array): Uint8Array {
  return kdf(b, code, 'recovery auth');
}

/** A secret of 20 bytes as authenticator apps and the server take it: 32 letters. */
export function totpSecretText(secret: Uint8Array): string {
  return toBase32(secret, rfc4648);
}
