import { shallowRef } from 'vue';
import type { Line } from '../api/account-types.js';
import { createAccountsApi } from '../api/accounts-api.js';
import { createArticlesApi } from '../api/articles-api.js';
import { createClient } from '../api/client.js';
import { createHoldApi } from '../api/hold-api.js';
import { createHolidaysApi } from '../api/holidays-api.js';
import { createJobsApi } from '../api/jobs-api.js';
import { createNoticesApi } from '../api/notices-api.js';
import { createOutboxApi } from '../api/outbox-api.js';
import { createPhonesApi } from '../api/phones-api.js';
import { createDeriver } from '../crypto/derive.js';
import { startWorker } from '../crypto/start-worker.js';
import { createEmitter } from '../session/emitter.js';
import { createSession } from '../session/session.js';
import { createInvitationHolder } from '../session/take-invitation.js';
import { createLineHold } from '../shell/hold-banner-state.js';
import { applyPreferences } from './apply-preferences.js';
import { createConnection } from './connection.js';
import { createKept } from './kept.js';
import { createKeys } from './keys.js';
import { createPreferences } from './preferences.js';
import { createServerClock } from './server-clock.js';
import type { Services } from './services.js';
import { createToasts } from './toasts.js';

/** Everything, put together with what a browser has. */
export function createServices(): Services {
  const now = (): number => Date.now();
  const kept = createKept(() => localStorage);
  const preferences = createPreferences({
    kept,
    systemLanguages: navigator.languages,
    apply: applyPreferences,
  });
  const clock = createServerClock(now);
  const connection = createConnection();
  const session = createSession();
  const activity = createEmitter<'renewed'>();
  const client = createClient({
    fetch: (input, init) => fetch(input, init),
    hooks: {
      connected: (yes) => {
        connection.connected(yes);
      },
      heard: ({ version, serverTime }) => {
        connection.heardVersion(version);
        if (serverTime !== null) clock.heard(serverTime);
      },
      renewed: () => {
        activity.emit('renewed');
      },
      sessionOver: () => session.over(),
    },
  });
  return {
    accounts: createAccountsApi(client),
    articles: createArticlesApi(client),
    notices: createNoticesApi(client),
    holidays: createHolidaysApi(client),
    phones: createPhonesApi(client),
    jobs: createJobsApi(client),
    outbox: createOutboxApi(client),
    lineHold: createLineHold(createHoldApi(client)),
    ...{ session, activity, clock, connection, preferences, kept },
    line: shallowRef<Line | null>(null),
    toasts: createToasts((act, ms) => setTimeout(act, ms)),
    keys: createKeys(() => preferences.letterKeys.value),
    deriver: createDeriver({ start: startWorker, now }),
    invitation: createInvitationHolder(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    reload: () => {
      location.hash = '#/';
      location.reload();
    },
  };
}
