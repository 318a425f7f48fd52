/** The stylesheet of the article pages under an address that names its content. */
import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/** The files under `web/` that it is made of, one after the other. */
export const articleStyleFiles = [
  'tokens/tokens.css',
  'articles/base.css',
  'articles/list.css',
  'articles/article.css',
] as const;

export interface Style {
  readonly path: string;
  readonly show: (ctx: Context) => void;
}

export function articleStyle(css: string): Style {
  const body = Buffer.from(css);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return {
    path: `/a/style.${hash}.css`,
    show(ctx) {
      ctx.set('Content-Type', 'text/css; charset=utf-8');
      ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
      ctx.body = body;
    },
  };
}
