/** The domain's port `StaffVault`: hashes, sealed second factors, six-digit codes. */
import { Secret, TOTP } from 'otpauth';
import { concat, equal, fromBase64url, fromHex, type Random, toBase64url, toHex } from '../bytes.js';
import { hash, kdf, version } from '../kdf.js';
import { open, seal } from '../seal.js';
import { fromBase32, rfc4648, toBase32 } from '../staff-base32.js';
import { foldName, totpSecretLength } from '../staff.js';
import { sizes } from '../backend.js';
import { createArgon2Pool } from './argon2.js';
import { createSodium } from './sodium.js';

/** domain/staff/ports.ts has the promises of each method. */
export interface NodeStaffVault {
  foldName(name: string): string;
  hash(bytes: Uint8Array): Uint8Array;
  equal(a: Uint8Array, b: Uint8Array): boolean;
  newSecret(): { readonly secret: string; readonly hash: string };
  hashSecret(secret: string): string | null;
  sealTotp(staffId: string, secret: string): Uint8Array;
  openTotp(staffId: string, sealed: Uint8Array): string | null;
  checkCode(secret: string, code: string, now: number, after: number): number | null;
}

export interface StaffVaultOptions {
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`: what it sealed still opens, nothing new is sealed under it */
  readonly previous?: Uint8Array;
  readonly random: Random;
}

/** Seconds of a step of the codes. */
const period = 30;
const form = { algorithm: 'SHA1', digits: 6, period } as const;

/** The vault of the staff's accounts. Argon2id is done in browsers, never here. */
export function createStaffVault({ secret, previous, random }: StaffVaultOptions): NodeStaffVault {
  const b = createSodium(createArgon2Pool(1));
  const keyOf = (lineSecret: Uint8Array): Uint8Array => kdf(b, lineSecret, 'totp of staff');
  const key = keyOf(secret);
  const keys = previous === undefined ? [key] : [key, keyOf(previous)];
  const binding = (staffId: string): Uint8Array => concat(version, fromHex(staffId, sizes.id));

  return {
    foldName,
    hash: (bytes) => hash(b, bytes),
    equal,
    newSecret() {
      const bytes = random(sizes.key);
      return { secret: toBase64url(bytes), hash: toHex(hash(b, bytes)) };
    },
    hashSecret(text) {
      const bytes = fromBase64url(text);
      return bytes?.length === sizes.key ? toHex(hash(b, bytes)) : null;
    },
    sealTotp(staffId, text) {
      const bytes = fromBase32(text, rfc4648);
      if (bytes?.length !== totpSecretLength) throw new RangeError('no secret of a second factor');
      return seal(b, random, key, bytes, binding(staffId));
    },
    openTotp(staffId, sealed) {
      const opened = keys.map((one) => open(b, one, sealed, binding(staffId)));
      const bytes = opened.find((plain) => plain !== null);
      return bytes ? toBase32(bytes, rfc4648) : null;
    },
    checkCode(text, code, now, after) {
      if (!/^[0-9]{6}$/.test(code)) return null;
      const totp = new TOTP({ ...form, secret: Secret.fromBase32(text) });
      const present = Math.floor(now / (1000 * period));
      const fits = (step: number): boolean =>
        totp.validate({ token: code, timestamp: 1000 * period * step, window: 0 }) !== null;
      return [present - 1, present, present + 1].find((step) => step > after && fits(step)) ?? null;
    },
  };
}
