/** Texts in the platform's measure: bytes of UTF-8. */

/** What one text message holds; a longer one is refused whole (45002). */
export const maxTextBytes = 2048;

/** The beginning of a text, at most `bytes` long, cut between code points. */
export function cutText(text: string, bytes = maxTextBytes): string {
  if (text.length * 3 <= bytes) return text;
  const whole = Buffer.from(text);
  let end = Math.min(whole.length, bytes);
  while (end < whole.length && ((whole[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return whole.toString('utf8', 0, end);
}

/** A text in pieces of at most `bytes`, cut at line ends where the piece before stays at least half full. */
export function splitText(text: string, bytes = maxTextBytes): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const piece = cutText(rest, bytes);
    const line = piece.length < rest.length ? piece.lastIndexOf('\n') + 1 : 0;
    const end = line * 2 > piece.length ? line : piece.length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}
