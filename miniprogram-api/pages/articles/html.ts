/** Sends a page with what a browser may do with it. */
import type { Context } from 'koa';
import { answer, tagged, type Tagged } from '../../tagged.js';
import type { Markup } from '../markup.js';

const html = 'text/html; charset=utf-8';

const policy = (forms: string): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`;
const withoutForm = policy("'none'");
const withForm = policy("'self'");

export function htmlOf(page: Markup): Tagged {
  return tagged(html, page.toString());
}

/** True: the whole of it was sent, and not that it is known already. */
export function sendPage(ctx: Context, page: Tagged, { form }: { readonly form: boolean }): boolean {
  ctx.set('Content-Security-Policy', form ? withForm : withoutForm);
  return answer(ctx, page);
}

/** A page that says why there is none. */
export function sendInstead(ctx: Context, status: 404 | 503, page: Markup): void {
  ctx.status = status;
  ctx.set('Content-Security-Policy', withoutForm);
  ctx.set('Content-Type', html);
  if (status === 503) ctx.set('Retry-After', '60');
  ctx.body = page.toString();
}
