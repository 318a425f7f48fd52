import type { Middleware } from 'koa';

/** Tells every page which build answers it, so that an older one can say that there is a newer. */
export function version(build: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path.startsWith('/api/')) ctx.set('X-Console-Version', build);
    await next();
  };
}
