/** Hash, Hash16 and KDF as design names them: BLAKE2b with a parameter block of its own for each length. */
import { type Backend, sizes } from './backend.js';
import { utf8 } from './utf8.js';

/** Opens every sealed format. */
export const version = Uint8Array.of(1);

/** Hash: BLAKE2b-256, keyed if a key is given. */
export function hash(b: Backend, message: Uint8Array, key?: Uint8Array): Uint8Array {
  return b.hash(32, message, key);
}

/** Hash16: BLAKE2b-128, for salts. Not a cut of Hash: the length is part of BLAKE2b's parameters. */
export function hash16(b: Backend, message: Uint8Array): Uint8Array {
  return b.hash(sizes.salt, message);
}

/** KDF(K, label): a key of its own for each written purpose. BLAKE2b-256 of the label, keyed with K. */
export function kdf(b: Backend, key: Uint8Array, label: string): Uint8Array {
  return b.hash(sizes.key, utf8(label), key);
}
