/**
 * A half-written report as it lies in its row: a draft key under a day key, and the conversation under the draft key,
 * both bound to the row's tag. A draft key seals every save of its draft, each under a nonce of its own.
 */
import { concat, type Random, wipe } from './bytes.js';
import { version } from './kdf.js';
import { pad, padmeLength, unpad } from './padme.js';
import { type Aead, open, seal, sealOverhead } from './seal.js';
import { utf8 } from './utf8.js';

/** What a draft's seals are bound to: 0x01 ‖ tag. */
export function draftBinding(tag: string): Uint8Array {
  return concat(version, utf8(tag));
}

/** Seals a conversation: `size` bytes, or the Padmé length if it needs more. */
export function sealDraft(
  b: Aead,
  random: Random,
  draftKey: Uint8Array,
  plain: Uint8Array,
  binding: Uint8Array,
  size: number,
): Uint8Array {
  const least = plain.length + 1 + sealOverhead;
  const padded = pad(plain, (least <= size ? size : padmeLength(least)) - sealOverhead);
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
