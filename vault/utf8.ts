/** UTF-8 (RFC 3629) by hand: mini-programs have no TextEncoder. */

/** The text as UTF-8; half a surrogate pair becomes U+FFFD, as TextEncoder has it. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const c = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), tail(c));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), tail(c >> 6), tail(c));
    else bytes.push(0xf0 | (c >> 18), tail(c >> 12), tail(c >> 6), tail(c));
  }
  return Uint8Array.from(bytes);
}

const tail = (c: number): number => 0x80 | (c & 0x3f);

/** The text of well-formed UTF-8, else null: no overlong forms, surrogates or points beyond U+10FFFF. */
export function fromUtf8(bytes: Uint8Array): string | null {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0) return null;
    let c = more === 0 ? first : first & (0x3f >> more);
    for (let n = 1; n <= more; n += 1) {
      const next = bytes[i + n] ?? 0;
      if (next >> 6 !== 2) return null;
      c = (c << 6) | (next & 0x3f);
    }
    if ((more === 2 && c < 0x800) || (more === 3 && c < 0x10000)) return null;
    if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return null;
    text += String.fromCodePoint(c);
    i += more + 1;
  }
  return text;
}
