/**
 * What a receipt opens. K = Argon2id(its nineteen drawn digits, Hash16("receipt/2" ‖ lineId)); proof and wrap come from K.
 * The labels "reward" and "deny" of K are reserved.
 */
import { type Backend } from './backend.js';
import { concat, type Random, wipe } from './bytes.js';
import { hash, hash16, kdf, version } from './kdf.js';
import { open, seal } from './seal.js';
import { utf8 } from './utf8.js';

/** 16 MiB and one pass: enough for 63 random bits, kind to old phones. */
export const receiptCost = { kib: 16_384, passes: 1 } as const;

export interface ReceiptKeys {
  /** shown to the server, which keeps its hash and finds the report by it */
  readonly proof: Uint8Array;
  /** opens the wrapped thread key; never leaves whoever has the receipt */
  readonly wrap: Uint8Array;
}

const shape = /^[0-9]{20}$/;

/**
 * The keys of a receipt (20 ASCII digits, the last of which checks the others and adds nothing). One salt for the whole
 * line, so that the proof alone finds the report. @throws RangeError for anything else than twenty digits
 */
export async function receiptKeys(b: Backend, lineId: Uint8Array, receipt: string): Promise<ReceiptKeys> {
  if (!shape.test(receipt)) throw new RangeError('a receipt has twenty digits');
  const salt = hash16(b, concat(utf8('receipt/2'), lineId));
  const k = await b.argon2id(utf8(receipt.slice(0, -1)), salt, receiptCost);
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
