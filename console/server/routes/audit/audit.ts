/** The log of staff acts, for who may read it. */
import { noHash } from '../../../../domain/audit/audit.js';
import type { ReadLog } from '../../../../domain/audit/read-log.js';
import { DomainError } from '../../../../domain/errors.js';
import type { NameStaff } from '../../../../domain/staff/name-staff.js';
import { querying } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import { AuditQuery } from './audit.dto.js';
import { showEntry } from './audit.presenter.js';

export function auditRoutes(log: ReadLog, nameStaff: NameStaff): RouteTable {
  return [
    {
      ...{ method: 'GET', path: '/api/audit', act: 'audit.read' },
      handle: querying(AuditQuery, async ({ cursor, limit, ...filter }, ctx) => {
        const before = cursor === undefined ? null : Number(cursor);
        const { items, next } = await log.list(meOf(ctx).id, filter, before, limit);
        const named = await nameStaff();
        const nextCursor = next === null ? null : String(next);
        ctx.body = { items: items.map((entry) => showEntry(entry, named)), nextCursor };
      }),
    },
    {
      ...{ method: 'GET', path: '/api/audit/head', act: 'audit.read' },
      handle: async (ctx) => {
        ctx.body = (await log.head()) ?? { seq: 0, hash: noHash };
      },
    },
    {
      ...{ method: 'GET', path: '/api/audit/entries/:seq', act: 'audit.read' },
      handle: async (ctx) => {
        const seq = partOf(ctx, 'seq');
        const entry = /^[1-9][0-9]{0,14}$/.test(seq) ? await log.entry(meOf(ctx).id, Number(seq)) : null;
        if (entry === null) throw new DomainError('request.not_found');
        ctx.body = showEntry(entry, await nameStaff());
      },
    },
  ];
}
