/**
 * A half-written report as it lies in its row: a draft key under a day key, and the conversation under the draft key.
 * Both are 0x01 ‖ nonce ‖ XChaCha20-Poly1305 with AD = 0x01 ‖ tag. A draft key is used for every save of its draft:
 * 24 random bytes of nonce leave no chance of a repeat.
 */
import { type Backend, sizes } from './backend.js';
import { concat, type Random, wipe } from './bytes.js';
import { version } from './kdf.js';
import { pad, padmeLength, unpad } from './padme.js';
import { utf8 } from './utf8.js';

type Aead = Pick<Backend, 'aeadSeal' | 'aeadOpen'>;

const sealedAt = 1 + sizes.nonce;
const overhead = sealedAt + sizes.tag;

/** What a draft's seals are bound to. */
export function draftBinding(tag: string): Uint8Array {
  return concat(version, utf8(tag));
}

/** A draft key under a day key. */
export function wrapDraftKey(
  b: Aead,
  random: Random,
  dayKey: Uint8Array,
  draftKey: Uint8Array,
  binding: Uint8Array,
): Uint8Array {
  return seal(b, random, dayKey, draftKey, binding);
}

/** The draft key, or null if another day key or another tag sealed it. */
export function unwrapDraftKey(
  b: Aead,
  dayKey: Uint8Array,
  wrapped: Uint8Array,
  binding: Uint8Array,
): Uint8Array | null {
  return wrapped.length === overhead + sizes.key ? open(b, dayKey, wrapped, binding) : null;
}

/** A conversation under its draft key; the body has `size` bytes, or the Padmé length beyond. */
export function sealDraft(
  b: Aead,
  random: Random,
  draftKey: Uint8Array,
  plain: Uint8Array,
  binding: Uint8Array,
  size: number,
): Uint8Array {
  const least = plain.length + 1 + overhead;
  const padded = pad(plain, (least <= size ? size : padmeLength(least)) - overhead);
  const body = seal(b, random, draftKey, padded, binding);
  wipe(padded);
  return body;
}

/** The conversation, or null. */
export function openDraft(
  b: Aead,
  draftKey: Uint8Array,
  body: Uint8Array,
  binding: Uint8Array,
): Uint8Array | null {
  const padded = open(b, draftKey, body, binding);
  return padded && unpad(padded);
}

function seal(b: Aead, random: Random, key: Uint8Array, plain: Uint8Array, binding: Uint8Array): Uint8Array {
  const nonce = random(sizes.nonce);
  return concat(version, nonce, b.aeadSeal(key, nonce, plain, binding));
}

function open(b: Aead, key: Uint8Array, sealed: Uint8Array, binding: Uint8Array): Uint8Array | null {
  if (sealed[0] !== version[0] || sealed.length < overhead) return null;
  return b.aeadOpen(key, sealed.subarray(1, sealedAt), sealed.subarray(sealedAt), binding);
}
