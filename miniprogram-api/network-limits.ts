/** Limits that are counted by network, in this process's memory only; a refusal names the telephone and is no ban. */
import type { Context } from 'koa';
import { DomainError, type ErrorCode } from '../domain/errors.js';
import type { Limit } from '../domain/limits.js';

export type Limited = 'reports' | 'tries' | 'requests';

export interface NetworkLimits {
  /** @throws DomainError limit.* with `telephone` */
  check(what: Limited, ctx: Context): void;
  count(what: Limited, ctx: Context): void;
}

/** Seconds after which it is worth trying again. */
const retryAfter: Readonly<Record<Limited, string>> = { reports: '3600', tries: '900', requests: '60' };
const codes: Readonly<Record<Limited, ErrorCode>> = {
  reports: 'limit.reports',
  tries: 'limit.tries',
  requests: 'limit.requests',
};

export function createNetworkLimits(parts: {
  readonly limits: Readonly<Record<Limited, Limit>>;
  /** where a request comes from, as a word that means nothing outside this process */
  readonly handle: (address: string) => string;
  readonly telephone: string;
}): NetworkLimits {
  const { limits, handle, telephone } = parts;
  return {
    check(what, ctx) {
      if (limits[what].allows(handle(ctx.ip))) return;
      ctx.set('Retry-After', retryAfter[what]);
      throw new DomainError(codes[what], { details: { telephone } });
    },
    count(what, ctx) {
      limits[what].count(handle(ctx.ip));
    },
  };
}
