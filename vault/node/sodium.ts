/**
 * The server's backend: libsodium, with the two parts that Node has natively faster: XChaCha20-Poly1305 is HChaCha20 of
 * libsodium and OpenSSL's ChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, section 2.3), Argon2id is @node-rs/argon2's.
 */
import sodium from 'libsodium-wrappers-sumo';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type Backend, sizes } from '../backend.js';
import { concat } from '../bytes.js';
import { type Argon2Pool } from './argon2.js';

await sodium.ready;

/** libsodium's backend; Argon2id is derived in `pool`. */
export function createSodium(pool: Argon2Pool): Backend {
  return { ...sodiumPrimitives, argon2id: (password, salt, cost) => pool.derive(password, salt, cost) };
}

/** Everything but Argon2id: pure and synchronous. */
export const sodiumPrimitives: Omit<Backend, 'argon2id'> = {
  hash: (length, message, key) => sodium.crypto_generichash(length, message, key ?? null),

  boxPair: (seed) => {
    const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed);
    return { publicKey, privateKey };
  },
  boxPublic: (privateKey) => sodium.crypto_scalarmult_base(privateKey),
  boxSeal: (message, publicKey, ephemeral) => {
    const ours = sodium.crypto_scalarmult_base(ephemeral);
    const nonce = sodium.crypto_generichash(sizes.nonce, concat(ours, publicKey), null);
    return concat(ours, sodium.crypto_box_easy(message, nonce, publicKey, ephemeral));
  },
  boxOpen: (sealed, { publicKey, privateKey }) =>
    orNull(() => sodium.crypto_box_seal_open(sealed, publicKey, privateKey)),

  aeadSeal: (key, nonce, plain, ad) => {
    const cipher = createCipheriv('chacha20-poly1305', subkey(key, nonce), iv(nonce), authTag);
    cipher.setAAD(ad, { plaintextLength: plain.length });
    const sealed = new Uint8Array(plain.length + sizes.tag);
    sealed.set(cipher.update(plain));
    cipher.final();
    sealed.set(cipher.getAuthTag(), plain.length);
    return sealed;
  },
  aeadOpen: (key, nonce, sealed, ad) => {
    const end = sealed.length - sizes.tag;
    if (end < 0) return null;
    const decipher = createDecipheriv('chacha20-poly1305', subkey(key, nonce), iv(nonce), authTag);
    decipher.setAAD(ad, { plaintextLength: end });
    decipher.setAuthTag(sealed.subarray(end));
    const plain = Uint8Array.from(decipher.update(sealed.subarray(0, end)));
    return orNull(() => decipher.final()) && plain;
  },

  signPublic: (seed) => sodium.crypto_sign_seed_keypair(seed).publicKey,
  sign: (seed, message) =>
    sodium.crypto_sign_detached(message, sodium.crypto_sign_seed_keypair(seed).privateKey),
  verify: (publicKey, message, signature) =>
    orNull(() => sodium.crypto_sign_verify_detached(signature, message, publicKey)) ?? false,
};

const authTag = { authTagLength: sizes.tag };

/** The first 16 bytes of the nonce go into the key, */
const subkey = (key: Uint8Array, nonce: Uint8Array): Uint8Array =>
  sodium.crypto_core_hchacha20(nonce.subarray(0, 16), key, null);

/** the last 8, behind four zeros, are the nonce of RFC 8439. */
function iv(nonce: Uint8Array): Uint8Array {
  if (nonce.length !== sizes.nonce) throw new RangeError(`a nonce has ${sizes.nonce} bytes`);
  const bytes = new Uint8Array(12);
  bytes.set(nonce.subarray(16), 4);
  return bytes;
}

function orNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}
