/** A request's body as bytes or as JSON, of a size that is said beforehand. */
import type { Context } from 'koa';
import { DomainError } from '../domain/errors.js';

const largestJson = 256 * 1024;

/** At most `most` bytes of the body; the rest is drained unkept. @throws DomainError request.too_large, request.invalid */
export function readBytes({ req }: Pick<Context, 'req'>, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    req.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
    });
    req.on('end', () => {
      if (size > most) reject(new DomainError('request.too_large'));
      else resolve(Buffer.concat(chunks));
    });
    const brokeOff = (): void => {
      if (!req.readableEnded) reject(new DomainError('request.invalid'));
    };
    req.on('error', brokeOff);
    req.on('close', brokeOff);
  });
}

/**
 * A JSON body. Only what says of itself that it is JSON: a form of another page cannot send that without asking first.
 * @throws DomainError request.invalid, request.too_large
 */
export async function readJson(ctx: Context, most = largestJson): Promise<unknown> {
  if (ctx.is('application/json') === false) throw new DomainError('request.invalid');
  const bytes = await readBytes(ctx, most);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new DomainError('request.invalid');
  }
}
