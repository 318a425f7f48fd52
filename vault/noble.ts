/** The backend for browsers and mini-programs: no WebAssembly. Same bytes as libsodium's (test/vault/vectors.json). */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { argon2idSliced } from './argon2-sliced.js';
import { type Backend, sizes } from './backend.js';
import { type Breath } from './breath.js';
import { concat } from './bytes.js';

export const noble: Backend = {
  hash: (dkLen, message, key) => blake2b(message, key ? { dkLen, key } : { dkLen }),

  boxPair: (seed) => {
    const privateKey = sha512(length(seed, sizes.key)).slice(0, sizes.key);
    return { privateKey, publicKey: x25519.getPublicKey(privateKey) };
  },
  boxPublic: (privateKey) => x25519.getPublicKey(privateKey),
  boxSeal: (message, publicKey, ephemeral) => {
    const ours = x25519.getPublicKey(ephemeral);
    return concat(ours, box(ephemeral, publicKey, ours, publicKey).encrypt(message));
  },
  boxOpen: (sealed, { publicKey, privateKey }) =>
    orNull(() => {
      const theirs = sealed.subarray(0, sizes.key);
      return box(privateKey, theirs, theirs, publicKey).decrypt(sealed.subarray(sizes.key));
    }),

  aeadSeal: (key, nonce, plain, ad) => xchacha20poly1305(key, nonce, ad).encrypt(plain),
  aeadOpen: (key, nonce, sealed, ad) => orNull(() => xchacha20poly1305(key, nonce, ad).decrypt(sealed)),

  signPublic: (seed) => ed25519.getPublicKey(seed),
  sign: (seed, message) => ed25519.sign(message, seed),
  verify: (publicKey, message, signature) =>
    orNull(() => ed25519.verify(signature, message, publicKey, { zip215: false })) ?? false,

  argon2id: (password, salt, { kib, passes }) =>
    argon2idAsync(password, length(salt, sizes.salt), { m: kib, t: passes, p: 1, dkLen: sizes.key }),
};

/** The same with an Argon2id that lets the page go on between slices, and that asks nothing of the host. */
export function createNoble(breath: Breath): Backend {
  return { ...noble, argon2id: (password, salt, cost) => argon2idSliced(password, salt, cost, breath) };
}

/** crypto_box of a sealed box: HSalsa20 of the shared point, nonce = BLAKE2b-192(ephemeral ‖ receiver). */
function box(ours: Uint8Array, theirs: Uint8Array, ephemeralPk: Uint8Array, receiverPk: Uint8Array) {
  const shared = x25519.getSharedSecret(ours, theirs);
  const key = new Uint32Array(8);
  hsalsa(sigma, words(shared), new Uint32Array(4), key);
  const nonce = blake2b(concat(ephemeralPk, receiverPk), { dkLen: sizes.nonce });
  return xsalsa20poly1305(new Uint8Array(key.buffer), nonce);
}

const words = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.slice().buffer);
/** "expand 32-byte k" */
const sigma = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574);

function length(bytes: Uint8Array, expected: number): Uint8Array {
  if (bytes.length !== expected) throw new RangeError(`expected ${expected} bytes`);
  return bytes;
}

function orNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}
