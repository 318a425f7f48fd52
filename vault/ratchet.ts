/**
 * The day-key ratchet: each day's r is made from the day before by a hash that cannot be run backwards, and only the
 * oldest day still kept is remembered. What was burned cannot be computed again, not even with every other secret.
 */
import { type Backend } from './backend.js';
import { concat, fromBase64url, toBase64url } from './bytes.js';
import { utf8 } from './utf8.js';

/** Today and the three days before: a draft lives 72 hours. */
export const keptDays = 4;

/** r of one day, `YYYY-MM-DD`. In the file it is that of the oldest day kept. */
export interface DayRoot {
  readonly day: string;
  readonly r: Uint8Array;
}

type Hash = Pick<Backend, 'hash'>;

/** The day `days` after this one, or before it; both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The root of `day`, made from an earlier one: r' = Hash(r ‖ "next") for each day. A later one stays as it is. */
export function turnTo(b: Hash, root: DayRoot, day: string): DayRoot {
  let { day: at, r } = root;
  for (; at < day; at = addDays(at, 1)) r = next(b, r);
  return { day: at, r };
}

/** The four days that the oldest root opens, oldest first. */
export function daysFrom(b: Hash, oldest: DayRoot): readonly DayRoot[] {
  const days = [oldest];
  for (let at = oldest; days.length < keptDays; days.push(at)) {
    at = { day: addDays(at.day, 1), r: next(b, at.r) };
  }
  return days;
}

const next = (b: Hash, r: Uint8Array): Uint8Array => b.hash(32, concat(r, utf8('next')));

/** dayKey(label) = Hash(r ‖ label, key = the line's secret): one label for each purpose. */
export function dayKey(b: Hash, { r }: DayRoot, label: string, lineSecret: Uint8Array): Uint8Array {
  return b.hash(32, concat(r, utf8(label)), lineSecret);
}

/** The ratchet file's text. */
export function encodeRoot({ day, r }: DayRoot): string {
  return `${JSON.stringify({ version: 1, day, r: toBase64url(r) })}\n`;
}

/** Reads what `encodeRoot` wrote. @throws Error for anything else: a damaged ratchet is never replaced silently */
export function decodeRoot(text: string): DayRoot {
  const found = /^\{"version":1,"day":"(\d{4}-\d\d-\d\d)","r":"([\w-]{43})"\}\n$/.exec(text);
  const r = found?.[2] === undefined ? null : fromBase64url(found[2]);
  if (found?.[1] === undefined || r === null) throw new Error('the ratchet file is damaged');
  return { day: found[1], r };
}
