import { describe, expect, test } from '@jest/globals';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import type { HoldApi } from '../../../../console/web/api/hold-api.js';
import type { Hold } from '../../../../console/web/api/jobs-types.js';
import { createLineHold } from '../../../../console/web/shell/hold-banner-state.js';

const held: Hold = { since: '2026-12-01T01:00:00.000Z', why: 'restored' };

/** A server that answers one question after the other, when it is told to. */
function server() {
  const waiting: { readonly answer: (hold: Hold | null) => void; readonly fail: (error: unknown) => void }[] =
    [];
  const api: HoldApi = {
    hold: () =>
      new Promise((resolve, reject) => {
        waiting.push({
          answer: (hold) => {
            resolve({ hold });
          },
          fail: reject,
        });
      }),
    release: () => Promise.resolve(),
  };
  return { api, waiting };
}

describe('whether the line is held', () => {
  test('is not known before it is asked, and then as the server says', async () => {
    const { api, waiting } = server();
    const line = createLineHold(api);
    expect(line.hold.value).toBeNull();
    const look = line.look();
    waiting[0]?.answer(held);
    await look;
    expect(line.hold.value).toEqual(held);
  });

  test('stays the same thing while it stays the same, so that nothing is read out again', async () => {
    const { api, waiting } = server();
    const line = createLineHold(api);
    const answered = async (n: number): Promise<Hold | null> => {
      const look = line.look();
      waiting[n]?.answer({ ...held });
      await look;
      return line.hold.value;
    };
    const first = await answered(0);
    expect(await answered(1)).toBe(first);
  });

  test.each([new OfflineError(), new ApiError(401, 'session.required', {}, null, null)])(
    'stays as it was known when it cannot be asked: %s',
    async (error) => {
      const { api, waiting } = server();
      const line = createLineHold(api);
      const first = line.look();
      waiting[0]?.answer(held);
      await first;
      const second = line.look();
      waiting[1]?.fail(error);
      await second;
      expect(line.hold.value).toEqual(held);
    },
  );

  test('is over once it was released, whatever an older answer says', async () => {
    const { api, waiting } = server();
    const line = createLineHold(api);
    const first = line.look();
    waiting[0]?.answer(held);
    await first;
    const late = line.look();
    await line.release();
    waiting[1]?.answer(held);
    await late;
    expect(line.hold.value).toBeNull();
  });

  test('stays where it could not be released', async () => {
    const { api, waiting } = server();
    const refused = new ApiError(403, 'access.denied', {}, null, null);
    const line = createLineHold({ ...api, release: () => Promise.reject(refused) });
    const look = line.look();
    waiting[0]?.answer(held);
    await look;
    await expect(line.release()).rejects.toBe(refused);
    expect(line.hold.value).toEqual(held);
  });
});
