/** Every error leaves as `{ code, message, details?, requestId }`; what was unexpected is told to the log and to nobody else. */
import type { Context, Middleware } from 'koa';
import { DomainError, errorKinds, isDomainError, type ErrorCode, type ErrorKind } from '../domain/errors.js';

/** Tells the log of an unexpected error; `route` is a pattern, never the address that was asked for. */
export type ReportFailure = (
  error: unknown,
  at: { readonly route: string; readonly status: number; readonly requestId?: string },
) => void;

export interface ErrorsOptions {
  readonly random: (bytes: number) => Uint8Array;
  readonly failed: ReportFailure;
}

const answers: Readonly<Record<ErrorKind, readonly [status: number, message: string]>> = {
  invalid: [422, 'The request is not in the form that is asked for.'],
  unauthenticated: [401, 'Please sign in first.'],
  forbidden: [403, 'This is not for this account to do.'],
  'not-found': [404, 'There is nothing here under this name.'],
  conflict: [409, 'The request does not fit what is already there.'],
  limited: [429, 'Too many requests; please try again later.'],
  'too-large': [413, 'The request is too large.'],
  method: [405, 'This address does not take this method.'],
  unavailable: [503, 'This is not possible at the moment; please try again later.'],
  internal: [500, 'Something went wrong here; it is not your fault.'],
};

/** The HTTP status of a code. */
export const statusOf = (code: ErrorCode): number => answers[errorKinds[code]][0];

/** Retry after so many seconds, where waiting helps. */
const retryAfter = '5';

export function errors({ random, failed }: ErrorsOptions): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const known = toDomainError(error);
      const [status, message] = answers[known.kind];
      const requestId = Buffer.from(random(8)).toString('hex');
      if (known.kind === 'internal') failed(error, { route: routeOf(ctx), status, requestId });
      if (known.kind === 'unavailable') ctx.set('Retry-After', retryAfter);
      // a library's own 4xx keeps its number: 415 is not 422
      ctx.status = isClientError(error) ? error.status : status;
      const { code, details } = known;
      ctx.body = { code, message, ...(details === undefined ? {} : { details }), requestId };
    }
  };
}

function toDomainError(error: unknown): DomainError {
  if (isDomainError(error)) return error;
  if (!isClientError(error)) return new DomainError('internal.unexpected');
  if (error.status === 404) return new DomainError('request.not_found');
  if (error.status === 405) return new DomainError('request.method');
  return new DomainError(error.status === 413 ? 'request.too_large' : 'request.invalid');
}

function isClientError(error: unknown): error is { readonly status: number } {
  const { status } = Object(error) as { status?: unknown };
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 500;
}

/** The pattern that a matched route left in `ctx.state.route`. */
function routeOf(ctx: Context): string {
  const { route } = ctx.state as { route?: unknown };
  return typeof route === 'string' ? route : '/*';
}

/**
 * Whether it only says that the client hung up or spoke no HTTP any more: Koa tells so of every request that was cut, and
 * whoever likes could fill the log with it.
 */
export function isBrokenConnection(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' && /^(?:HPE_|ECONN|EPIPE$|ERR_STREAM_PREMATURE_CLOSE$)/.test(code);
}
