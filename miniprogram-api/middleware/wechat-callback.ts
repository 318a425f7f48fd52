/** Hands the platform's pushes to the bot as they came: this middleware stands before any router and parses nothing. */
import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';

/** The Official Account's callback, free of any framework. It answers whatever it is given and never throws. */
export interface WechatCallback {
  readonly answer: (request: {
    readonly method: string;
    /** as it came, without the question mark */
    readonly query: string;
    readonly body: () => Promise<Uint8Array>;
  }) => Promise<{ readonly status: number; readonly type: string; readonly body: string }>;
  /** Reads at most 1 MB of a request. Called only if the callback asks for the body. */
  readonly readBody: (request: IncomingMessage) => Promise<Uint8Array>;
}

export function wechatCallback({ answer, readBody }: WechatCallback): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/wechat/oa') {
      await next();
      return;
    }
    ctx.state['route'] = '/wechat/oa';
    const { method, querystring: query, req } = ctx;
    const { status, type, body } = await answer({ method, query, body: () => readBody(req) });
    ctx.status = status;
    ctx.set('Content-Type', type);
    ctx.set('X-Content-Type-Options', 'nosniff'); // the handshake gives back what it was sent
    if (status === 405) ctx.set('Allow', 'GET, POST');
    ctx.body = body;
  };
}
