/**
 * Evidence: a file in parts, each sealed under the file's own random key and bound to its place among them.
 * 0x01 ‖ nonce ‖ XChaCha20-Poly1305(key, padded part, AD = 0x01 ‖ reportId ‖ fileId ‖ n ‖ total).
 */
import { type Backend, sizes } from './backend.js';
import { concat, fromHex, type Random, uint32, wipe } from './bytes.js';
import { version } from './kdf.js';
import { pad, padmeLength, unpad } from './padme.js';
import { open, seal } from './seal.js';

/** Bytes of the file in each part but the last. */
export const partSize = 1024 * 1024;

/** Where a part belongs; ids are hex, `n` counts from 0. */
export interface PartPlace {
  readonly reportId: string;
  readonly fileId: string;
  readonly n: number;
  readonly total: number;
}

/** How many parts a file of `size` bytes has; an empty file has one. */
export function partCount(size: number): number {
  return Math.max(1, Math.ceil(size / partSize));
}

/**
 * Seals one part. A file of one part is padded by Padmé, parts of a larger file to full size, so that what lies on
 * disk tells a larger file's size to the megabyte only. @throws RangeError for more than 1 MiB or a place that is none
 */
export function sealPart(
  b: Backend,
  random: Random,
  key: Uint8Array,
  place: PartPlace,
  bytes: Uint8Array,
): Uint8Array {
  if (bytes.length > partSize) throw new RangeError('a part has at most 1 MiB');
  const full = partSize + 1;
  const padded = pad(bytes, place.total === 1 ? Math.min(padmeLength(bytes.length + 1), full) : full);
  const sealed = seal(b, random, key, padded, binding(place));
  wipe(padded);
  return sealed;
}

/** The part's bytes, or null: damaged, cut, or from another place. */
export function openPart(
  b: Backend,
  key: Uint8Array,
  place: PartPlace,
  sealed: Uint8Array,
): Uint8Array | null {
  const padded = open(b, key, sealed, binding(place));
  return padded && unpad(padded);
}

function binding({ reportId, fileId, n, total }: PartPlace): Uint8Array {
  if (!Number.isInteger(n) || n < 0 || n >= total || total > 0xffffffff) throw new RangeError('no such part');
  return concat(version, fromHex(reportId, sizes.id), fromHex(fileId, sizes.id), uint32(n), uint32(total));
}
