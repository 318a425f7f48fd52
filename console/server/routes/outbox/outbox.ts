/** What waits to be delivered, and what was given up. */
import type { DeadLetters } from '../../../../domain/outbox/dead-letters.js';
import { querying } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { PageQuery } from '../fields.js';
import { partOf, type RouteTable } from '../route.js';
import { showLetter } from './outbox.presenter.js';

export function outboxRoutes({ list, retry, remove, empty }: DeadLetters): RouteTable {
  return [
    {
      // a page that is only looked at asks again and again
      ...{ method: 'GET', path: '/api/outbox', act: 'jobs.read' },
      quiet: () => true,
      handle: querying(PageQuery, async ({ cursor, limit }, ctx) => {
        const { items, next } = await list(cursor ?? null, limit);
        ctx.body = { items: items.map(showLetter), nextCursor: next };
      }),
    },
    {
      ...{ method: 'POST', path: '/api/outbox/:id/retry', act: 'jobs.run' },
      async handle(ctx) {
        await retry(meOf(ctx).id, partOf(ctx, 'id'));
        ctx.status = 204;
      },
    },
    {
      ...{ method: 'DELETE', path: '/api/outbox/:id', act: 'jobs.run' },
      async handle(ctx) {
        await remove(meOf(ctx).id, partOf(ctx, 'id'));
        ctx.status = 204;
      },
    },
    {
      ...{ method: 'DELETE', path: '/api/outbox', act: 'jobs.run' },
      async handle(ctx) {
        await empty(meOf(ctx).id);
        ctx.status = 204;
      },
    },
  ];
}
