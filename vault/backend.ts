/** The primitives under every format, so that a server, a browser and a mini-program seal the same bytes. */

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** What one Argon2id (RFC 9106) costs: memory in KiB, passes over it. One lane, 32 bytes out. */
export interface Argon2Cost {
  readonly kib: number;
  readonly passes: number;
}

/**
 * Keys, hashes and seals, byte for byte the same in each implementation. It draws no randomness of its own:
 * ephemeral keys and nonces are passed in. Wrong lengths throw; what does not open is null.
 */
export interface Backend {
  /** BLAKE2b (RFC 7693) of `length` bytes, 16 to 64, keyed if a key is given. */
  hash(length: number, message: Uint8Array, key?: Uint8Array): Uint8Array;

  /** The X25519 pair of a 32-byte seed, as libsodium's `crypto_box_seed_keypair`: SHA-512(seed), first half. */
  boxPair(seed: Uint8Array): KeyPair;
  /** The public half of an X25519 private half. */
  boxPublic(privateKey: Uint8Array): Uint8Array;
  /**
   * libsodium's `crypto_box_seal` with the ephemeral private half passed in: 32 random bytes, used once.
   * @throws Error if the public key is a point of low order
   */
  boxSeal(message: Uint8Array, publicKey: Uint8Array, ephemeral: Uint8Array): Uint8Array;
  /** libsodium's `crypto_box_seal_open`, or null. */
  boxOpen(sealed: Uint8Array, pair: KeyPair): Uint8Array | null;

  /** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): 32-byte key, 24-byte nonce, 16-byte tag at the end. */
  aeadSeal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, ad: Uint8Array): Uint8Array;
  /** The plain bytes, or null. */
  aeadOpen(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, ad: Uint8Array): Uint8Array | null;

  /** The Ed25519 (RFC 8032) public key of a 32-byte seed. A signing key's private half is its seed here. */
  signPublic(seed: Uint8Array): Uint8Array;
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array;
  /** False also for keys and signatures that are none. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;

  /** Argon2id, 32 bytes. The salt has 16. */
  argon2id(password: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Uint8Array>;
}

export const sizes = { key: 32, nonce: 24, tag: 16, boxSeal: 48, signature: 64, id: 16, salt: 16 } as const;
