/** Everything that pages are given, in one place. */
import { inject, type InjectionKey, type ShallowRef } from 'vue';
import type { Line } from '../api/account-types.js';
import type { AccountsApi } from '../api/accounts-api.js';
import type { ArticlesApi } from '../api/articles-api.js';
import type { HolidaysApi } from '../api/holidays-api.js';
import type { JobsApi } from '../api/jobs-api.js';
import type { NoticesApi } from '../api/notices-api.js';
import type { OutboxApi } from '../api/outbox-api.js';
import type { PhonesApi } from '../api/phones-api.js';
import type { Deriver } from '../crypto/derive.js';
import type { Emitter } from '../session/emitter.js';
import type { Session } from '../session/session.js';
import type { InvitationHolder } from '../session/take-invitation.js';
import type { LineHold } from '../shell/hold-banner-state.js';
import type { Connection } from './connection.js';
import type { Kept } from './kept.js';
import type { Keys } from './keys.js';
import type { Preferences } from './preferences.js';
import type { ServerClock } from './server-clock.js';
import type { Toasts } from './toasts.js';

export interface Services {
  readonly accounts: AccountsApi;
  readonly articles: ArticlesApi;
  readonly notices: NoticesApi;
  readonly holidays: HolidaysApi;
  readonly phones: PhonesApi;
  readonly jobs: JobsApi;
  readonly outbox: OutboxApi;
  /** whether the line is held, for the banner and for whatever rests meanwhile */
  readonly lineHold: LineHold;
  readonly session: Session;
  /** `renewed`: an answer renewed the session's idle time */
  readonly activity: Emitter<'renewed'>;
  /** null: not loaded yet; pages are shown after it is */
  readonly line: ShallowRef<Line | null>;
  readonly clock: ServerClock;
  readonly connection: Connection;
  readonly preferences: Preferences;
  readonly toasts: Toasts;
  readonly keys: Keys;
  readonly kept: Kept;
  readonly deriver: Deriver;
  readonly invitation: InvitationHolder;
  readonly random: (bytes: number) => Uint8Array;
  /** Loads the page anew, which forgets everything that is in memory. */
  readonly reload: () => void;
}

export const servicesKey: InjectionKey<Services> = Symbol('services');

export function useServices(): Services {
  const services = inject(servicesKey);
  if (services === undefined) throw new Error('no services were provided');
  return services;
}

/** The line, on pages that are shown after it has been loaded. */
export function useLine(): Line {
  const { line } = useServices();
  if (line.value === null) throw new Error('the line is not loaded yet');
  return line.value;
}
