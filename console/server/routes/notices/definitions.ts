/** Notices as they are defined. */
import { DomainError } from '../../../../domain/errors.js';
import type { NoticeContent } from '../../../../domain/notices/notice.js';
import { endpoint } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import type { NoticeParts } from './notice-parts.js';
import { ActiveBody, NoticeBody, RulePreviewBody, SaveNoticeBody } from './notices.dto.js';
import { presentNotice } from './notices.presenter.js';
import { namedStale } from './refusals.js';
import { ruleOf } from './rule-body.js';

export function noticeDefinitions(parts: NoticeParts): RouteTable {
  const { notices, nameStaff } = parts;
  return [
    {
      ...{ method: 'GET', path: '/api/notices', act: 'notices.read' },
      async handle(ctx) {
        const [all, nameOf] = await Promise.all([notices.all(), nameStaff()]);
        ctx.body = { items: all.map((notice) => presentNotice(notice, nameOf)), nextCursor: null };
      },
    },
    {
      ...{ method: 'POST', path: '/api/notices', act: 'notices.write' },
      handle: endpoint(NoticeBody, async (body, ctx) => {
        const notice = await parts.newNotice(meOf(ctx).id, contentOf(body));
        ctx.status = 201;
        ctx.body = presentNotice(notice, await nameStaff());
      }),
    },
    {
      // a question, which changes nothing
      ...{ method: 'POST', path: '/api/notices/preview', act: 'notices.read' },
      quiet: () => true,
      handle: endpoint(RulePreviewBody, async ({ rule }, ctx) => {
        const days = await parts.nextDays(ruleOf(rule));
        ctx.body = { days: days.map(({ on, nominal, confirmed }) => ({ on, nominal, confirmed })) };
      }),
    },
    {
      ...{ method: 'GET', path: '/api/notices/:id', act: 'notices.read' },
      async handle(ctx) {
        const notice = await notices.byId(partOf(ctx, 'id'));
        if (notice === null) throw new DomainError('notice.unknown');
        ctx.body = presentNotice(notice, await nameStaff());
      },
    },
    {
      ...{ method: 'PUT', path: '/api/notices/:id', act: 'notices.write' },
      handle: endpoint(SaveNoticeBody, async ({ revision, ...body }, ctx) => {
        const saving = { who: meOf(ctx).id, id: partOf(ctx, 'id'), revision };
        const notice = await parts
          .saveNotice(saving, contentOf(body))
          .catch((error: unknown) => namedStale(parts, error));
        ctx.body = presentNotice(notice, await nameStaff());
      }),
    },
    {
      ...{ method: 'POST', path: '/api/notices/:id/active', act: 'notices.write' },
      handle: endpoint(ActiveBody, async ({ active }, ctx) => {
        const notice = await parts
          .activateNotice(meOf(ctx).id, partOf(ctx, 'id'), active)
          .catch((error: unknown) => namedStale(parts, error));
        ctx.body = presentNotice(notice, await nameStaff());
      }),
    },
  ];
}

function contentOf({
  rule,
  name,
  since,
  at,
  texts,
  article,
  ways,
  leads,
  windowHours,
}: NoticeBody): NoticeContent {
  return { rule: ruleOf(rule), name, since, at, texts, article, ways, leads, windowHours };
}
