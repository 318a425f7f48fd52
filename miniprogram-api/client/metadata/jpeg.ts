/**
 * JPEG (ITU T.81): only what is needed to decode the picture stays. All application segments and comments go: EXIF with
 * place, device and thumbnail, XMP, IPTC, maker notes, further pictures, and whatever stands after the picture's end. A
 * colour profile goes too: that of a screen can carry its serial number. How the picture is turned stays, alone.
 */
import type { Piece } from './splice.js';
import type { Window } from './window.js';
import { orientationIn, orientationSegment } from './orientation.js';

const [soi, eoi, sos, app0, app1, app14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee];
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xc4 && marker !== 0xcc;
/** DHT, DAC, DQT, DNL, DRI */
const tables: readonly number[] = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd];

/** JFIF 1.1 without density and without a thumbnail. */
const jfif = Uint8Array.of(0xff, app0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
/** Adobe's segment has twelve bytes: which colours the numbers are. */
const adobeLength = 14;

const begins = (bytes: Uint8Array, text: string): boolean =>
  Array.from(text, (char) => char.charCodeAt(0)).every((code, i) => bytes[i] === code);

/** The pieces of the picture alone; null: it is damaged, and nothing is said of what is in it. */
export async function jpegPieces(file: Window): Promise<readonly Piece[] | null> {
  const kept: Piece[] = [];
  const seen = { jfif: false, orientation: 1, scans: 0 };
  let at = 2;
  for (;;) {
    const found = await markerAt(file, at);
    if (found === null) return null;
    const { marker, next } = found;
    if (marker === eoi) return seen.scans === 0 ? null : whole(seen, kept);
    const length = await lengthAt(file, next);
    if (marker === soi || length === null) return null;
    const end = next + length;
    const segment = { from: next - 2, to: end };
    if (marker === sos) {
      const after = await scanEnd(file, end);
      if (after === null) return null;
      seen.scans += 1;
      kept.push({ from: segment.from, to: after });
      at = after;
      continue;
    }
    if (isFrame(marker) || tables.includes(marker)) kept.push(segment);
    else if (marker === app0) seen.jfif ||= await startsWith(file, next + 2, 'JFIF\0');
    else if (marker === app1) await turned(file, next + 2, end, seen);
    else if (marker === app14 && length === adobeLength && (await startsWith(file, next + 2, 'Adobe')))
      kept.push(segment);
    at = end;
  }
}

function whole(
  seen: { readonly jfif: boolean; readonly orientation: number },
  kept: readonly Piece[],
): readonly Piece[] {
  const { orientation } = seen;
  return [
    { bytes: Uint8Array.of(0xff, soi) },
    ...(seen.jfif ? [{ bytes: jfif }] : []),
    ...(orientation === 1 ? [] : [{ bytes: orientationSegment(orientation) }]),
    ...kept,
    { bytes: Uint8Array.of(0xff, eoi) },
  ];
}

/** The marker that begins here, after as many fill bytes as there are. */
async function markerAt(file: Window, at: number): Promise<{ marker: number; next: number } | null> {
  for (let place = at; ; place += 1) {
    const bytes = await file.bytes(place, place + 2);
    if (bytes?.[0] !== 0xff) return null;
    const marker = bytes[1] ?? 0;
    if (marker !== 0xff) return marker === 0 ? null : { marker, next: place + 2 };
  }
}

/** A segment's length with its own two bytes; null: it goes beyond the file. */
async function lengthAt(file: Window, at: number): Promise<number | null> {
  const bytes = await file.bytes(at, at + 2);
  if (bytes === null) return null;
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return length < 2 || at + length > file.size ? null : length;
}

async function startsWith(file: Window, at: number, text: string): Promise<boolean> {
  const bytes = await file.bytes(at, at + text.length);
  return bytes !== null && begins(bytes, text);
}

async function turned(file: Window, from: number, to: number, seen: { orientation: number }): Promise<void> {
  const bytes = await file.bytes(from, to);
  if (bytes === null || !begins(bytes, 'Exif\0\0')) return;
  const found = orientationIn(bytes.subarray(6));
  if (found !== null && seen.orientation === 1) seen.orientation = found;
}

/** Where the coded data of a scan ends: at the first marker that neither is stuffed nor restarts it. */
async function scanEnd(file: Window, from: number): Promise<number | null> {
  let at = from;
  while (at < file.size) {
    const bytes = await file.rest(at);
    for (let i = 0; i + 1 < bytes.length; i += 1) {
      if (bytes[i] !== 0xff) continue;
      const next = bytes[i + 1] ?? 0;
      if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
      return at + i;
    }
    if (bytes.length < 2) return null;
    at += bytes.length - 1;
  }
  return null;
}
