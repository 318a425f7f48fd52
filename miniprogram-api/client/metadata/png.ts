/** PNG (third edition): the chunks of the picture stay; texts, times, EXIF and colour profiles go, and what stands after the end. */
import type { Piece } from './splice.js';
import type { Window } from './window.js';

const picture: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'],
  ...['acTL', 'fcTL', 'fdAT'],
]);
const signature = 8;
/** length, name and checksum */
const around = 12;

/** The pieces of the picture alone; null: it is damaged. */
export async function pngPieces(file: Window): Promise<readonly Piece[] | null> {
  const kept: Piece[] = [{ from: 0, to: signature }];
  for (let at = signature; ;) {
    const head = await file.bytes(at, at + 8);
    if (head === null) return null;
    const view = new DataView(head.buffer, head.byteOffset, 8);
    const name = String.fromCharCode(...head.subarray(4));
    const end = at + around + view.getUint32(0);
    if (end > file.size || (at === signature && name !== 'IHDR')) return null;
    if (picture.has(name)) kept.push({ from: at, to: end });
    if (name === 'IEND') return kept;
    at = end;
  }
}
