/**
 * Argon2id (RFC 9106) of one lane in slices, on BLAKE2b of @noble/hashes. The library's own waits between slices by
 * `scheduler.yield` or `setTimeout`, which a mini-program need not have; here the pause is passed in.
 */
import { blake2b } from '@noble/hashes/blake2.js';
import { blockWords, compress, productHigh, wipeBlock } from './argon2-block.js';
import { type Argon2Cost, sizes } from './backend.js';
import { type Breath, createRest } from './breath.js';
import { concat, wipe } from './bytes.js';

/** Blocks of 1 KiB that are made between two looks at the clock. */
export const blocksPerLook = 4;

/** Segments of a lane, between which the standard has its synchronisation points. */
const segments = 4;
const typeArgon2id = 2;
const version = 0x13;
/** Pairs of words that one block of addresses holds. */
const pairs = 128;

/** A lane at work: its blocks, and where it stands. */
interface Lane {
  readonly memory: Uint32Array;
  /** blocks of the lane, and of one of its segments */
  readonly length: number;
  readonly segment: number;
  readonly passes: number;
  /** three blocks: addresses, what they are made from, zeros */
  readonly addresses: Uint32Array;
}

/** Argon2id, 32 bytes, byte for byte libsodium's. @throws RangeError for another salt, under 8 KiB, or no pass */
export async function argon2idSliced(
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
  breath: Breath,
): Promise<Uint8Array> {
  const lane = firstBlocks(password, salt, cost);
  const rest = createRest(breath);
  let made = 2;
  for (let pass = 0; pass < lane.passes; pass += 1)
    for (let at = pass === 0 ? 2 : 0; at < lane.length; at += 1) {
      fillBlock(lane, pass, at);
      if ((made += 1) % blocksPerLook === 0) await rest();
    }
  const key = longHash(bytesOf(lane.memory.subarray((lane.length - 1) * blockWords)), sizes.key);
  lane.memory.fill(0);
  wipeBlock();
  return key;
}

/** H0 and the two blocks that it makes. */
function firstBlocks(password: Uint8Array, salt: Uint8Array, { kib, passes }: Argon2Cost): Lane {
  if (salt.length !== sizes.salt) throw new RangeError(`expected ${sizes.salt} bytes`);
  if (kib < 2 * segments || passes < 1) throw new RangeError('Argon2id needs 8 KiB and a pass');
  const segment = Math.floor(kib / segments);
  const length = segments * segment;
  const addresses = new Uint32Array(3 * blockWords);
  const lane: Lane = { memory: new Uint32Array(length * blockWords), length, segment, passes, addresses };
  const numbers = [1, sizes.key, kib, passes, version, typeArgon2id, password.length].map(le32);
  const h0 = blake2b(concat(...numbers, password, le32(salt.length), salt, le32(0), le32(0)));
  for (const n of [0, 1]) {
    const view = new DataView(longHash(concat(h0, le32(n), le32(0)), 4 * blockWords).buffer);
    for (let i = 0; i < blockWords; i += 1) lane.memory[n * blockWords + i] = view.getUint32(4 * i, true);
  }
  wipe(h0);
  return lane;
}

/** Makes the block at `at` from the one before it and one that addresses or contents choose (section 3.4). */
function fillBlock(lane: Lane, pass: number, at: number): void {
  const { memory, length, segment } = lane;
  const slice = Math.floor(at / segment);
  const index = at % segment;
  const before = at === 0 ? length - 1 : at - 1;
  const chosen =
    pass === 0 && slice < 2 ? address(lane, pass, slice, index) : (memory[before * blockWords] ?? 0);
  const area = (pass === 0 ? slice * segment : length - segment) + index - 1;
  const start = pass === 0 ? 0 : ((slice + 1) % segments) * segment;
  const back = productHigh(area, productHigh(chosen, chosen));
  const other = (start + area - 1 - back) % length;
  compress(memory, before * blockWords, other * blockWords, at * blockWords, pass > 0);
}

/** J1 of a block whose partner does not depend on what is hashed (section 3.4.1.2). */
function address(lane: Lane, pass: number, slice: number, index: number): number {
  const { addresses } = lane;
  const counter = Math.floor(index / pairs) + 1;
  const input = [pass, 0, slice, lane.length, lane.passes, typeArgon2id, counter];
  const known = input.every((word, i) => addresses[blockWords + 2 * i] === word);
  if (!known) {
    input.forEach((word, i) => (addresses[blockWords + 2 * i] = word));
    compress(addresses, 2 * blockWords, blockWords, 0, false);
    compress(addresses, 2 * blockWords, 0, 0, false);
  }
  return addresses[2 * (index % pairs)] ?? 0;
}

/** H' (section 3.3): BLAKE2b of any length. */
function longHash(message: Uint8Array, length: number): Uint8Array {
  const whole = concat(le32(length), message);
  if (length <= 64) return blake2b(whole, { dkLen: length });
  const out = new Uint8Array(length);
  let last = blake2b(whole);
  let at = 0;
  for (; length - at > 64; at += 32) {
    out.set(last.subarray(0, 32), at);
    last = blake2b(last, { dkLen: Math.min(64, length - at - 32) });
  }
  out.set(last, at);
  return out;
}

const le32 = (n: number): Uint8Array => Uint8Array.of(n, n >>> 8, n >>> 16, n >>> 24);

/** The words of a block as bytes, the least significant first. */
function bytesOf(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  return new Uint8Array(view.buffer);
}
