/** The public listener. */
import Koa, { type Middleware } from 'koa';
import { DomainError } from '../domain/errors.js';
import { fixedPaths, type FixedPaths } from './fixed-paths.js';
import { errors, type ErrorsOptions } from './middleware/errors.js';
import { securityHeaders } from './middleware/security-headers.js';
import { wechatCallback, type WechatCallback } from './middleware/wechat-callback.js';

export interface AppParts extends FixedPaths, ErrorsOptions {
  /** null where this process is not the bot */
  readonly wechat: WechatCallback | null;
  /** whether people reach the line over https */
  readonly https: boolean;
  /** what else answers here, in this order: the simulator, later the API's router */
  readonly more: readonly Middleware[];
}

/** The public app. The callback comes first: a router before it would cost it 40 %. */
export function createApp(parts: AppParts): Koa {
  const app = new Koa();
  app.use(errors(parts));
  if (parts.wechat !== null) app.use(wechatCallback(parts.wechat));
  app.use(securityHeaders(parts.https));
  app.use(fixedPaths(parts));
  for (const middleware of parts.more) app.use(middleware);
  app.use(() => {
    throw new DomainError('request.not_found');
  });
  // What breaks after the answer began; without a listener Koa would print the error's words.
  app.on('error', (error: unknown) => {
    parts.failed(error, { route: '/*', status: 500 });
  });
  return app;
}
