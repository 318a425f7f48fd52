/**
 * The server's backend: libsodium, and two native parts where they are faster: XChaCha20-Poly1305 of long messages is
 * libsodium's HChaCha20 and OpenSSL's ChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, section 2.3), Argon2id is
 * @node-rs/argon2's.
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

  aeadSeal: (key, nonce, plain, ad) =>
    plain.length < worthOpenssl
      ? sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key)
      : opensslSeal(key, nonce, plain, ad),
  aeadOpen: (key, nonce, sealed, ad) =>
    sealed.length < worthOpenssl
      ? orNull(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, ad, nonce, key))
      : opensslOpen(key, nonce, sealed, ad),

  signPublic: (seed) => sodium.crypto_sign_seed_keypair(seed).publicKey,
  sign: (seed, message) =>
    sodium.crypto_sign_detached(message, sodium.crypto_sign_seed_keypair(seed).privateKey),
  verify: (publicKey, message, signature) =>
    orNull(() => sodium.crypto_sign_verify_detached(signature, message, publicKey)) ?? false,
};

/** From so many bytes on OpenSSL's speed is worth its 10 µs of setting up. */
const worthOpenssl = 2048;
const authTag = { authTagLength: sizes.tag };

function opensslSeal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, ad: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', subkey(key, nonce), iv(nonce), authTag);
  cipher.setAAD(ad, { plaintextLength: plain.length });
  const sealed = new Uint8Array(plain.length + sizes.tag);
  sealed.set(cipher.update(plain));
  cipher.final();
  sealed.set(cipher.getAuthTag(), plain.length);
  return sealed;
}

function opensslOpen(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, ad: Uint8Array) {
  const end = sealed.length - sizes.tag;
  const decipher = createDecipheriv('chacha20-poly1305', subkey(key, nonce), iv(nonce), authTag);
  decipher.setAAD(ad, { plaintextLength: end });
  decipher.setAuthTag(sealed.subarray(end));
  const { buffer, byteOffset, length } = decipher.update(sealed.subarray(0, end));
  return orNull(() => decipher.final()) && new Uint8Array(buffer, byteOffset, length);
}

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
