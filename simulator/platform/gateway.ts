import { type Context } from 'koa';
import { rid } from '../state/chance.js';
import { type CallRecord, masked } from '../state/calls.js';
import { type Fault, type Faults } from '../state/faults.js';
import { type Quotas } from '../state/quotas.js';
import { readBody } from '../http.js';
import {
  type Api,
  type Apis,
  type Call,
  type Client,
  FileResult,
  type Json,
  type Platform,
  type Result,
} from './api.js';
import { messageOf, PlatformError } from './errors.js';

/** Longer than the largest file and its form. */
const mostBytes = 11 * 1024 * 1024;
/** How long the fault `slow` takes. */
export const slowMs = 6000;

export interface GatewayOptions {
  readonly platform: Platform;
  readonly apis: Apis;
  readonly faults: Faults;
  readonly quotas: Quotas;
  readonly record: (call: CallRecord) => void;
}

/** The platform's API on Koa: `path` is what follows the base address. Business errors are 200 with `errcode`. */
export function createGateway({ platform, apis, faults, quotas, record }: GatewayOptions) {
  return async (ctx: Context, path: string): Promise<void> => {
    const began = platform.clock.real();
    const body = await readBody(ctx, mostBytes);
    const fault = faults.strikesCall(path);
    const query = new URLSearchParams(ctx.querystring);
    const result = fault?.kind === 'errcode' ? failure(fault.errcode ?? -1) : answer(ctx, path, query, body);
    const errcode = result instanceof FileResult ? 0 : Number(result['errcode'] ?? 0);
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
    write(ctx, result, fault);
    record({
      seq: platform.users.seq(),
      at: new Date(platform.clock.now()).toISOString(),
      method: ctx.method,
      path,
      query: masked(Object.fromEntries(query)) as Record<string, string>,
      request: masked(readable(body)),
      status: fault?.kind === 'reset' ? 0 : ctx.status,
      errcode,
      ms: platform.clock.real() - began,
      ...(fault === null ? {} : { fault: fault.kind }),
    });
  };

  function answer(ctx: Context, path: string, query: URLSearchParams, body: Buffer): Result {
    try {
      const api = Object.hasOwn(apis, path) ? apis[path] : undefined;
      if (api === undefined) throw new PlatformError(76021);
      if (api.method !== 'any' && ctx.method !== api.method)
        throw new PlatformError(api.method === 'GET' ? 43001 : 43002);
      const client = admit(api, query);
      if (!quotas.use(path)) throw new PlatformError(45009);
      const call: Call = {
        query,
        body,
        contentType: ctx.get('content-type'),
        address: ctx.req.socket.remoteAddress ?? '',
        client,
      };
      return api.run(call);
    } catch (error) {
      if (error instanceof PlatformError) return failure(error.code, error.message, error.extra);
      throw error;
    }
  }

  function admit(api: Api, query: URLSearchParams): Client {
    const { officialAccount, miniProgram } = platform;
    if (api.token === 'none') return officialAccount;
    const token = query.get('access_token') ?? '';
    if (token === '') throw new PlatformError(41001);
    const checked = [officialAccount, miniProgram].map((client) => ({
      client,
      code: client.tokens.check(token),
    }));
    const good = checked.find(({ code }) => code === 0)?.client;
    if (good === undefined)
      throw new PlatformError(checked.some(({ code }) => code === 42001) ? 42001 : 40001);
    const wanted = api.token === 'mini-program' ? miniProgram : officialAccount;
    if (api.token !== 'either' && good !== wanted) throw new PlatformError(48001);
    if (api.certified === true && !good.account.certified) throw new PlatformError(48001);
    return good;
  }

  function failure(errcode: number, words = messageOf(errcode), extra: Json = {}): Json {
    return { errcode, errmsg: `${words} rid: ${rid(platform.random)}`, ...extra };
  }
}

function write(ctx: Context, result: Result, fault: Fault | null): void {
  if (fault?.kind === 'reset') {
    ctx.respond = false;
    ctx.req.socket.destroy();
    return;
  }
  if (fault?.kind === 'http-502') {
    ctx.status = 502;
    ctx.body = '<html><body>502 Bad Gateway</body></html>';
    return;
  }
  ctx.status = 200;
  if (result instanceof FileResult) {
    ctx.status = result.status;
    ctx.type = result.type;
    ctx.set('content-disposition', `attachment; filename="${result.filename}"`);
    ctx.body = Buffer.from(result.bytes);
  } else {
    ctx.type = fault?.kind === 'text-plain' ? 'text/plain' : 'application/json; charset=utf-8';
    ctx.body = Buffer.from(JSON.stringify(result));
  }
  if (fault?.kind === 'truncate') truncate(ctx);
}

/** Announces the whole body, sends half of it, and hangs up. */
function truncate(ctx: Context): void {
  const whole = ctx.body as Buffer;
  ctx.respond = false;
  ctx.res.writeHead(200, { 'content-type': ctx.type, 'content-length': whole.length });
  ctx.res.write(whole.subarray(0, whole.length >> 1), () => ctx.req.socket.destroy());
}

function readable(body: Buffer): unknown {
  if (body.length === 0) return null;
  if (body[0] !== 0x7b) return `${body.length} bytes`;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return `${body.length} bytes`;
  }
}
