/** The session's cookie, and who is signed in. */
import type { Context } from 'koa';
import { DomainError } from '../../../domain/errors.js';
import type { Me, StaffSession } from '../../../domain/staff/staff.js';

export interface SignedIn {
  readonly me: Me;
  readonly session: StaffSession;
}

export interface SessionCookie {
  /** The secret that the request carries; empty: none. */
  read(ctx: Context): string;
  set(ctx: Context, secret: string): void;
  clear(ctx: Context): void;
}

/**
 * Over https the browser holds it to this host, to https and to requests of our own pages. Without https, on a machine of
 * one's own, a browser would not take a cookie of that name. It goes when the browser is closed.
 */
export function sessionCookie(https: boolean): SessionCookie {
  const name = https ? '__Host-console' : 'console';
  const rules = `; Path=/; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`;
  return {
    read: (ctx) => ctx.cookies.get(name) ?? '',
    set: (ctx, secret) => {
      ctx.append('Set-Cookie', `${name}=${secret}${rules}`);
    },
    clear: (ctx) => {
      ctx.append('Set-Cookie', `${name}=${rules}; Max-Age=0`);
    },
  };
}

const known = new WeakMap<Context, SignedIn>();

/** For the guard alone: who the session says it is. */
export function setSignedIn(ctx: Context, signedIn: SignedIn): void {
  known.set(ctx, signedIn);
}

/** Who is signed in, and in which session. @throws DomainError session.required on a route that is open */
export function signedIn(ctx: Context): SignedIn {
  const found = known.get(ctx);
  if (found === undefined) throw new DomainError('session.required');
  return found;
}

/** Who is signed in. @throws DomainError session.required on a route that is open */
export const meOf = (ctx: Context): Me => signedIn(ctx).me;
