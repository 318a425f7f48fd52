/** What a browser must not do with our answers. A page that needs more sets its own policy after this. */
import type { Middleware } from 'koa';

const always = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/** @param https whether people reach the line over https: then their browsers stay with it for a year */
export function securityHeaders(https: boolean): Middleware {
  const headers = https ? { ...always, 'Strict-Transport-Security': 'max-age=31536000' } : always;
  return async (ctx, next) => {
    ctx.set(headers);
    await next();
  };
}
