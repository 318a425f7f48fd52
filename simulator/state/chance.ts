/** Unpredictable bytes, handed in by the host. */
export type Random = (bytes: number) => Uint8Array;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `length` characters of the URL-safe alphabet. */
export function letters(random: Random, length: number): string {
  return Array.from(random(length), (byte) => alphabet[byte & 63] ?? 'A').join('');
}

/** A decimal number of `length` digits that does not begin with 0. */
export function digits(random: Random, length: number): string {
  return Array.from(random(length), (byte, i) => (i === 0 ? 1 + (byte % 9) : byte % 10)).join('');
}

/** A request id as the platform prints it: three groups of eight hexadecimal digits. */
export function rid(random: Random): string {
  const hex = Buffer.from(random(12)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16, 24)}`;
}
