/** Base32 without padding, in two alphabets: five bits a letter, the most significant first, zeros behind. */

/** RFC 4648: how authenticator apps take a secret. */
export const rfc4648 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Crockford's: for people; no I, L, O, U. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The bytes in the alphabet's letters. */
export function toBase32(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  let bits = 0;
  let waiting = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (waiting += 8; waiting >= 5;) text += alphabet.charAt((bits >> (waiting -= 5)) & 31);
  }
  return waiting === 0 ? text : text + alphabet.charAt((bits << (5 - waiting)) & 31);
}

/** The bytes of what `toBase32` wrote; null for anything else. */
export function fromBase32(text: string, alphabet: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let waiting = 0;
  let at = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value === -1) return null;
    bits = ((bits << 5) | value) & 0xfff;
    waiting += 5;
    if (waiting >= 8) bytes[at++] = bits >> (waiting -= 8);
  }
  const rest = bits & ((1 << waiting) - 1);
  return waiting < 5 && rest === 0 ? bytes : null;
}
