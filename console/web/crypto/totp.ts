/** The second factor: time-based codes (RFC 6238) of six digits, as every authenticator app makes them. */

/** What the picture says: the address that authenticator apps read. `secret`: 32 letters of base32. */
export function totpAddress(account: {
  readonly issuer: string;
  readonly name: string;
  readonly secret: string;
}): string {
  const issuer = encodeURIComponent(account.issuer.replaceAll(':', ' '));
  const name = encodeURIComponent(account.name.replaceAll(':', ' '));
  return `otpauth://totp/${issuer}:${name}?secret=${account.secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
}

/** The digits of a code; blanks do not count, full-width digits are digits. Null: not six digits. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/\s/gu, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}
