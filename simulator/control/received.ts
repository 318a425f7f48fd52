import type Router from '@koa/router';
import { type Users } from '../state/users.js';

/** `GET /received?via=subscribe`: how many messages of a kind each person has got, by openid. */
export function receivedRoutes(router: Router, users: Users): void {
  router.get('/received', (ctx) => {
    const { via } = ctx.query;
    const counts: Record<string, number> = {};
    for (const { openid, outbox } of users.all()) {
      const got = outbox.filter((entry) => via === undefined || entry.via === via).length;
      if (got > 0) counts[openid] = got;
    }
    ctx.body = counts;
  });
}
