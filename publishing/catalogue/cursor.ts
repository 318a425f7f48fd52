/** Cursors: where a page ended, in a form that says nothing and does not move when articles come and go. */
import { DomainError } from '../../domain/errors.js';

/** `value`: in a list, when the last article was first published; in what was found, how many came before it. */
export type CursorKind = 'list' | 'search';
export interface Place {
  readonly value: number;
  readonly number: number;
}

export const writeCursor = (kind: CursorKind, { value, number }: Place): string =>
  Buffer.from(JSON.stringify([kind, value, number])).toString('base64url');

/** @throws DomainError request.invalid for what `writeCursor` did not write */
export function readCursor(kind: CursorKind, cursor: string): Place {
  const [of, value, number] = parsed(cursor);
  if (of !== kind || typeof value !== 'number' || typeof number !== 'number') throw malformed();
  if (writeCursor(kind, { value, number }) !== cursor) throw malformed();
  return { value, number };
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(place) ? place : [];
  } catch {
    throw malformed();
  }
}

const malformed = (): DomainError =>
  new DomainError('request.invalid', { details: { fields: { after: ['cursor'] } } });
