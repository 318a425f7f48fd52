/** The tables as one router. */
import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { DomainError } from '../../domain/errors.js';
import type { ReadSession } from '../../domain/staff/read-session.js';
import { guarded } from './middleware/access.js';
import type { SessionCookie } from './middleware/session.js';
import type { Route, RouteTable } from './routes/route.js';

/**
 * Answers the tables' routes, each behind its guard; 405 for an address with another method. What is in no table is
 * passed on. @throws Error at once if two routes are the same, or one is not under `/api/`
 */
export function routing(
  tables: readonly RouteTable[],
  guard: { readonly readSession: ReadSession; readonly cookie: SessionCookie },
): readonly Middleware[] {
  const router = new Router({ sensitive: true, strict: true });
  const names = new Set<string>();
  for (const route of tables.flat()) {
    const name = nameOf(route);
    if (names.has(name) || !route.path.startsWith('/api/'))
      throw new Error(`not a route of its own: ${name}`);
    names.add(name);
    router.register(route.path, [route.method], [guarded(route, guard)]);
  }
  return [router.routes() as Middleware, otherMethod];
}

/** Two routes that differ by the names of their parts alone are the same. */
const nameOf = ({ method, path }: Route): string => `${method} ${path.replace(/:\w+/g, ':')}`;

/** The router leaves which routes have the address, also if none has the method. */
async function otherMethod(ctx: Context, next: () => Promise<unknown>): Promise<void> {
  const { matched } = ctx as { matched?: readonly { readonly methods: readonly string[] }[] };
  if (matched !== undefined && matched.length > 0) {
    ctx.set('Allow', [...new Set(matched.flatMap(({ methods }) => methods))].join(', '));
    throw new DomainError('request.method');
  }
  await next();
}
