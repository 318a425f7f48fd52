import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context } from 'koa';
import { Refused } from './http.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the phone page: its files, the design tokens, and the scripts that the build made of its TypeScript. */
export function createPage(root: string): (ctx: Context, name: string) => Promise<void> {
  const folderOf = (name: string): string | null => {
    if (/^[a-z-]+\.js$/.test(name)) return 'dist/web/phone';
    if (name === 'tokens.css') return 'web/tokens';
    return /^[a-z-]+\.(css|html)$/.test(name) ? 'web/phone' : null;
  };
  return async (ctx, path) => {
    const name = path === '' ? 'index.html' : path;
    const folder = folderOf(name);
    const bytes = folder === null ? null : await readFile(join(root, folder, name)).catch(() => null);
    if (bytes === null) throw new Refused(404, 'request.not_found', 'There is nothing here.');
    ctx.set('content-security-policy', policy);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.set('cache-control', 'no-cache');
    ctx.type = name.slice(name.lastIndexOf('.'));
    ctx.body = bytes;
  };
}
