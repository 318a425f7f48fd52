/** Hash of a sealed part in slices: a mebibyte at once would hold a phone for a good while. */
import { blake2b } from '@noble/hashes/blake2.js';
import { type Breath, createRest } from './breath.js';

const slice = 16_384;

/** BLAKE2b-256, byte for byte `hash` of kdf.ts. */
export async function hashInSlices(bytes: Uint8Array, breath: Breath): Promise<Uint8Array> {
  const state = blake2b.create({ dkLen: 32 });
  const rest = createRest(breath);
  for (let at = 0; at < bytes.length; at += slice) {
    state.update(bytes.subarray(at, at + slice));
    await rest();
  }
  return state.digest();
}
