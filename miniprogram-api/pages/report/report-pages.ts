/** `/report`, `/report/verify`, and the form's script and style. */
import type { Context, Middleware } from 'koa';
import { DomainError } from '../../../domain/errors.js';
import { answer, tagged, type Tagged } from '../../tagged.js';
import type { Markup } from '../markup.js';
import { readerLang, type PageLang } from '../reader-lang.js';
import { builtPath, type BuiltFile } from './built-form.js';
import type { FormPageParts } from './frame.js';
import { reportPage } from './report-page.js';
import { verifyPage } from './verify-page.js';

type Show = (ctx: Context) => void;

/**
 * What a browser may do with the form: run its one script, which must not turn text into code; talk to this line; and
 * nothing else.
 */
export const formPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Answers GET and HEAD on its paths, 405 to other methods there, and passes on everything else. */
export function createReportPages(parts: FormPageParts): Middleware {
  const { script, style } = parts.built;
  const pages: ReadonlyMap<string, Show> = new Map<string, Show>([
    ['/report', inBoth(parts, reportPage)],
    ['/report/verify', inBoth(parts, verifyPage)],
    ['/report/', toForm],
    [builtPath(script), showFile(script)],
    [builtPath(style), showFile(style)],
  ]);
  return async (ctx, next) => {
    const show = pages.get(ctx.path);
    if (show === undefined) {
      await next();
      return;
    }
    ctx.state['route'] = ctx.path;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      throw new DomainError('request.method');
    }
    show(ctx);
  };
}

/** The pages hang on the profile and the build alone: they are made once. */
function inBoth(parts: FormPageParts, page: (parts: FormPageParts, lang: PageLang) => Markup): Show {
  const made = (lang: PageLang): Tagged => tagged('text/html; charset=utf-8', page(parts, lang).toString());
  const pages = { zh: made('zh'), en: made('en') };
  return (ctx) => {
    ctx.set('Content-Security-Policy', formPolicy);
    answer(ctx, pages[readerLang(ctx)]);
    // a page that was left is not to lie in any cache
    ctx.set('Cache-Control', 'no-store');
  };
}

function toForm(ctx: Context): void {
  ctx.status = 301;
  ctx.redirect(`/report${ctx.search}`);
}

function showFile({ type, body }: BuiltFile): Show {
  return (ctx) => {
    ctx.set('Content-Type', type);
    ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    ctx.body = body;
  };
}
