/** What staff do with one way of a notice that is on its way. */
import { DomainError } from '../../../../domain/errors.js';
import type { SendWork } from '../../../../domain/notices/work-send.js';
import { ways, type Way } from '../../../../domain/sending/send.js';
import { endpoint } from '../../../../http/endpoint.js';
import type { Context } from 'koa';
import { meOf } from '../../middleware/session.js';
import { partOf, type Route, type RouteTable } from '../route.js';
import { wholeOccurrence, type NoticeParts } from './notice-parts.js';
import { LimitBody, SettleBody } from './occurrences.dto.js';
import { namedStale } from './refusals.js';

export function sendRoutes(parts: NoticeParts): RouteTable {
  const simple = (['pause', 'resume', 'cancel', 'retry'] as const).map((act): Route => ({
    ...{ method: 'POST', path: `/api/occurrences/:id/sends/:way/${act}`, act: 'notices.publish' },
    handle: (ctx) => work(parts, ctx, { act }),
  }));
  return [
    ...simple,
    {
      ...{ method: 'POST', path: '/api/occurrences/:id/sends/:way/settle', act: 'notices.publish' },
      handle: endpoint(SettleBody, ({ as }, ctx) => work(parts, ctx, { act: 'settle', settled: as })),
    },
    {
      ...{ method: 'POST', path: '/api/occurrences/:id/sends/:way/limit', act: 'notices.publish' },
      handle: endpoint(LimitBody, ({ concurrency, perSecond }, ctx) =>
        work(parts, ctx, { act: 'limit', limits: { concurrency, perSecond } }),
      ),
    },
  ];
}

async function work(parts: NoticeParts, ctx: Context, how: Omit<SendWork, 'id' | 'way'>): Promise<void> {
  const me = meOf(ctx);
  const occurrence = await parts
    .workSend(me.id, { id: partOf(ctx, 'id'), way: wayIn(ctx), ...how })
    .catch((error: unknown) => namedStale(parts, error));
  ctx.body = await wholeOccurrence(parts, me, occurrence);
}

/** @throws DomainError send.unknown if the address names no way */
function wayIn(ctx: Context): Way {
  const way = ways.find((one) => one === partOf(ctx, 'way'));
  if (way === undefined) throw new DomainError('send.unknown');
  return way;
}
