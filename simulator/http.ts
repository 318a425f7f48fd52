import { type Context } from 'koa';

/** What the control API answers in place of a result. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The whole body, up to `most` bytes. @throws Refused 413 beyond */
export async function readBody(ctx: Context, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new Refused(413, 'request.too_large', `The body is over ${most} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
const forwarded = /^(forwarded|x-forwarded-.*|x-real-ip|via)$/;

/**
 * Turns away whatever did not come straight from this machine: a proxy's headers, another host's name (a page that
 * rebinds its name to loopback), another site's page.
 * @throws Refused 403
 */
export function refuseStrangers(ctx: Context): void {
  const { headers } = ctx.req;
  if (Object.keys(headers).some((name) => forwarded.test(name)))
    throw new Refused(403, 'simulator.forwarded', 'The simulator does not work behind a proxy.');
  const host = headers.host ?? '';
  if (!loopback.test(host))
    throw new Refused(403, 'simulator.foreign_host', 'The simulator answers to loopback names only.');
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refused(403, 'simulator.foreign_origin', 'The simulator answers to its own pages only.');
}
