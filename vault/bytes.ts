/**
 * Bytes as text and back, joined and compared. Written out by hand: a mini-program has neither TextEncoder nor
 * atob nor Buffer, and a key must read the same everywhere.
 */

/** Unpredictable bytes: `random(n)` gives `n` of them, never the same twice. */
export type Random = (bytes: number) => Uint8Array;

/** All parts, one after the other, in a new array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes; the time taken depends on the lengths only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Overwrites secrets that are no longer needed. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

/** A count as four bytes, the most significant first. */
export function uint32(n: number): Uint8Array {
  return Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** The bytes of lower- or upper-case hex. @throws RangeError if it is none, or not `length` bytes long */
export function fromHex(text: string, length?: number): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text) || (length !== undefined && text.length !== 2 * length))
    throw new RangeError('not hex of the right length');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

const digits64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let waiting = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0x3fff;
    for (waiting += 8; waiting >= 6;) text += digits64.charAt((bits >> (waiting -= 6)) & 63);
  }
  return waiting === 0 ? text : text + digits64.charAt((bits << (6 - waiting)) & 63);
}

/** The bytes of base64url without padding; null for anything that `toBase64url` would not have written. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let waiting = 0;
  let at = 0;
  for (const char of text) {
    bits = ((bits << 6) | digits64.indexOf(char)) & 0x3fff;
    waiting += 6;
    if (waiting >= 8) bytes[at++] = bits >> (waiting -= 8);
  }
  return (bits & ((1 << waiting) - 1)) === 0 ? bytes : null;
}
