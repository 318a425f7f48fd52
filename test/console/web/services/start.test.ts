import { expect, test } from '@jest/globals';
import { shallowRef } from 'vue';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import type { Line } from '../../../../console/web/api/account-types.js';
import { createStarter } from '../../../../console/web/services/start.js';
import { createSession } from '../../../../console/web/session/session.js';

const line: Line = {
  ...{ name: { zh: '线', en: 'line' }, lineId: '00', sample: true, zone: 'UTC', version: 'v', publicUrl: '' },
  ...{ languages: ['zh', 'en'], idleMinutes: 30, categories: [] },
  limits: { title: 1, author: 1, digest: 1, content: 1, contentBytes: 1 },
};
const me = { id: '1', name: 'x', roles: [], may: [] } as const;

function starting(session: () => Promise<{ me: typeof me; endsAt: string; idleEndsAt: string }>) {
  const made = createSession();
  const failed = shallowRef<unknown>(null);
  const shown = shallowRef<Line | null>(null);
  const accounts = { line: async () => line, session };
  return { made, failed, shown, starter: createStarter({ accounts, session: made, line: shown }, failed) };
}

test('the page starts with the line and with who is signed in', async () => {
  const { made, shown, starter } = starting(async () => ({ me, endsAt: '', idleEndsAt: '' }));
  await starter.start();
  await starter.started;
  expect([shown.value?.lineId, made.state.value]).toEqual(['00', { kind: 'in', me }]);
});

test('the page starts for somebody who is not signed in', async () => {
  const { made, failed, starter } = starting(() =>
    Promise.reject(new ApiError(401, 'session.required', {}, null, null)),
  );
  await starter.start();
  expect([made.state.value.kind, failed.value]).toEqual(['out', null]);
});

test('a start that fails says why, and the next one may work', async () => {
  let tries = 0;
  const { made, failed, starter } = starting(async () => {
    tries += 1;
    if (tries === 1) throw new OfflineError();
    return { me, endsAt: '', idleEndsAt: '' };
  });
  await starter.start();
  expect(failed.value).toBeInstanceOf(OfflineError);
  expect(made.state.value.kind).toBe('unknown');
  await starter.start();
  expect(failed.value).toBeNull();
  expect(made.state.value.kind).toBe('in');
});
