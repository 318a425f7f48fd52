/** Where a page of the list of articles ended. */
import { DomainError } from '../domain/errors.js';

export interface Place {
  readonly stateAt: number;
  readonly id: string;
}

/** The place as an opaque word. */
export function toCursor({ stateAt, id }: Place): string {
  return Buffer.from(`${stateAt} ${id}`).toString('base64url');
}

/** Reads what `toCursor` wrote. @throws DomainError request.invalid */
export function fromCursor(cursor: string): Place {
  const [, moment, id] = /^(\d{1,16}) (.+)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const place = { stateAt: Number(moment), id: id ?? '' };
  // the decoder reads over what is no base64url: only what comes out the same again was written here
  if (moment === undefined || toCursor(place) !== cursor) throw new DomainError('request.invalid');
  return place;
}
