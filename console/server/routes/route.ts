/** What the console answers to: a table, so that every route can be walked. What is not in a table is not there. */
import type { Context } from 'koa';
import type { Act } from '../../../domain/access.js';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** begins with `/api/`; `:name` is a part that `partOf` reads */
  readonly path: string;
  /** Who may: `open` anybody at all, `own` whoever is signed in, an act whoever has a role that may do it. */
  readonly act: Act | 'open' | 'own';
  /** True for a request that is no sign of somebody being there: it does not renew the session. */
  readonly quiet?: (ctx: Context) => boolean;
  readonly handle: (ctx: Context) => Promise<void> | void;
}

export type RouteTable = readonly Route[];

/** A part of the address that the route's pattern names. */
export function partOf(ctx: Context, name: string): string {
  const { params } = ctx as { params?: Readonly<Record<string, unknown>> };
  const value = params?.[name];
  return typeof value === 'string' ? value : '';
}
