import { describe, expect, test } from '@jest/globals';
import type { Runs } from '../../../domain/runs/ports.js';

const at = 1_000_000;
const until = at + 600_000;

/** What every Runs promises. `make` gives an empty one. */
export function describeRunsContract(name: string, make: () => Promise<Runs>): void {
  describe(`${name}: runs`, () => {
    test('of many who claim at once one gets it', async () => {
      const runs = await make();
      const claims = Array.from({ length: 10 }, (_, i) => runs.claim('burn', '2026-11-22', at, until + i));
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    test('a slot that is done, and every earlier one, is not claimed again', async () => {
      const runs = await make();
      await runs.claim('burn', '2026-11-22', at, until);
      expect(await runs.finish('burn', '2026-11-22', until)).toBe(true);
      expect(await runs.claim('burn', '2026-11-22', at, until)).toBe(false);
      expect(await runs.claim('burn', '2026-11-21', at, until)).toBe(false);
      expect(await runs.claim('burn', '2026-11-23', at, until)).toBe(true);
      expect(await runs.claim('other', '2026-11-22', at, until)).toBe(true);
    });

    test('what its holder never finished is free when the time is up, and the late finish is void', async () => {
      const runs = await make();
      await runs.claim('burn', '2026-11-22', at, until);
      expect(await runs.claim('burn', '2026-11-22', until - 1, until + 5)).toBe(false);
      expect(await runs.claim('burn', '2026-11-22', until, until + 5)).toBe(true);
      expect(await runs.finish('burn', '2026-11-22', until)).toBe(false);
      expect(await runs.finish('burn', '2026-11-22', until + 5)).toBe(true);
    });

    test('what is let go can be claimed at once, by whoever comes; a stranger lets go of nothing', async () => {
      const runs = await make();
      await runs.claim('burn', '2026-11-22', at, until);
      await runs.release('burn', until + 1);
      expect(await runs.claim('burn', '2026-11-22', at, until + 2)).toBe(false);
      await runs.release('burn', until);
      expect(await runs.claim('burn', '2026-11-22', at, until + 2)).toBe(true);
    });
  });
}
