import { type Context, type Middleware } from 'koa';
import { type Account, sampleMiniProgram, sampleOfficialAccount } from './account.js';
import { createArticlePages } from './articles/pages.js';
import { controlRouter } from './control/router.js';
import { Refused, refuseStrangers } from './http.js';
import { createLine, type Delivery } from './line/line.js';
import { type LineSettings, type Pace, platformPace } from './line/settings.js';
import { createPage } from './page.js';
import { type Platform } from './platform/api.js';
import { allApis } from './platform/apis.js';
import { createGateway } from './platform/gateway.js';
import { createShelves } from './platform/shelves.js';
import { sampleTemplates, type Template } from './platform/template-fields.js';
import { type CallRecord, Ring } from './state/calls.js';
import { type Random } from './state/chance.js';
import { createPlatformClock } from './state/clock.js';
import { createFaults } from './state/faults.js';
import { createMediaStore } from './state/media.js';
import { createTimers } from './state/timers.js';
import { createTokens } from './state/tokens.js';
import { consentKey, createMessageIds, createUsers, limits } from './state/users.js';

export interface SimulatorOptions {
  /** the line's callback, `http://127.0.0.1:PORT/wechat/oa`; its host is also the simulator's own */
  readonly callbackUrl: string;
  /** the mini-program's callback; unset: `/wechat/mp` beside the other */
  readonly miniProgramCallbackUrl?: string;
  readonly clock: { now(): number };
  readonly random: Random;
  /** the package's root: `web/phone`, `web/tokens` and `dist/web/phone` are read from there */
  readonly root: string;
  readonly account?: Account;
  readonly miniProgram?: Account;
  /** the notices that the account has chosen in the back office */
  readonly templates?: readonly Template[];
  /** how patient the platform is; tests are less so */
  readonly pace?: Partial<Pace>;
  /** how long after a send its result is reported, in milliseconds */
  readonly resultDelayMs?: number;
  /** who follows from the start, and how many messages of which form each allowed the Official Account; no push tells it */
  readonly followers?: readonly Follower[];
  /** how many scene codes may last for ever; unset: the platform's 100,000 */
  readonly permanentCodes?: number;
}

export interface Follower {
  readonly openid: string;
  /** by template */
  readonly consents: Readonly<Record<string, number>>;
}

export interface Simulator {
  /** Answers everything under `/simulator`, passes everything else on. Mount it before any body parser. */
  middleware(): Middleware;
  /** Closes the connections to the line. */
  close(): void;
}

/**
 * WeChat's side, in memory: the platform's API at `/simulator/wechat`, the control API at `/simulator/api`, a phone
 * at `/simulator/`. The host mounts it on loopback only; nothing here is for a network.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { callbackUrl, random } = options;
  const clock = createPlatformClock(options.clock);
  const { followers = [] } = options;
  const users = createUsers(clock, random, Math.max(limits.users, followers.length));
  const media = createMediaStore(clock, random);
  const faults = createFaults();
  const deliveries = new Ring<Delivery>(2_000);
  const calls = new Ring<CallRecord>(1_000);
  const base = new URL(callbackUrl).origin;
  const timers = createTimers(options.resultDelayMs ?? 300, clock);

  const shared = {
    clock,
    random,
    users,
    faults,
    messageId: createMessageIds(clock, random),
    knowsMedia: (id: string) => media.get(id) !== undefined,
    pace: { ...platformPace, ...options.pace },
  };
  const clientOf = (account: Account, url: string, format: LineSettings['format']) => ({
    account,
    tokens: createTokens(clock, random),
    line: createLine({ ...shared, account, callbackUrl: url, format }, (d) => {
      deliveries.add(d);
    }),
  });
  const platform: Platform = {
    clock,
    random,
    users,
    media,
    base,
    later: (task) => {
      timers.later(task);
    },
    at: (when, task) => timers.at(when, task),
    officialAccount: clientOf(options.account ?? sampleOfficialAccount, callbackUrl, 'xml'),
    miniProgram: clientOf(
      options.miniProgram ?? sampleMiniProgram,
      options.miniProgramCallbackUrl ?? `${base}/wechat/mp`,
      'json',
    ),
  };
  for (const { openid, consents } of followers) {
    const user = users.admit(openid);
    user.following = true;
    for (const [template, count] of Object.entries(consents))
      user.consents.set(consentKey(platform.officialAccount.account, template), count);
  }
  const shelves = createShelves(platform, {
    templates: options.templates ?? sampleTemplates,
    permanentCodes: options.permanentCodes ?? 100_000,
  });
  const gateway = createGateway({
    platform,
    apis: allApis(platform, shelves),
    faults,
    quotas: shelves.quotas,
    record: (call) => {
      calls.add(call);
    },
  });
  const page = createPage(options.root);
  const articlePages = createArticlePages(platform, shelves);
  const { line } = platform.officialAccount;
  const control = controlRouter({ platform, line, faults, deliveries, calls, ...shelves }).routes();

  const wechat = '/simulator/wechat/';
  const files = `${wechat}files/`;
  const route = async (ctx: Context): Promise<void> => {
    if (ctx.path === '/simulator') ctx.redirect(`/simulator/${ctx.search}`);
    else if (ctx.path.startsWith(files)) sendFile(ctx, media.get(ctx.path.slice(files.length)));
    else if (ctx.path.startsWith(wechat)) {
      if (!articlePages(ctx, ctx.path.slice(wechat.length)))
        await gateway(ctx, ctx.path.slice(wechat.length - 1));
    } else if (ctx.path.startsWith('/simulator/api/')) {
      ctx.set('cache-control', 'no-store');
      await control(ctx as Parameters<typeof control>[0], async () => {
        throw new Refused(404, 'request.not_found', 'The control API has no such call.');
      });
    } else await page(ctx, ctx.path.slice('/simulator/'.length));
  };

  return {
    middleware: () => async (ctx, next) => {
      if (ctx.path !== '/simulator' && !ctx.path.startsWith('/simulator/')) {
        await next();
        return;
      }
      try {
        refuseStrangers(ctx);
        await route(ctx);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        ctx.status = error.status;
        ctx.body = { code: error.code, message: error.message };
      }
    },
    close: () => {
      timers.stop();
      platform.officialAccount.line.close();
      platform.miniProgram.line.close();
    },
  };
}

function sendFile(
  ctx: Context,
  file: { readonly type: string; readonly bytes: Uint8Array } | undefined,
): void {
  if (file === undefined)
    throw new Refused(404, 'request.not_found', 'There is no such file, or it is too old.');
  ctx.type = file.type;
  ctx.set('x-content-type-options', 'nosniff');
  ctx.body = Buffer.from(file.bytes);
}
