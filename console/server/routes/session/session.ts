/** Signing in and out, and one's own sessions. */
import type { Context } from 'koa';
import type { StaffCases } from '../../../../domain/staff/staff-cases.js';
import type { Started } from '../../../../domain/staff/staff.js';
import { endpoint, querying } from '../../../../http/endpoint.js';
import { signedIn, type SessionCookie } from '../../middleware/session.js';
import { PageQuery, secretBytes } from '../fields.js';
import { pageOf } from '../page.js';
import { partOf, type RouteTable } from '../route.js';
import { SessionQuery, SignInBody } from './session.dto.js';
import { showMe, showPresentSession, showSession } from './session.presenter.js';

/** What every way of signing in answers with. */
export function begin(ctx: Context, cookie: SessionCookie, { secret, me }: Started): void {
  cookie.set(ctx, secret);
  ctx.status = 201;
  ctx.body = { me: showMe(me) };
}

/** `network`: where a request comes from, as a word that means nothing outside this process. */
export function sessionRoutes(
  { signIn, endSession, listSessions }: StaffCases,
  cookie: SessionCookie,
  network: (ctx: Context) => string,
): RouteTable {
  async function end(ctx: Context, id: string): Promise<void> {
    const { me, session } = signedIn(ctx);
    await endSession(me, id);
    if (id === session.id) cookie.clear(ctx);
    ctx.status = 204;
  }

  return [
    {
      ...{ method: 'POST', path: '/api/session', act: 'open' },
      handle: endpoint(SignInBody, async ({ name, auth, code }, ctx) => {
        begin(ctx, cookie, await signIn({ name, auth: secretBytes(auth), code, network: network(ctx) }));
      }),
    },
    {
      ...{ method: 'GET', path: '/api/session', act: 'own' },
      quiet: (ctx) => ctx.query['quiet'] === '1',
      handle: querying(SessionQuery, (_, ctx) => {
        const { me, session } = signedIn(ctx);
        ctx.body = showPresentSession(me, session);
      }),
    },
    {
      ...{ method: 'DELETE', path: '/api/session', act: 'own' },
      handle: (ctx) => end(ctx, signedIn(ctx).session.id),
    },
    {
      ...{ method: 'GET', path: '/api/sessions', act: 'own' },
      handle: querying(PageQuery, async (query, ctx) => {
        const { me, session } = signedIn(ctx);
        const own = await listSessions(me);
        ctx.body = pageOf(
          own.map((one) => showSession(one, session)),
          query,
        );
      }),
    },
    {
      ...{ method: 'DELETE', path: '/api/sessions/:id', act: 'own' },
      handle: (ctx) => end(ctx, partOf(ctx, 'id')),
    },
  ];
}
