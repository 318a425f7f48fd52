/** Who calls: the token of a request, and what was found behind it. */
import type { Context } from 'koa';
import { DomainError, type ErrorCode } from '../domain/errors.js';
import type { Report } from '../domain/reports/report.js';
import type { Actor } from './operation.js';

/** Reads an actor's token and puts what is behind it where the handler finds it. @throws DomainError of the actor */
export type Actors = Readonly<Record<Exclude<Actor, 'anyone'>, (ctx: Context) => Promise<void> | void>>;

/** `Authorization: Bearer …` of one kind, given once. @throws DomainError with the code for whoever has none */
export function bearer(ctx: Context, prefix: string, code: ErrorCode): string {
  if (isDoubled(ctx)) throw new DomainError('request.invalid');
  const [, token = ''] = /^Bearer ([\w-]{1,600})$/i.exec(ctx.get('Authorization')) ?? [];
  if (!token.startsWith(prefix)) throw new DomainError(code);
  return token;
}

/** Node keeps the first of two, a proxy in front may have looked at the other. */
const isDoubled = ({ req }: Context): boolean =>
  req.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'authorization').length > 1;

interface Found {
  ticket?: string;
  report?: Report;
  owner?: string;
  openid?: string;
}

const found = new WeakMap<Context, Found>();

/** Puts down what is behind the token of this request. */
export function setActor(ctx: Context, actor: Found): void {
  found.set(ctx, actor);
}

/** The ticket of an operation for whoever has one. */
export const ticketOf = (ctx: Context): string => of(ctx, 'ticket', 'ticket.required');
/** The report that the token opens. */
export const reportOf = (ctx: Context): Report => of(ctx, 'report', 'report.token_required');
/** The name under which an uploader keeps files; none yet for a ticket that was not used. */
export const uploaderOf = (ctx: Context): Found => found.get(ctx) ?? {};
/** The account that logged in. */
export const openidOf = (ctx: Context): string => of(ctx, 'openid', 'session.required');

function of<K extends 'ticket' | 'report' | 'openid'>(
  ctx: Context,
  key: K,
  code: ErrorCode,
): NonNullable<Found[K]> {
  const value = found.get(ctx)?.[key];
  if (value === undefined) throw new DomainError(code);
  return value;
}
