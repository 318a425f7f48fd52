import { describe, expect, test } from '@jest/globals';
import {
  createDeriver,
  DeriveError,
  type DeriveAnswer,
  type DeriveWorker,
} from '../../../../console/web/crypto/derive.js';

const request = { lineId: '00', name: 'a', passphrase: 'b' };

function deriver(answer: DeriveAnswer | null, ms = 0) {
  const workers: { ended: boolean }[] = [];
  let now = 1000;
  const start = (): DeriveWorker => {
    const worker = { ended: false };
    workers.push(worker);
    return {
      ask: (_, answered, failed) => {
        now += ms;
        if (answer === null) failed();
        else answered(answer);
      },
      end: () => {
        worker.ended = true;
      },
    };
  };
  return { workers, deriver: createDeriver({ start, now: () => now }) };
}

describe('a derivation', () => {
  test('has a worker of its own, which is ended afterwards', async () => {
    const w = deriver({ auth: 'proof' });
    expect(await w.deriver.auth(request)).toBe('proof');
    expect(await w.deriver.auth(request)).toBe('proof');
    expect(w.workers).toEqual([{ ended: true }, { ended: true }]);
  });

  test.each([[{ failed: true } as const], [null]])(
    'that fails with %j says so, and its worker is ended',
    async (answer) => {
      const w = deriver(answer);
      await expect(w.deriver.auth(request)).rejects.toThrow(DeriveError);
      expect(w.workers).toEqual([{ ended: true }]);
    },
  );

  test('is expected to take as long as the last one', async () => {
    const w = deriver({ auth: 'proof' }, 1400);
    expect(w.deriver.expected()).toBe(3000);
    await w.deriver.auth(request);
    expect(w.deriver.expected()).toBe(1400);
  });
});
