/** Every route, for every role and for nobody: denied unless the table of domain/access.ts says otherwise. */
import { describe, expect, test } from '@jest/globals';
import { consoleRoutes } from '../../../console/server/app.js';
import { articleRoutes } from '../../../console/server/routes/articles/articles.js';
import type { ArticleParts } from '../../../console/server/routes/articles/article-parts.js';
import { holidayRoutes, type HolidayParts } from '../../../console/server/routes/holidays/holidays.js';
import { jobRoutes, type JobParts } from '../../../console/server/routes/jobs/jobs.js';
import type { NoticeParts } from '../../../console/server/routes/notices/notice-parts.js';
import { noticeRoutes } from '../../../console/server/routes/notices/notices.js';
import { outboxRoutes } from '../../../console/server/routes/outbox/outbox.js';
import { phoneRoutes, type PhoneParts } from '../../../console/server/routes/phones/phones.js';
import type { Route, RouteTable } from '../../../console/server/routes/route.js';
import { roles, whoMay, type Role } from '../../../domain/access.js';
import type { DeadLetters } from '../../../domain/outbox/dead-letters.js';
import type { Answer } from '../../miniprogram-api/request.js';
import { consoleLine, refusal } from './console.js';

/** Stands for the parts of routes whose handlers do not run here. */
const nothing = new Proxy({}, { get: () => () => undefined }) as unknown;
/** The tables of others, with handlers that only say that they were reached. */
const reached = (table: RouteTable): RouteTable =>
  table.map((route) => ({ ...route, handle: (ctx) => void (ctx.status = 204) }));
const more = [
  reached(articleRoutes(nothing as ArticleParts)),
  reached(phoneRoutes(nothing as PhoneParts)),
  reached(holidayRoutes(nothing as HolidayParts)),
  reached(noticeRoutes(nothing as NoticeParts)),
  reached(jobRoutes(nothing as JobParts)),
  reached(outboxRoutes(nothing as DeadLetters)),
];

const routes = consoleRoutes(consoleLine({ more }).parts).flat();
const named = (route: Route): [string, Route] => [`${route.method} ${route.path}`, route];
const methodOf = ({ method }: Route) => method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
const pathOf = ({ path }: Route) => path.replace(/:\w+/g, 'f'.repeat(32));

const allowed = (route: Route): readonly Role[] =>
  route.act === 'open' || route.act === 'own' ? roles : whoMay(route.act);

test('what has to do with accounts asks for what is written here', () => {
  const own = consoleRoutes(consoleLine().parts).flat();
  expect(Object.fromEntries(own.map((route) => [`${route.method} ${route.path}`, route.act]))).toEqual({
    'GET /api/line': 'open',
    'POST /api/session': 'open',
    'GET /api/session': 'own',
    'DELETE /api/session': 'own',
    'GET /api/sessions': 'own',
    'DELETE /api/sessions/:id': 'own',
    'POST /api/recovery': 'open',
    'POST /api/invitations/open': 'open',
    'POST /api/invitations/accept': 'open',
    'GET /api/invitations': 'staff.manage',
    'POST /api/invitations': 'staff.manage',
    'DELETE /api/invitations/:id': 'staff.manage',
    'GET /api/staff': 'staff.list',
    'PUT /api/staff/:id/roles': 'staff.manage',
    'POST /api/staff/:id/end': 'staff.manage',
    'GET /api/audit': 'audit.read',
    'GET /api/audit/head': 'audit.read',
    'GET /api/audit/entries/:seq': 'audit.read',
  });
});

test('nothing but those five is open, and the calendar that a private link asks for', () => {
  const open = routes.filter(({ act }) => act === 'open').map(({ path }) => path);
  expect(open).toHaveLength(6);
  expect(open).toContain('/api/notices.ics');
});

/** How a guard let somebody pass or not; what the handler then made of an empty request does not count. */
function outcome({ status, body }: Pick<Answer, 'status' | 'body'>): string {
  if (status === 401 || status === 403) return `${status} ${(body as { code: string }).code}`;
  return status === 405 || status >= 500 ? `broken: ${status}` : 'passed';
}

describe.each(routes.map(named))('%s', (_name, route) => {
  test('signed out', async () => {
    const { ask, acts } = consoleLine({ more });
    const answer = await ask(methodOf(route), pathOf(route));
    expect(outcome(answer)).toBe(route.act === 'open' ? 'passed' : '401 session.required');
    expect(acts()).toEqual([]);
  });

  test.each(roles)('as %s', async (role) => {
    const { ask, hire, enter, failed } = consoleLine({ more });
    const { me } = await hire('Somebody', role);
    const answer = await ask(methodOf(route), pathOf(route), { cookie: await enter(me) });
    expect(outcome(answer)).toBe(allowed(route).includes(role) ? 'passed' : '403 access.denied');
    expect(failed).not.toHaveBeenCalled();
  });

  test('without any role', async () => {
    const { ask, hire, enter } = consoleLine({ more });
    const { me } = await hire('Somebody');
    const answer = await ask(methodOf(route), pathOf(route), { cookie: await enter(me) });
    const everybody = route.act === 'open' || route.act === 'own';
    expect(outcome(answer)).toBe(everybody ? 'passed' : '403 access.denied');
  });
});

const changing = routes.filter(({ method }) => method !== 'GET');
const others = [
  'http://127.0.0.1:3000',
  'http://127.0.0.1:3001/',
  'https://127.0.0.1:3001',
  'null',
  '',
  null,
];

describe.each(changing.map(named))('%s', (_name, route) => {
  test.each(others)('from the origin %j', async (origin) => {
    const { ask, hire, enter, acts } = consoleLine({ more });
    const { me } = await hire('Somebody', ...roles);
    const { status, body } = await ask(methodOf(route), pathOf(route), { cookie: await enter(me), origin });
    expect({ status, body }).toEqual(refusal(403, 'access.denied'));
    expect(acts()).toEqual([]);
  });
});
