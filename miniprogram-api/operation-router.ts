/** The table of operations as one router. */
import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { DomainError } from '../domain/errors.js';
import type { Actors } from './actors.js';
import { apiPrefix, type Operation } from './operation.js';

export interface OperationRouterParts {
  readonly operations: readonly Operation[];
  readonly actors: Actors;
  /** Whether one more write from where this comes from is within the limit. @throws DomainError limit.requests */
  readonly admit: (ctx: Context) => void;
}

/**
 * Answers the operations, GET also as HEAD; 405 for an address with another method. What is below the prefix and in no
 * table is not found, everything else is passed on. @throws Error at once if two operations are the same
 */
export function operationRouter({ operations, actors, admit }: OperationRouterParts): Middleware {
  const router = new Router({ prefix: apiPrefix, sensitive: true, strict: true });
  const names = new Set<string>();
  const methods = new Map<string, string[]>();
  for (const operation of operations) {
    const { method, path, actor, run } = operation;
    const shape = path.replace(/:\w+/g, ':');
    if (names.has(`${method} ${shape}`)) throw new Error(`not an operation of its own: ${method} ${path}`);
    names.add(`${method} ${shape}`);
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
    const writes = method !== 'GET';
    router.register(path, method === 'GET' ? ['GET', 'HEAD'] : [method], async (ctx) => {
      ctx.state['route'] = `${apiPrefix}${path}`;
      if (writes) admit(ctx);
      if (actor !== 'anyone') await actors[actor](ctx);
      await run(ctx);
    });
  }
  for (const [path, allowed] of methods)
    router.all(path, (ctx) => {
      ctx.state['route'] = `${apiPrefix}${path}`;
      ctx.set('Allow', allowed.join(', '));
      throw new DomainError('request.method');
    });
  const routes = router.routes();
  return async (ctx, next) => {
    if (!ctx.path.startsWith(`${apiPrefix}/`)) {
      await next();
      return;
    }
    // the router itself puts in what its type asks of a context
    await routes(ctx as Parameters<typeof routes>[0], () =>
      Promise.reject(new DomainError('request.not_found')),
    );
  };
}
