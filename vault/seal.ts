/** The seal under a key that is already shared: 0x01 ‖ nonce ‖ XChaCha20-Poly1305. */
import { type Backend, sizes } from './backend.js';
import { concat, type Random } from './bytes.js';
import { version } from './kdf.js';

export type Aead = Pick<Backend, 'aeadSeal' | 'aeadOpen'>;

const sealedAt = 1 + sizes.nonce;

/** Bytes that a seal adds. */
export const sealOverhead = sealedAt + sizes.tag;

/** Seals under a nonce of 24 random bytes: no key is used often enough for two to meet. */
export function seal(
  b: Aead,
  random: Random,
  key: Uint8Array,
  plain: Uint8Array,
  ad: Uint8Array,
): Uint8Array {
  const nonce = random(sizes.nonce);
  return concat(version, nonce, b.aeadSeal(key, nonce, plain, ad));
}

/** The plain bytes, or null for another key, other associated data, or anything but what was sealed. */
export function open(b: Aead, key: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Uint8Array | null {
  if (sealed[0] !== version[0] || sealed.length < sealOverhead) return null;
  return b.aeadOpen(key, sealed.subarray(1, sealedAt), sealed.subarray(sealedAt), ad);
}
