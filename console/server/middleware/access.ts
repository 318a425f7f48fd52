/** Who may: asked before anything of the request is read. */
import type { Context } from 'koa';
import { may } from '../../../domain/access.js';
import { DomainError } from '../../../domain/errors.js';
import type { ReadSession } from '../../../domain/staff/read-session.js';
import type { Route } from '../routes/route.js';
import { setSignedIn, type SessionCookie } from './session.js';

/** The route's handler behind its guard. @throws DomainError session.required, access.denied, what the handler throws */
export function guarded(
  route: Route,
  { readSession, cookie }: { readonly readSession: ReadSession; readonly cookie: SessionCookie },
): (ctx: Context) => Promise<void> {
  const { act, handle, path } = route;
  return async (ctx) => {
    ctx.state['route'] = path;
    if (act !== 'open') {
      const signedIn = await readSession(cookie.read(ctx), { quiet: route.quiet?.(ctx) ?? false });
      setSignedIn(ctx, signedIn);
      if (act !== 'own' && !may(signedIn.me.roles, act)) throw new DomainError('access.denied');
    }
    await handle(ctx);
  };
}
