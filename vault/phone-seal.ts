/**
 * The phone of a member of staff: the platform's name of the account (openid), sealed for that member under a key of its
 * own, and found by a tag under another, so that it matches no tag of a draft.
 */
import { type Backend, sizes } from './backend.js';
import { concat, fromBase64url, fromHex, type Random, toBase64url, toHex } from './bytes.js';
import { hash, kdf, version } from './kdf.js';
import { open, seal } from './seal.js';
import { fromUtf8, utf8 } from './utf8.js';

/** domain/phones/ports.ts has the promises of each method. */
export interface PhoneSeal {
  newCode(): { readonly code: string; readonly hash: string };
  hashCode(code: string): string | null;
  /** @throws RangeError if the id is not 16 bytes of hex */
  seal(staffId: string, openid: string): Uint8Array;
  open(staffId: string, sealed: Uint8Array): string | null;
  tags(openid: string): readonly [string, ...string[]];
}

export interface PhoneSealOptions {
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  /** `LINE_SECRET_PREVIOUS`: what it sealed still opens and is found, nothing new is sealed under it */
  readonly previous?: Uint8Array;
  readonly random: Random;
}

/** Bytes of a code. */
const codeLength = 16;

/** The domain's port `PhoneVault`. */
export function createPhoneSeal(b: Backend, { secret, previous, random }: PhoneSealOptions): PhoneSeal {
  const keysOf = (lineSecret: Uint8Array) => ({
    seal: kdf(b, lineSecret, 'phone of staff'),
    tag: kdf(b, lineSecret, 'tag of a phone of staff'),
  });
  const present = keysOf(secret);
  const before = previous === undefined ? [] : [keysOf(previous)];
  const binding = (staffId: string): Uint8Array => concat(version, fromHex(staffId, sizes.id));

  return {
    newCode() {
      const bytes = random(codeLength);
      return { code: toBase64url(bytes), hash: toHex(hash(b, bytes)) };
    },
    hashCode(code) {
      const bytes = fromBase64url(code);
      return bytes?.length === codeLength ? toHex(hash(b, bytes)) : null;
    },
    seal: (staffId, openid) => seal(b, random, present.seal, utf8(openid), binding(staffId)),
    open(staffId, sealed) {
      const opened = [present, ...before].map((keys) => open(b, keys.seal, sealed, binding(staffId)));
      const bytes = opened.find((plain) => plain !== null);
      return bytes ? fromUtf8(bytes) : null;
    },
    tags(openid) {
      const tagUnder = ({ tag }: typeof present): string => toBase64url(hash(b, utf8(openid), tag));
      return [tagUnder(present), ...before.map(tagUnder)];
    },
  };
}
