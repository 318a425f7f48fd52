/** WebP (RFC 9649): the chunks of the picture stay, in each frame too; EXIF, XMP, colour profile and what is unknown go. */
import type { Piece } from './splice.js';
import type { Window } from './window.js';

const [head, chunkHead, frameHead] = [12, 8, 16];
/** flags of VP8X: an animation, and transparency */
const keptFlags = 0x02 | 0x10;
const frameParts: ReadonlySet<string> = new Set(['ALPH', 'VP8 ', 'VP8L']);
const picture: ReadonlySet<string> = new Set([...frameParts, 'ANIM']);

interface Chunk {
  readonly name: string;
  readonly from: number;
  /** without the padding byte */
  readonly length: number;
  readonly end: number;
}

/** The pieces of the picture alone; null: it is damaged. */
export async function webpPieces(file: Window): Promise<readonly Piece[] | null> {
  const kept: Piece[] = [];
  const size = await number(file, 4);
  if (size === null || 8 + size > file.size) return null;
  const chunks = await chunksOf(file, head, 8 + size);
  if (chunks === null || chunks.length === 0) return null;
  for (const chunk of chunks) {
    if (picture.has(chunk.name)) kept.push({ from: chunk.from, to: chunk.end });
    else if (chunk.name === 'VP8X') {
      const bytes = await file.bytes(chunk.from, chunk.end);
      if (bytes === null || chunk.length !== 10) return null;
      const plain = bytes.slice();
      plain[chunkHead] = (plain[chunkHead] ?? 0) & keptFlags;
      kept.push({ bytes: plain });
    } else if (chunk.name === 'ANMF') {
      const frame = await framePieces(file, chunk);
      if (frame === null) return null;
      kept.push(...frame);
    }
  }
  const length = kept.reduce(
    (sum, piece) => sum + ('bytes' in piece ? piece.bytes.length : piece.to - piece.from),
    0,
  );
  return [{ bytes: named('RIFF', 4 + length, 'WEBP') }, ...kept];
}

async function framePieces(file: Window, chunk: Chunk): Promise<readonly Piece[] | null> {
  const inside = chunk.from + chunkHead + frameHead;
  const parts =
    chunk.length < frameHead ? null : await chunksOf(file, inside, chunk.from + chunkHead + chunk.length);
  if (parts === null) return null;
  const kept = parts.filter(({ name }) => frameParts.has(name)).map(({ from, end }) => ({ from, to: end }));
  const length = kept.reduce((sum, { from, to }) => sum + to - from, frameHead);
  return [{ bytes: named('ANMF', length) }, { from: chunk.from + chunkHead, to: inside }, ...kept];
}

async function chunksOf(file: Window, from: number, to: number): Promise<readonly Chunk[] | null> {
  const chunks: Chunk[] = [];
  for (let at = from; at < to;) {
    const name = await file.bytes(at, at + 4);
    const length = await number(file, at + 4);
    if (name === null || length === null) return null;
    const end = at + chunkHead + length + (length % 2);
    if (end > to) return null;
    chunks.push({ name: String.fromCharCode(...name), from: at, length, end });
    at = end;
  }
  return chunks;
}

/** A number of four bytes, the least significant first. */
async function number(file: Window, at: number): Promise<number | null> {
  const bytes = await file.bytes(at, at + 4);
  return bytes && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

function named(name: string, length: number, after = ''): Uint8Array {
  const bytes = Uint8Array.from(`${name}0000${after}`, (char) => char.charCodeAt(0));
  new DataView(bytes.buffer).setUint32(4, length, true);
  return bytes;
}
