/** The public listener. */
import Koa, { type Middleware } from 'koa';
import { DomainError } from '../domain/errors.js';
import { fixedPaths, type FixedPaths } from './fixed-paths.js';
import { errors, isBrokenConnection, type ErrorsOptions } from '../http/errors.js';
import { securityHeaders } from '../http/security-headers.js';
import { wechatCallbacks, type WechatCallbacks } from './middleware/wechat-callback.js';

export interface AppParts extends FixedPaths, ErrorsOptions {
  /** the platform's callbacks; none where this process is not the bot */
  readonly wechat: WechatCallbacks;
  /** whether people reach the line over https */
  readonly https: boolean;
  /** how many proxies stand in front: the address that the outermost one saw is a request's */
  readonly trustProxy: number;
  /** what else answers here, in this order: the simulator, later the API's router */
  readonly more: readonly Middleware[];
}

/** The public app. The callbacks come first: a router before them would cost them 40 %. */
export function createApp(parts: AppParts): Koa {
  const app = new Koa({ proxy: parts.trustProxy > 0, maxIpsCount: parts.trustProxy });
  app.use(errors(parts));
  app.use(wechatCallbacks(parts.wechat));
  app.use(securityHeaders(parts.https));
  app.use(fixedPaths(parts));
  for (const middleware of parts.more) app.use(middleware);
  app.use(() => {
    throw new DomainError('request.not_found');
  });
  // What breaks after the answer began; without a listener Koa would print the error's words.
  app.on('error', (error: unknown) => {
    if (!isBrokenConnection(error)) parts.failed(error, { route: '/*', status: 500 });
  });
  return app;
}
