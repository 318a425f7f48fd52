/**
 * Padding that hides lengths. Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: "Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", PoPETs 2019): of a length of n bits only about log n are left,
 * at most 12 % are added. The end is marked as in ISO/IEC 7816-4: 0x80, then zeros.
 */

const endMark = 0x80;

/** The Padmé length for `length` bytes. */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}

/** The bytes, the end mark and zeros: `length` bytes in all, by default the Padmé length. @throws RangeError if too small */
export function pad(plain: Uint8Array, length = padmeLength(plain.length + 1)): Uint8Array {
  if (length <= plain.length) throw new RangeError('padding needs room for its end mark');
  const padded = new Uint8Array(length);
  padded.set(plain);
  padded[plain.length] = endMark;
  return padded;
}

/** What `pad` was given, or null if there is no end mark. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  return padded[end] === endMark ? padded.subarray(0, end) : null;
}
