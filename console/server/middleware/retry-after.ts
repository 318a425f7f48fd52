import type { Middleware } from 'koa';
import { isDomainError } from '../../../domain/errors.js';

/** Says in the header too how many seconds whoever failed to sign in has to wait. */
export function retryAfter(): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const seconds = isDomainError(error) ? error.details?.['retryAfter'] : undefined;
      if (typeof seconds === 'number') ctx.set('Retry-After', String(seconds));
      throw error;
    }
  };
}
