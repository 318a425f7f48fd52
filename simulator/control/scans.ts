import type Router from '@koa/router';
import { type Line } from '../line/line.js';
import { type Platform } from '../platform/api.js';
import { type SceneCodes } from '../state/scene-codes.js';
import { Refused } from '../http.js';
import { bodyOf, openidOf, textOf } from './body.js';
import { perform, performed } from './perform.js';

const mostBytes = 10_000;
const mostListed = 5;

/**
 * Scene codes, as somebody's camera reads them:
 *
 * - `POST /simulator/api/users/:openid/scans` `{ url }`: this person scans a code; `url` is what the code says, or the
 *   address of its picture. A follower's scan is the event SCAN, anybody else's makes them follow, as the platform tells it.
 *   404 `code.unknown` where no code that is still good says this.
 * - `GET /simulator/api/codes` → the latest codes that are good, the newest first: `{ url, scene, endsAt }`.
 */
export function scanRoutes(router: Router, platform: Platform, line: Line, codes: SceneCodes): void {
  const { users, clock } = platform;

  router.post('/users/:openid/scans', async (ctx) => {
    const code = codes.read(textOf(await bodyOf(ctx, mostBytes), 'url').trim());
    if (code === undefined) throw new Refused(404, 'code.unknown', 'No code that is still good says this.');
    const user = users.admit(openidOf(ctx.params['openid']));
    const { scene, ticket: Ticket } = code;
    const [event, EventKey] = user.following ? ['SCAN', scene] : ['subscribe', `qrscene_${scene}`];
    const act = { type: 'event', event, fields: { EventKey, Ticket } } as const;
    ctx.body = performed(await perform({ users, clock, line }, user, act));
  });

  router.get('/codes', (ctx) => {
    ctx.body = codes.latest(mostListed).map(({ url, scene, endsAt }) => ({
      ...{ url, scene, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() },
    }));
  });
}
