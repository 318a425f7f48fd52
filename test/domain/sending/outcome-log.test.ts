import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createOutcomeLog } from '../../../domain/sending/outcome-log.js';
import type { Settled } from '../../../domain/sending/ports.js';

const sent = (id: string): Settled => ({ id, is: 'sent' });

/** A log whose store fails as told, before or after it has written. */
function setUp(...answers: readonly ('fails' | 'loses' | 'breaks')[]) {
  const written: (readonly string[])[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const log = createOutcomeLog({
    recipients: {
      async settle(_key, _fence, settled) {
        const answer = left.shift();
        if (answer === 'breaks') throw new TypeError('bug');
        if (answer !== 'fails') written.push(settled.map(({ id }) => id));
        if (answer !== undefined) throw new DomainError('storage.unavailable');
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
    },
    wait: async (ms) => void waits.push(ms),
    ...{ key: 'k', fence: 1 },
  });
  return { log, written, waits };
}

describe('outcomes', () => {
  test('that come while one is written travel together in the next', async () => {
    const { log, written } = setUp();
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => log.write(sent(id))));
    expect(written).toEqual([['a'], ['b', 'c', 'd']]);
    await log.write(sent('e'));
    expect(written).toHaveLength(3);
  });

  test('are written again until the database answers', async () => {
    const { log, written, waits } = setUp('fails', 'loses', 'fails');
    await log.write(sent('a'));
    expect(written).toEqual([['a'], ['a']]);
    expect(waits).toEqual([500, 500, 500]);
  });

  test('that cannot be written after two minutes are said to be so, and those behind them still have their turn', async () => {
    const { log, waits } = setUp(...Array.from({ length: 240 }, () => 'fails' as const));
    const first = log.write(sent('a'));
    const second = log.write(sent('b'));
    await expect(first).rejects.toMatchObject({ code: 'storage.unavailable' });
    await second;
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(119_000);
  });

  test('a fault of ours is not tried again', async () => {
    const { log, waits } = setUp('breaks');
    await expect(log.write(sent('a'))).rejects.toThrow(TypeError);
    expect(waits).toEqual([]);
  });
});
