/** Who is signed in here, and what happens when that ends while a page is open. */
import { shallowRef, type ShallowRef } from 'vue';
import type { Me } from '../api/account-types.js';
import type { Act } from '../api/common-types.js';
import { createEmitter, type Emitter } from './emitter.js';

export type SessionState =
  /** not asked yet */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly me: Me }
  /** ended while a page was open, which stays as it is until the same person is back */
  | { readonly kind: 'ended'; readonly me: Me };

export interface Session {
  readonly state: Readonly<ShallowRef<SessionState>>;
  /** `session.ended`: what is sent now waits; `session.resumed`: it goes on. */
  readonly events: Pick<Emitter<'session.ended' | 'session.resumed'>, 'on'>;
  /** Somebody is signed in: at the start of the page, after signing in, after signing in again. */
  begin(me: Me): void;
  /** Nobody is signed in. */
  none(): void;
  /** The server knows of no session. Resolves when the same person is back; null: nobody was signed in. */
  over(): Promise<void> | null;
  may(act: Act): boolean;
  me(): Me | null;
}

export function createSession(): Session {
  const state = shallowRef<SessionState>({ kind: 'unknown' });
  const events = createEmitter<'session.ended' | 'session.resumed'>();
  let back = deferred();

  const me = (): Me | null => ('me' in state.value ? state.value.me : null);

  return {
    state,
    events,
    me,
    may: (act) => me()?.may.includes(act) ?? false,
    begin: (who) => {
      const resumed = state.value.kind === 'ended';
      state.value = { kind: 'in', me: who };
      if (!resumed) return;
      back.resolve();
      events.emit('session.resumed');
    },
    none: () => {
      state.value = { kind: 'out' };
    },
    over: () => {
      const was = state.value;
      if (was.kind === 'in') {
        back = deferred();
        state.value = { kind: 'ended', me: was.me };
        events.emit('session.ended');
      }
      return state.value.kind === 'ended' ? back.promise : null;
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
