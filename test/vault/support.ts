/** Both backends, repeatable randomness, and a line with readers, for the vault's tests. */
import { type Random } from '../../vault/bytes.js';
import { signEntry } from '../../vault/keyring.js';
import { noble } from '../../vault/noble.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createSodium } from '../../vault/node/sodium.js';
import { type KeyringEntry } from '../../vault/types.js';

export const sodium = createSodium(createArgon2Pool());

export const backends = [
  ['sodium', sodium],
  ['noble', noble],
] as const;

/** Bytes that look random and are the same in every run: BLAKE2b of a counter. */
export function countingRandom(seed = 'seed'): Random {
  let count = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 64) {
      const block = sodium.hash(64, new TextEncoder().encode(`${seed}/${String((count += 1))}`));
      bytes.set(block.subarray(0, length - at), at);
    }
    return bytes;
  };
}

export const rootSeed: Uint8Array = new Uint8Array(32).fill(7);
export const rootPk = sodium.signPublic(rootSeed);

/** A reader with keys made from its name, signed by the root unless told otherwise. */
export function reader(handlerId: string, changes: Partial<KeyringEntry> = {}, signer = rootSeed) {
  const draw = countingRandom(handlerId);
  const box = sodium.boxPair(draw(32));
  const signSeed = draw(32);
  const { signature, ...unsigned } = {
    handlerId,
    boxPk: box.publicKey,
    signPk: sodium.signPublic(signSeed),
    fromDay: '2026-01-01',
    revokedDay: null,
    signedBy: 'root',
    ...changes,
  };
  const entry = signature ? { ...unsigned, signature } : signEntry(sodium, signer, unsigned);
  return { entry, box, signSeed };
}

/** The bytes with one bit turned. */
export function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}
