import { describe, expect, jest, test } from '@jest/globals';
import { createMarkedCache } from '../../miniprogram-api/marked-cache.js';

function cache(most = 100) {
  let mark = '1';
  const kept = createMarkedCache<string>({
    mark: async () => mark,
    most,
    sizeOf: (text) => text.length,
  });
  const made = jest.fn<(key: string) => void>();
  const get = (key: string, value: string | null = key) =>
    kept.get(key, async () => {
      made(key);
      return value;
    });
  return {
    get,
    kept,
    madeKeys: () => made.mock.calls.map(([key]) => key),
    change: () => {
      mark += '1';
    },
  };
}

describe('what is kept', () => {
  test('is made once', async () => {
    const { get, madeKeys } = cache();
    expect([await get('a'), await get('a'), await get('b')]).toEqual(['a', 'a', 'b']);
    expect(madeKeys()).toEqual(['a', 'b']);
  });

  test('is made again once something has changed', async () => {
    const { get, madeKeys, change } = cache();
    await get('a', 'old');
    change();
    expect(await get('a', 'new')).toBe('new');
    expect(await get('a', 'newest')).toBe('new');
    expect(madeKeys()).toEqual(['a', 'a']);
  });

  test('is not what was made while something changed', async () => {
    const { get, kept, change } = cache();
    const during = kept.get('a', async () => {
      change();
      await get('b');
      return 'old';
    });
    expect(await during).toBe('old');
    expect(await get('a', 'new')).toBe('new');
  });

  test('is not nothing', async () => {
    const { get } = cache();
    expect(await get('a', null)).toBeNull();
    expect(await get('a', 'there now')).toBe('there now');
  });

  test('is never more than was said: what was not asked for longest goes first', async () => {
    const { get, madeKeys } = cache(6);
    await get('aa');
    await get('bb');
    await get('cc');
    await get('aa'); // young again
    await get('dd'); // bb goes
    await get('aa');
    await get('cc');
    expect(madeKeys()).toEqual(['aa', 'bb', 'cc', 'dd']);
    await get('bb');
    expect(madeKeys()).toEqual(['aa', 'bb', 'cc', 'dd', 'bb']);
  });

  test('is nothing that is too large by itself, and the rest stays', async () => {
    const { get, madeKeys } = cache(6);
    await get('aa');
    await get('b', 'x'.repeat(7));
    await get('b', 'x'.repeat(7));
    await get('aa');
    expect(madeKeys()).toEqual(['aa', 'b', 'b']);
  });

  test('counts one that was made twice at once only once', async () => {
    const { get, madeKeys } = cache(6);
    await Promise.all([get('aa'), get('aa'), get('aa')]);
    await get('bbbb');
    await get('aa');
    expect(madeKeys()).toEqual(['aa', 'aa', 'aa', 'bbbb']);
  });
});

test('a mark that cannot be had is an error, and nothing kept is shown', async () => {
  const kept = createMarkedCache<string>({
    mark: () => Promise.reject(new Error('away')),
    most: 9,
    sizeOf: () => 1,
  });
  await expect(kept.get('a', async () => 'a')).rejects.toThrow('away');
});
