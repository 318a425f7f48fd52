import type { Middleware } from 'koa';
import { DomainError } from '../../../domain/errors.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What changes something comes from the console's own page, or is refused. @throws DomainError access.denied */
export function ownOrigin(origin: string): Middleware {
  return async (ctx, next) => {
    if (!reading.has(ctx.method) && ctx.get('Origin') !== origin) throw new DomainError('access.denied');
    await next();
  };
}
