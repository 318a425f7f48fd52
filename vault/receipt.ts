/**
 * What a receipt opens. K = Argon2id(secret, Hash16("receipt/1" ‖ lineId ‖ locator)); proof and wrap come from K.
 * The labels "reward" and "deny" of K are reserved.
 */
import { type Backend } from './backend.js';
import { concat, type Random, wipe } from './bytes.js';
import { hash, hash16, kdf, version } from './kdf.js';
import { open, seal } from './seal.js';
import { utf8 } from './utf8.js';

/** 8 MiB and one pass: enough for a secret of 66 random bits, kind to old phones. */
export const receiptCost = { kib: 8192, passes: 1 } as const;

export interface ReceiptKeys {
  /** shown to the server, which keeps its hash */
  readonly proof: Uint8Array;
  /** opens the wrapped thread key; never leaves whoever has the secret */
  readonly wrap: Uint8Array;
}

/** The keys of a receipt: 8 digits that find the report and 20 that open its thread. */
export async function receiptKeys(
  b: Backend,
  lineId: Uint8Array,
  locator: string,
  secret: string,
): Promise<ReceiptKeys> {
  const salt = hash16(b, concat(utf8('receipt/1'), lineId, utf8(locator)));
  const k = await b.argon2id(utf8(secret), salt, receiptCost);
  const keys = { proof: kdf(b, k, 'proof'), wrap: kdf(b, k, 'wrap') };
  wipe(k);
  return keys;
}

/** What the server keeps of a proof. */
export function hashProof(b: Backend, proof: Uint8Array): Uint8Array {
  return hash(b, proof);
}

const binding = concat(version, utf8('thread'));

/** The thread's private half under a receipt's wrap key. */
export function wrapThread(
  b: Backend,
  random: Random,
  wrap: Uint8Array,
  threadPrivate: Uint8Array,
): Uint8Array {
  return seal(b, random, wrap, threadPrivate, binding);
}

/** The thread's private half, or null if the wrap key does not open it. */
export function openThread(b: Backend, wrap: Uint8Array, wrapped: Uint8Array): Uint8Array | null {
  return open(b, wrap, wrapped, binding);
}
