/** How a picture is turned (Exif 2.32, tag 0x0112): read out of what a camera wrote, and written with nothing beside it. */

const tag = 0x0112;
const short = 3;
const entryLength = 12;

/** 2 to 8, from a TIFF block; null: it says nothing, says "as it is", or is damaged. */
export function orientationIn(tiff: Uint8Array): number | null {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  if (tiff.length < 14) return null;
  const order = view.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return null;
  const at = view.getUint32(4, little);
  if (at + 2 > tiff.length) return null;
  const count = view.getUint16(at, little);
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + i * entryLength;
    if (entry + entryLength > tiff.length) return null;
    if (view.getUint16(entry, little) !== tag) continue;
    const value = view.getUint16(entry + 8, little);
    const right = view.getUint16(entry + 2, little) === short && value >= 2 && value <= 8;
    return right ? value : null;
  }
  return null;
}

/** A JPEG segment that says how the picture is turned, and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0], // Exif
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1], // one entry at 8
    ...[tag >> 8, tag & 0xff, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0], // no further block
  );
