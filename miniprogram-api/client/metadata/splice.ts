/** A file made of pieces of another one, read when it is asked for: a picture of 30 MB is never whole in memory. */
import { concat } from '../../../vault/bytes.js';
import type { ByteSource } from '../ports.js';

/** Bytes of the original, or bytes that stand in their place. */
export type Piece = { readonly from: number; readonly to: number } | { readonly bytes: Uint8Array };

const lengthOf = (piece: Piece): number => ('bytes' in piece ? piece.bytes.length : piece.to - piece.from);

/** The pieces, one after the other. */
export function spliced(source: ByteSource, pieces: readonly Piece[]): ByteSource {
  const placed: { readonly at: number; readonly piece: Piece }[] = [];
  let size = 0;
  for (const piece of pieces) {
    placed.push({ at: size, piece });
    size += lengthOf(piece);
  }
  return {
    size,
    async read(from, to) {
      const parts: Uint8Array[] = [];
      for (const { at, piece } of placed) {
        const [first, last] = [Math.max(from - at, 0), Math.min(to - at, lengthOf(piece))];
        if (first >= last) continue;
        parts.push(
          'bytes' in piece
            ? piece.bytes.slice(first, last)
            : await source.read(piece.from + first, piece.from + last),
        );
      }
      return concat(...parts);
    },
  };
}

/** Neighbouring ranges as one: a picture of many scans is few pieces. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && 'to' in last && 'from' in piece && last.to === piece.from)
      all[all.length - 1] = { from: last.from, to: piece.to };
    else all.push(piece);
  }
  return all;
}
