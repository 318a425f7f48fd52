/** What stands beside the calendar of notices: reach, budget, what was sent by hand, and the link for calendar programs. */
import { lastOfMonth } from '../../../../questions/day.js';
import { endpoint, querying } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import type { RouteTable } from '../route.js';
import type { NoticeParts } from './notice-parts.js';
import { FeedQuery, HandSendBody, MonthQuery } from './notices.dto.js';
import { presentBudget, presentFeed, presentHandSend } from './notices.presenter.js';

export function noticeDesk(parts: NoticeParts): RouteTable {
  const { handSends, nameStaff, clock } = parts;
  return [
    {
      ...{ method: 'GET', path: '/api/notices/reach', act: 'notices.read' },
      async handle(ctx) {
        const { account, mini, followers } = await parts.reach();
        ctx.body = { account, mini, followers };
      },
    },
    {
      ...{ method: 'GET', path: '/api/notices/budget', act: 'notices.read' },
      handle: querying(MonthQuery, async ({ month = clock.today().slice(0, 7) }, ctx) => {
        ctx.body = presentBudget(await parts.budgetOf(`${month}-01`));
      }),
    },
    {
      ...{ method: 'GET', path: '/api/hand-sends', act: 'notices.read' },
      handle: querying(MonthQuery, async ({ month = clock.today().slice(0, 7) }, ctx) => {
        const [year = 0, number = 1] = month.split('-').map(Number);
        const [found, nameOf] = await Promise.all([
          handSends.between(`${month}-01`, lastOfMonth(year, number)),
          nameStaff(),
        ]);
        ctx.body = { items: found.map((send) => presentHandSend(send, nameOf)), nextCursor: null };
      }),
    },
    {
      ...{ method: 'POST', path: '/api/hand-sends', act: 'notices.write' },
      handle: endpoint(HandSendBody, async (sent, ctx) => {
        const entered = await parts.enterHandSend(meOf(ctx).id, sent);
        ctx.status = 201;
        ctx.body = presentHandSend(entered, await nameStaff());
      }),
    },
    ...feedRoutes(parts),
  ];
}

/** A link of one's own, which needs no session: calendar programs have none. */
function feedRoutes({ feed, plannedCalendar, consoleUrl }: NoticeParts): RouteTable {
  return [
    {
      ...{ method: 'GET', path: '/api/notices/feed', act: 'notices.read' },
      async handle(ctx) {
        ctx.body = presentFeed(await feed.of(meOf(ctx).id));
      },
    },
    {
      ...{ method: 'POST', path: '/api/notices/feed', act: 'notices.read' },
      async handle(ctx) {
        const { key, feed: made } = await feed.make(meOf(ctx).id);
        ctx.status = 201;
        ctx.body = { ...presentFeed(made), url: `${consoleUrl}/api/notices.ics?key=${key}` };
      },
    },
    {
      ...{ method: 'DELETE', path: '/api/notices/feed', act: 'notices.read' },
      async handle(ctx) {
        await feed.end(meOf(ctx).id);
        ctx.status = 204;
      },
    },
    {
      ...{ method: 'GET', path: '/api/notices.ics', act: 'open' },
      handle: querying(FeedQuery, async ({ key, lang = 'zh' }, ctx) => {
        await feed.open(key);
        ctx.type = 'text/calendar; charset=utf-8';
        ctx.body = await plannedCalendar(lang);
      }),
    },
  ];
}
