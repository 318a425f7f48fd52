const most = 75;

/** A line of a calendar file in parts of at most 75 bytes of UTF-8, no sign of it broken in two. */
export function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  // by code points: an emoji is two units of a string, and one sign
  for (const sign of line) {
    const size = bytesOf(sign);
    if (bytes + size > most) {
      folded += '\r\n ';
      bytes = 1; // the space counts
    }
    folded += sign;
    bytes += size;
  }
  return folded;
}

function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
