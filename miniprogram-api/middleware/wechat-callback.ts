/** Hands the platform's pushes to the bot as they came: this middleware stands before any router and parses nothing. */
import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';

/** One account's callback, free of any framework. It answers whatever it is given and never throws. */
export type WechatAnswer = (request: {
  readonly method: string;
  /** as it came, without the question mark */
  readonly query: string;
  readonly body: () => Promise<Uint8Array>;
}) => Promise<{ readonly status: number; readonly type: string; readonly body: string }>;

export interface WechatCallbacks {
  /** by path: `/wechat/oa` for the Official Account, `/wechat/mp` for the mini-program */
  readonly answers: ReadonlyMap<string, WechatAnswer>;
  /** Reads at most 1 MB of a request. Called only if the callback asks for the body. */
  readonly readBody: (request: IncomingMessage) => Promise<Uint8Array>;
}

export function wechatCallbacks({ answers, readBody }: WechatCallbacks): Middleware {
  return async (ctx, next) => {
    const { path } = ctx;
    const answer = answers.get(path);
    if (answer === undefined) {
      await next();
      return;
    }
    ctx.state['route'] = path;
    const { method, querystring: query, req } = ctx;
    const { status, type, body } = await answer({ method, query, body: () => readBody(req) });
    ctx.status = status;
    ctx.set('Content-Type', type);
    ctx.set('X-Content-Type-Options', 'nosniff'); // the handshake gives back what it was sent
    if (status === 405) ctx.set('Allow', 'GET, POST');
    ctx.body = body;
  };
}
