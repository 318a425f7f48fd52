import Router from '@koa/router';
import { type Delivery, type Line } from '../line/line.js';
import { type Platform } from '../platform/api.js';
import { type MassJobs } from '../platform/mass-jobs.js';
import { type MenuState } from '../platform/menu-api.js';
import { type CallRecord, type Ring } from '../state/calls.js';
import { type Codes } from '../state/codes.js';
import { type Outcomes } from '../state/outcomes.js';
import { dayOf } from '../state/platform-day.js';
import { type ReadingFigures } from '../state/reading-figures.js';
import { type SceneCodes } from '../state/scene-codes.js';
import { type Template } from '../platform/template-fields.js';
import { apiFaults, type Fault, type Faults, pushFaults } from '../state/faults.js';
import { Refused } from '../http.js';
import { afterOf, type Body, bodyOf, numberOf, openidOf, textOf } from './body.js';
import { outcomeRoutes } from './outcomes.js';
import { receivedRoutes } from './received.js';
import { scanRoutes } from './scans.js';
import { userRoutes } from './users.js';

export interface Control {
  readonly platform: Platform;
  readonly line: Line;
  readonly menu: MenuState;
  readonly faults: Faults;
  readonly deliveries: Ring<Delivery>;
  readonly calls: Ring<CallRecord>;
  readonly loginCodes: Codes;
  readonly phoneCodes: Codes;
  readonly readings: ReadingFigures;
  readonly templates: readonly Template[];
  readonly outcomes: Outcomes;
  readonly massJobs: MassJobs;
  readonly sceneCodes: SceneCodes;
}

const mostBytes = 10_000;

/** The control API (JSON, development only): reference 13.2, the public contract, and outcomes.ts and scans.ts for what they add. */
export function controlRouter(control: Control): Router {
  const { platform, line, menu, faults, deliveries, calls } = control;
  const router = new Router({ prefix: '/simulator/api' });
  userRoutes(router, platform, line, deliveries);
  outcomeRoutes(router, control.outcomes, control.massJobs);
  receivedRoutes(router, platform.users);
  scanRoutes(router, platform, line, control.sceneCodes);

  router.get('/menu', (ctx) => {
    ctx.body = { button: menu.buttons };
  });
  router.get('/calls', (ctx) => {
    const after = afterOf(ctx.query['after']);
    ctx.body = calls.all().filter((call) => call.seq > after);
  });
  router.post('/handshake', async (ctx) => {
    const { of } = await bodyOf(ctx, mostBytes);
    ctx.body = await (of === 'mini-program' ? platform.miniProgram.line : line).handshake();
  });
  router.post('/clock', async (ctx) => {
    moveClock(platform, await bodyOf(ctx, mostBytes));
    ctx.body = { now: new Date(platform.clock.now()).toISOString() };
  });
  router.get('/faults', (ctx) => {
    ctx.body = faults.list();
  });
  router.post('/faults', async (ctx) => {
    faults.set(faultOf(await bodyOf(ctx, mostBytes)));
    ctx.status = 204;
  });
  router.delete('/faults', (ctx) => {
    faults.clear();
    ctx.status = 204;
  });
  router.post('/login-codes', async (ctx) => {
    const openid = openidOf((await bodyOf(ctx, mostBytes))['openid']);
    platform.users.admit(openid).visitedAt = platform.clock.now();
    ctx.body = { code: control.loginCodes.mint(openid) };
  });
  router.post('/phone-codes', async (ctx) => {
    ctx.body = { code: control.phoneCodes.mint(openidOf((await bodyOf(ctx, mostBytes))['openid'])) };
  });
  router.post('/readings', async (ctx) => {
    readArticle(control, await bodyOf(ctx, mostBytes));
    ctx.status = 204;
  });
  router.get('/readings', (ctx) => {
    ctx.body = control.readings.all().map(({ id, title, url, day }) => ({ msgid: id, title, url, day }));
  });
  router.get('/templates', (ctx) => {
    ctx.body = control.templates;
  });
  return router;
}

/** `{ msgid, people, times?, day? }`: an article that was sent or published was read, today or on another day. */
function readArticle({ platform, readings }: Control, body: Body): void {
  const people = numberOf(body, 'people', 10_000_000);
  const times = body['times'] === undefined ? people : numberOf(body, 'times', 100_000_000);
  const day = body['day'] === undefined ? dayOf(platform.clock.now()) : textOf(body, 'day');
  if (!readings.read(textOf(body, 'msgid'), day, { people, times }))
    throw new Refused(404, 'request.not_found', 'No article came out under this msgid.');
}

function moveClock({ clock }: Platform, body: Body): void {
  const { now } = body;
  if (now === undefined) {
    clock.advance(numberOf(body, 'advanceMs', 10 * 365 * 24 * 60 * 60 * 1000));
    return;
  }
  const to = typeof now === 'number' ? now : typeof now === 'string' ? Date.parse(now) : NaN;
  if (!Number.isFinite(to)) throw new Refused(400, 'request.invalid', 'now must be a time.');
  clock.moveTo(to);
}

function faultOf(body: Body): Fault {
  const kind = [...pushFaults, ...apiFaults].find((known) => known === body['kind']);
  if (kind === undefined)
    throw new Refused(
      400,
      'request.invalid',
      `kind must be one of ${[...pushFaults, ...apiFaults].join(', ')}.`,
    );
  const times = body['times'] === undefined ? 1 : numberOf(body, 'times', 1_000_000);
  if (times < 1) throw new Refused(400, 'request.invalid', 'times must be at least 1.');
  return {
    kind,
    times,
    ...(body['api'] === undefined ? {} : { api: textOf(body, 'api') }),
    ...(body['errcode'] === undefined ? {} : { errcode: numberOf(body, 'errcode', 1_000_000) }),
  };
}
