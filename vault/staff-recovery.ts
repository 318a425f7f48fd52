/** The recovery code of a member of staff on paper: 32 bytes as 52 letters, in groups of four. */
import { crockford, fromBase32, toBase32 } from './staff-base32.js';

/** Bytes of a recovery code. */
export const staffRecoveryLength = 32;
const letters = 52;

/** Thirteen groups of four letters of Crockford's base32, with single blanks. @throws RangeError if it is not 32 bytes */
export function encodeStaffRecovery(bytes: Uint8Array): string {
  if (bytes.length !== staffRecoveryLength) throw new RangeError('a recovery code has 32 bytes');
  return toBase32(bytes, crockford).replace(/.{4}(?=.)/g, '$& ');
}

/** What was typed back: case, blanks and hyphens do not count, O is 0, I and L are 1. Null for anything else. */
export function decodeStaffRecovery(text: string): Uint8Array | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const plain = typed.replaceAll('O', '0').replace(/[IL]/g, '1');
  return plain.length === letters ? fromBase32(plain, crockford) : null;
}
