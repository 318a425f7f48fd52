/**
 * Takes out of a picture what it tells beside what it shows: place, device, names, thumbnails. What it is follows from
 * its bytes. What stays is listed, everything else goes; where a file cannot be read to its end, nothing is promised.
 */
import type { CleanFile } from '../clean-file.js';
import type { ByteSource } from '../ports.js';
import { jpegPieces } from './jpeg.js';
import { pngPieces } from './png.js';
import { joined, spliced, type Piece } from './splice.js';
import { webpPieces } from './webp.js';
import { windowOn, type Window } from './window.js';

type Clean = (file: Window) => Promise<readonly Piece[] | null>;

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** How a picture of these first bytes is cleaned; null: it is one that cannot be; undefined: it is none. */
function wayOf(first: Uint8Array): Clean | null | undefined {
  if (first[0] === 0xff && first[1] === 0xd8) return jpegPieces;
  if (text(first, 0, 8) === '\x89PNG\r\n\x1a\n') return pngPieces;
  if (text(first, 0, 4) === 'RIFF' && text(first, 8, 12) === 'WEBP') return webpPieces;
  const brand = text(first, 4, 8) === 'ftyp' ? text(first, 8, 12) : '';
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/.test(brand)) return null;
  return /^(?:GIF8|II\*\0|MM\0\*|BM)/.test(text(first, 0, 4)) ? null : undefined;
}

/** @throws whatever reading the file throws */
export const cleanPicture: CleanFile = async (source: ByteSource) => {
  const way = wayOf(await source.read(0, Math.min(source.size, 12)));
  if (way === undefined) return { source, cleaned: 'no-picture' };
  const pieces = way === null ? null : await way(windowOn(source));
  return pieces === null
    ? { source, cleaned: 'unchanged' }
    : { source: spliced(source, joined(pieces)), cleaned: 'cleaned' };
};
