import type { RouteLocationRaw } from 'vue-router';
import type { Act } from '../api/common-types.js';
import type { Session } from '../session/session.js';

/** Where to go instead of a page; null: it may be shown. */
export function detour(
  to: {
    readonly name: unknown;
    readonly path: string;
    readonly open: boolean;
    readonly act: Act | undefined;
  },
  session: Pick<Session, 'me' | 'may'>,
): RouteLocationRaw | null {
  const signedIn = session.me() !== null;
  if (to.open) return signedIn && to.name === 'sign-in' ? '/' : null;
  if (!signedIn) return { name: 'sign-in', ...(to.path === '/' ? {} : { query: { to: to.path } }) };
  if (to.act !== undefined && !session.may(to.act)) return { name: 'not-allowed' };
  return null;
}
