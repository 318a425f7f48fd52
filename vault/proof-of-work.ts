/**
 * The work that a request costs: altcha's challenge, version 2, with SHA-256 and counters of 32 bits. The key of a counter is
 * SHA-256, `cost` times over, of salt ‖ nonce ‖ counter; looked for is the counter whose key begins with the prefix.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Breath, createRest } from './breath.js';
import { concat, fromBase64url, fromHex, uint32 } from './bytes.js';
import { asObject, parseObject } from './json.js';
import { fromUtf8 } from './utf8.js';

/** More hashes than this are no work for a phone: about five minutes of a slow one. */
export const mostHashes = 20_000_000;
const hashesPerLook = 64;

interface Work {
  /** salt ‖ nonce */
  readonly start: Uint8Array;
  readonly cost: number;
  readonly prefix: Uint8Array;
}

/**
 * The counter that solves a challenge (base64url of its JSON), looked for in slices; null for what is no such challenge or
 * would take more than `mostHashes`.
 */
export async function solveChallenge(challenge: string, breath: Breath): Promise<number | null> {
  const work = readWork(challenge);
  if (work === null) return null;
  const rest = createRest(breath);
  let hashes = 0;
  for (let counter = 0; hashes < mostHashes; counter += 1) {
    let key = concat(work.start, uint32(counter));
    for (let i = 0; i < work.cost; i += 1) {
      key = sha256(key);
      if ((hashes += 1) % hashesPerLook === 0) await rest();
    }
    if (work.prefix.every((byte, i) => key[i] === byte)) return counter;
  }
  return null;
}

function readWork(challenge: string): Work | null {
  const json = fromUtf8(fromBase64url(challenge) ?? new Uint8Array(0)) ?? '';
  const { algorithm, salt, nonce, keyPrefix, cost } = asObject(parseObject(json)?.['parameters']) ?? {};
  if (algorithm !== 'SHA-256' || typeof cost !== 'number' || cost < 1 || cost > mostHashes) return null;
  const [saltBytes, nonceBytes, prefix] = [hexBytes(salt), hexBytes(nonce), hexBytes(keyPrefix)];
  if (!saltBytes || !nonceBytes || !prefix || prefix.length === 0) return null;
  return { start: concat(saltBytes, nonceBytes), cost, prefix };
}

function hexBytes(value: unknown): Uint8Array | null {
  return typeof value === 'string' && /^(?:[0-9a-f]{2})*$/i.test(value) ? fromHex(value) : null;
}
