import type Router from '@koa/router';
import { type Line } from '../line/line.js';
import { type Delivery } from '../line/line.js';
import { type Platform } from '../platform/api.js';
import { type Ring } from '../state/calls.js';
import { type User } from '../state/users.js';
import { Refused } from '../http.js';
import { actOf } from './act.js';
import { afterOf, bodyOf, openidOf } from './body.js';
import { consent } from './consents.js';
import { perform, performed } from './perform.js';

/** Ten megabytes of video, as base64, and its frame. */
const mostBytes = 15 * 1024 * 1024;

/** People: follow, write, leave, and what they see. */
export function userRoutes(router: Router, platform: Platform, line: Line, deliveries: Ring<Delivery>): void {
  const { users, clock, media, base } = platform;
  const known = (openid: string | undefined): User => {
    const user = users.get(openid ?? '');
    if (user === undefined) throw new Refused(404, 'user.unknown', 'There is no such user.');
    return user;
  };

  router.post('/users', async (ctx) => {
    const { openid } = await bodyOf(ctx, 10_000);
    const user = users.admit(openid === undefined ? undefined : openidOf(openid));
    if (!user.following)
      await perform({ users, clock, line }, user, {
        type: 'event',
        event: 'subscribe',
        fields: { EventKey: '' },
      });
    ctx.body = { openid: user.openid };
  });

  router.post('/users/:openid/messages', async (ctx) => {
    const user = known(ctx.params['openid']);
    const act = actOf(await bodyOf(ctx, mostBytes), media, base);
    ctx.body = performed(await perform({ users, clock, line }, user, act));
  });

  router.delete('/users/:openid', async (ctx) => {
    const user = known(ctx.params['openid']);
    if (user.following)
      await perform({ users, clock, line }, user, {
        type: 'event',
        event: 'unsubscribe',
        fields: { EventKey: '' },
      });
    ctx.status = 204;
  });

  router.post('/users/:openid/consents', async (ctx) => {
    await consent(platform, known(ctx.params['openid']), await bodyOf(ctx, 10_000));
    ctx.status = 204;
  });

  router.get('/users/:openid', (ctx) => {
    const { openid, following, allowances } = known(ctx.params['openid']);
    ctx.body = { openid, following, allowances };
  });

  router.get('/users/:openid/outbox', (ctx) => {
    const after = afterOf(ctx.query['after']);
    ctx.body = known(ctx.params['openid']).outbox.filter((entry) => entry.seq > after);
  });

  router.get('/users/:openid/deliveries', (ctx) => {
    const { openid } = known(ctx.params['openid']);
    const after = afterOf(ctx.query['after']);
    ctx.body = deliveries.all().filter((delivery) => delivery.openid === openid && delivery.done > after);
  });
}
