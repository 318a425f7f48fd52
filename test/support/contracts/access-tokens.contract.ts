import { describe, expect, test } from '@jest/globals';
import type { AccessTokens } from '../../../domain/platform/ports.js';

const first = { value: 'first', expiresAt: 7_200_000 };
const second = { value: 'second', expiresAt: 14_400_000 };

/** What every AccessTokens promises. `make` gives an empty one. */
export function describeAccessTokensContract(name: string, make: () => Promise<AccessTokens>): void {
  describe(`${name}: access tokens`, () => {
    test('a token is read back, for its account alone', async () => {
      const tokens = await make();
      expect(await tokens.read('wx1')).toBeNull();
      expect(await tokens.replace('wx1', first, null)).toBe(true);
      expect([await tokens.read('wx1'), await tokens.read('wx2')]).toEqual([first, null]);
    });

    test('a token replaces the one it was fetched for and no other', async () => {
      const tokens = await make();
      await tokens.replace('wx1', first, null);
      expect(await tokens.replace('wx1', second, null)).toBe(false);
      expect(await tokens.replace('wx1', second, 'older')).toBe(false);
      expect(await tokens.replace('wx1', second, 'first')).toBe(true);
      expect(await tokens.read('wx1')).toEqual(second);
    });

    test('of two instances that fetch at once one token stays', async () => {
      const tokens = await make();
      const both = await Promise.all([
        tokens.replace('wx1', first, null),
        tokens.replace('wx1', second, null),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await tokens.read('wx1')).toEqual(both[0] ? first : second);
    });
  });
}
