import { describe, expect, test } from '@jest/globals';
import { createMemoryTokenStore, createTokens, type Token, type TokenStore } from '../../wechat/tokens.js';

const minute = 60_000;

function setUp(store: TokenStore = createMemoryTokenStore(), jitter = 0) {
  const state = { now: 0, fetched: 0, down: false };
  const tokens = createTokens({
    appid: 'wx1',
    store,
    fetch: async (): Promise<Token> => {
      await new Promise(setImmediate);
      if (state.down) throw new Error('down');
      state.fetched += 1;
      return { value: `token-${state.fetched}`, expiresAt: state.now + 120 * minute };
    },
    now: () => state.now,
    jitter: () => jitter,
  });
  return { state, tokens };
}

describe('tokens', () => {
  test('one is used until the platform hands out the next, then one fetch serves all', async () => {
    const { state, tokens } = setUp();
    expect(await tokens.get()).toBe('token-1');
    state.now = 115 * minute - 1;
    expect(await tokens.get()).toBe('token-1');
    state.now = 117 * minute;
    expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(Array(3).fill('token-2'));
    expect(state.fetched).toBe(2);
  });

  test('the renewals of instances are spread over two minutes', async () => {
    const { state, tokens } = setUp(undefined, 0.5);
    await tokens.get();
    state.now = 116 * minute - 1;
    expect(await tokens.get()).toBe('token-1');
  });

  test('a second instance takes the first one’s token from the store', async () => {
    const store = createMemoryTokenStore();
    const [a, b] = [setUp(store), setUp(store)];
    await a.tokens.get();
    expect(await b.tokens.get()).toBe('token-1');
    expect(b.state.fetched).toBe(0);
  });

  test('a refused token is not taken from the store again, another instance’s newer one is', async () => {
    const store = createMemoryTokenStore();
    const { state, tokens } = setUp(store);
    const old = await tokens.get();
    tokens.refused(old);
    await store.replace('wx1', { value: 'newer', expiresAt: 120 * minute }, old);
    expect(await tokens.get()).toBe('newer');
    expect(state.fetched).toBe(1);
    tokens.refused('newer');
    expect(await tokens.get()).toBe('token-2');
    expect((await store.read('wx1'))?.value).toBe('token-2');
  });

  test('a late refusal of the token before changes nothing', async () => {
    const { state, tokens } = setUp();
    const old = await tokens.get();
    tokens.refused(old);
    await tokens.get();
    tokens.refused(old);
    expect(await tokens.get()).toBe('token-2');
    expect(state.fetched).toBe(2);
  });

  test('of two instances that fetch at once the longer-lived token stays', async () => {
    const other: Token = { value: 'other', expiresAt: 500 * minute };
    let first = true;
    const store: TokenStore = {
      read: async () => {
        const found = first ? null : other;
        first = false;
        return found;
      },
      replace: async () => false,
    };
    const { tokens } = setUp(store);
    expect(await tokens.get()).toBe('other');
  });

  test('a platform that is down leaves the old token to its end, and a refused one is not used', async () => {
    const { state, tokens } = setUp();
    await tokens.get();
    state.down = true;
    state.now = 119 * minute;
    expect(await tokens.get()).toBe('token-1');
    state.now = 120 * minute;
    await expect(tokens.get()).rejects.toThrow('down');
  });

  test('a fetch that failed is not remembered', async () => {
    const { state, tokens } = setUp();
    state.down = true;
    await expect(tokens.get()).rejects.toThrow('down');
    state.down = false;
    expect(await tokens.get()).toBe('token-1');
  });
});
