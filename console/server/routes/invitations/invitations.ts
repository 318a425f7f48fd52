/** Inviting somebody, and joining. */
import type { StaffCases } from '../../../../domain/staff/staff-cases.js';
import { endpoint, querying } from '../../../../http/endpoint.js';
import { meOf, type SessionCookie } from '../../middleware/session.js';
import { PageQuery, secretBytes } from '../fields.js';
import { pageOf } from '../page.js';
import { partOf, type RouteTable } from '../route.js';
import { begin } from '../session/session.js';
import { AcceptBody, OpenBody, RolesBody } from './invitations.dto.js';
import { showInvitation, showLink, showOpened } from './invitations.presenter.js';

export function invitationRoutes(cases: StaffCases, cookie: SessionCookie, consoleUrl: string): RouteTable {
  const { openInvitation, acceptInvitation, listInvitations, nameStaff, invite, endInvitation } = cases;
  return [
    {
      ...{ method: 'POST', path: '/api/invitations/open', act: 'open' },
      handle: endpoint(OpenBody, async ({ secret }, ctx) => {
        ctx.body = showOpened(await openInvitation(secret));
      }),
    },
    {
      ...{ method: 'POST', path: '/api/invitations/accept', act: 'open' },
      handle: endpoint(AcceptBody, async ({ secret, name, totpSecret, code, ...body }, ctx) => {
        const [auth, recovery] = [secretBytes(body.auth), secretBytes(body.recovery)];
        const credentials = { auth, totpSecret, code, recovery };
        begin(ctx, cookie, await acceptInvitation({ secret, name, credentials }));
      }),
    },
    {
      ...{ method: 'GET', path: '/api/invitations', act: 'staff.manage' },
      handle: querying(PageQuery, async (query, ctx) => {
        const [open, named] = await Promise.all([listInvitations(), nameStaff()]);
        ctx.body = pageOf(
          open.map((one) => showInvitation(one, named)),
          query,
        );
      }),
    },
    {
      ...{ method: 'POST', path: '/api/invitations', act: 'staff.manage' },
      handle: endpoint(RolesBody, async ({ roles }, ctx) => {
        ctx.status = 201;
        ctx.body = showLink(await invite(meOf(ctx), roles), consoleUrl);
      }),
    },
    {
      ...{ method: 'DELETE', path: '/api/invitations/:id', act: 'staff.manage' },
      handle: async (ctx) => {
        await endInvitation(meOf(ctx), partOf(ctx, 'id'));
        ctx.status = 204;
      },
    },
  ];
}
