/** The built page, held in memory: what was not there at the start has no address, whatever is asked for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, Middleware } from 'koa';
import { DomainError } from '../../domain/errors.js';
import { pagePolicy } from './page-policy.js';

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** null: no shorter than the bytes themselves */
  readonly gzip: Buffer | null;
}

export interface StaticFiles {
  /** by path; `/` is the page itself */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** of all that is in them: sixteen hex digits, another one for another build */
  readonly version: string;
}

/** Files of other kinds (source maps) are not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads a folder of built files once. @throws the system's error if it is not there */
export function readStaticFiles(folder: string): StaticFiles {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = new Map<string, StaticFile>();
  const sum = createHash('sha256');
  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const bytes = readFileSync(join(folder, name));
    const path = `/${name.split(sep).join('/')}`;
    const zipped = gzipSync(bytes, { level: 9 });
    const gzip = zipped.length < bytes.length ? zipped : null;
    files.set(path === '/index.html' ? '/' : path, { type, bytes, gzip });
    sum.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return { files, version: sum.digest('hex').slice(0, 16) };
}

/** The name of a built file carries the hash of what is in it. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Answers GET and HEAD for the files, 405 for other methods there, and passes on everything else. */
export function staticFiles({ files }: StaticFiles): Middleware {
  return async (ctx, next) => {
    const file = files.get(ctx.path);
    if (file === undefined) {
      await next();
      return;
    }
    ctx.state['route'] = ctx.path;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    send(ctx, file);
  };
}

function send(ctx: Context, { type, bytes, gzip }: StaticFile): void {
  ctx.set('Content-Security-Policy', pagePolicy);
  if (hashed.test(ctx.path)) ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  ctx.vary('Accept-Encoding');
  const zipped = gzip !== null && ctx.acceptsEncodings('gzip', 'identity') === 'gzip' ? gzip : null;
  if (zipped !== null) ctx.set('Content-Encoding', 'gzip');
  ctx.type = type;
  ctx.body = zipped ?? bytes;
}
