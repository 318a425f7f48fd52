/** A report's two key pairs, and the envelopes that carry their private halves to the readers. */
import { type Backend, type KeyPair, sizes } from './backend.js';
import { concat, equal, fromHex, type Random } from './bytes.js';
import { hash, version } from './kdf.js';
import { type Envelope, type Half } from './types.js';
import { utf8 } from './utf8.js';

export type ReportKeys = Readonly<Record<Half, KeyPair>>;

/** The pairs of 64 seed bytes, content first: the same seeds make the same keys, so sending twice sends one report. */
export function reportKeys(b: Backend, seeds: Uint8Array): ReportKeys {
  if (seeds.length !== 2 * sizes.key) throw new RangeError('a report has 64 seed bytes');
  return {
    content: b.boxPair(seeds.subarray(0, sizes.key)),
    thread: b.boxPair(seeds.subarray(sizes.key)),
  };
}

/** Where an envelope belongs: a report, a reader, one of the two halves. */
export interface Place {
  readonly reportId: string;
  readonly to: string;
  readonly of: Half;
}

/** Hash(reportId ‖ reader ‖ half). The id's length is fixed and neither half's name ends the other: one reading only. */
function placeHash(b: Backend, { reportId, to, of }: Place): Uint8Array {
  return hash(b, concat(fromHex(reportId, sizes.id), utf8(to), utf8(of)));
}

/** Seals a private half to a reader's box key. @throws Error if the box key is none */
export function sealEnvelope(
  b: Backend,
  random: Random,
  place: Place,
  privateKey: Uint8Array,
  boxPk: Uint8Array,
): Envelope {
  const inside = concat(privateKey, placeHash(b, place));
  const box = concat(version, b.boxSeal(inside, boxPk, random(sizes.key)));
  inside.fill(0);
  return { to: place.to, of: place.of, box };
}

/** The private half, or null: damaged, for another reader, or moved from another report or half. */
export function openEnvelope(
  b: Backend,
  reader: KeyPair,
  reportId: string,
  envelope: Envelope,
): Uint8Array | null {
  if (envelope.box[0] !== version[0]) return null;
  const inside = b.boxOpen(envelope.box.subarray(1), reader);
  if (inside?.length !== 2 * sizes.key) return null;
  const place = placeHash(b, { reportId, to: envelope.to, of: envelope.of });
  return equal(inside.subarray(sizes.key), place) ? inside.slice(0, sizes.key) : null;
}
