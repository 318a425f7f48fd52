/** One part of a multipart form. */
export interface Part {
  readonly name: string;
  readonly filename: string | null;
  readonly bytes: Buffer;
}

/** The parts of a form (RFC 7578), or null if the body is not one. Small forms, wholly in memory. */
export function multipart(body: Buffer, contentType: string): readonly Part[] | null {
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return null;
  const delimiter = Buffer.from(`\r\n--${mark}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let at = whole.indexOf(delimiter);
  while (at >= 0) {
    const from = at + delimiter.length;
    if (whole.toString('latin1', from, from + 2) === '--') return parts;
    const next = whole.indexOf(delimiter, from);
    const blank = whole.indexOf('\r\n\r\n', from);
    if (next < 0 || blank < 0 || blank > next) return null;
    const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(
      whole.toString('utf8', from, blank),
    )?.[1];
    const name = parameter(disposition, 'name');
    if (name === null) return null;
    parts.push({
      name,
      filename: parameter(disposition, 'filename'),
      bytes: whole.subarray(blank + 4, next),
    });
    at = next;
  }
  return null;
}

function parameter(header: string | undefined, name: string): string | null {
  return new RegExp(`(?:^|[;\\s])${name}="([^"]*)"`, 'i').exec(header ?? '')?.[1] ?? null;
}
