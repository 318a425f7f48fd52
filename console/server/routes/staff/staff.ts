/** Who works here, and with which roles. */
import type { StaffCases } from '../../../../domain/staff/staff-cases.js';
import { endpoint, querying } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { PageQuery } from '../fields.js';
import { RolesBody } from '../invitations/invitations.dto.js';
import { pageOf } from '../page.js';
import { partOf, type RouteTable } from '../route.js';
import { showStaff } from './staff.presenter.js';

export function staffRoutes({ listStaff, changeRoles, endAccount }: StaffCases): RouteTable {
  return [
    {
      ...{ method: 'GET', path: '/api/staff', act: 'staff.list' },
      handle: querying(PageQuery, async (query, ctx) => {
        ctx.body = pageOf((await listStaff()).map(showStaff), query);
      }),
    },
    {
      ...{ method: 'PUT', path: '/api/staff/:id/roles', act: 'staff.manage' },
      handle: endpoint(RolesBody, async ({ roles }, ctx) => {
        ctx.body = showStaff(await changeRoles(meOf(ctx), partOf(ctx, 'id'), roles));
      }),
    },
    {
      ...{ method: 'POST', path: '/api/staff/:id/end', act: 'staff.manage' },
      handle: async (ctx) => {
        ctx.body = showStaff(await endAccount(meOf(ctx), partOf(ctx, 'id')));
      },
    },
  ];
}
