import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createPlatformClock, type PlatformClock } from '../../simulator/state/clock.js';
import { createTokens, type Tokens } from '../../simulator/state/tokens.js';

const second = 1000;
let clock: PlatformClock;
let tokens: Tokens;
beforeEach(() => {
  clock = createPlatformClock({ now: () => 1_700_000_000_000 });
  tokens = createTokens(clock, (bytes) => randomBytes(bytes));
});

describe('access tokens', () => {
  test('the stable call gives the same token with the time that is left', () => {
    const first = tokens.stable(false);
    clock.advance(855 * second);
    expect(tokens.stable(false)).toEqual({ access_token: first.access_token, expires_in: 7200 - 855 });
    expect(first.access_token.length).toBeGreaterThan(130);
  });
  test('in the last five minutes a new one comes, and both are good for five minutes', () => {
    const { access_token: old } = tokens.stable(false);
    clock.advance(6901 * second);
    const { access_token: fresh } = tokens.stable(false);
    expect(fresh).not.toBe(old);
    expect([tokens.check(old), tokens.check(fresh)]).toEqual([0, 0]);
    clock.advance(300 * second);
    expect([tokens.check(old), tokens.check(fresh)]).toEqual([40001, 0]);
  });
  test('a token whose time is over is expired, not unknown', () => {
    const { access_token } = tokens.stable(false);
    clock.advance(7200 * second);
    expect([tokens.check(access_token), tokens.check('x')]).toEqual([42001, 40001]);
  });
  test('the classic call makes a new one each time and leaves the stable one alone', () => {
    const { access_token: stable } = tokens.stable(false);
    const { access_token: one } = tokens.classic();
    const { access_token: two } = tokens.classic();
    expect(new Set([stable, one, two]).size).toBe(3);
    clock.advance(301 * second);
    expect([stable, one, two].map((token) => tokens.check(token))).toEqual([0, 40001, 0]);
  });
  test('force_refresh ends the old token at once, not more often than every 30 seconds', () => {
    const { access_token: old } = tokens.stable(false);
    const { access_token: fresh } = tokens.stable(true);
    expect([tokens.check(old), tokens.check(fresh)]).toEqual([40001, 0]);
    expect(tokens.stable(true).access_token).toBe(fresh);
    clock.advance(30 * second);
    expect(tokens.stable(true).access_token).not.toBe(fresh);
  });
});
