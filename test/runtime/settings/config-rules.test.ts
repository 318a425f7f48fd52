import { describe, expect, test } from '@jest/globals';
import type { Environment } from '../../../runtime/settings/config.js';
import { configOf, officialAccount, production, secret, wrongNames } from './environments.js';

describe('the simulator', () => {
  test.each(['127.0.0.1', '127.0.0.9', '::1', 'localhost'])('stands in on %s', (HOST) => {
    expect(configOf({ HOST }).wechat.simulator).toBe(true);
  });

  test.each<Environment>([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.5' },
    { HOST: '127.example.org' },
    { TRUST_PROXY: '1' },
    { TRUST_PROXY: '0' },
    { WECHAT_API_BASE: 'http://127.0.0.1:9' },
    { WECHAT_VERIFY_FILES: 'MP_verify_A.txt' },
    officialAccount,
  ])('never starts with %j', (env) => {
    expect(configOf(env).wechat.simulator).toBe(false);
  });

  test('never starts in production, which asks for an account instead', () => {
    const { LINE_SECRET, MONGODB_URI, PUBLIC_URL, CONSOLE_URL } = production;
    const env = { NODE_ENV: 'production', LINE_SECRET, MONGODB_URI, PUBLIC_URL, CONSOLE_URL };
    expect(wrongNames(env)).toEqual(Object.keys(officialAccount));
  });
});

describe('an account', () => {
  test('is read as set', () => {
    const { wechat } = configOf({
      ...officialAccount,
      WECHAT_OA_AES_KEY_PREVIOUS: 'p'.repeat(43),
      WECHAT_OA_MODE: 'compatible',
      WECHAT_API_BASE: 'http://127.0.0.1:8080/platform/',
    });
    expect(wechat.apiBase).toBe('http://127.0.0.1:8080/platform');
    expect(wechat.mpBase).toBe('https://mp.weixin.qq.com');
    expect(wechat.miniProgram).toBeNull();
    expect(wechat.officialAccount).toEqual({
      appid: 'wx0123456789abcdef',
      secret: 'account-secret',
      token: 'token',
      aesKey: 'k'.repeat(43),
      aesKeyPrevious: 'p'.repeat(43),
      mode: 'compatible',
      originalId: 'gh_0123456789ab',
    });
  });

  test('needs no key in plain mode', () => {
    const { wechat } = configOf({ ...officialAccount, WECHAT_OA_AES_KEY: '', WECHAT_OA_MODE: 'plain' });
    expect(wechat.officialAccount).toMatchObject({ mode: 'plain', aesKey: undefined });
  });

  test.each(Object.keys(officialAccount))('is a mistake without its %s', (name) => {
    expect(wrongNames({ ...officialAccount, [name]: '' })).toEqual([name]);
  });

  test('of a mini-program is whole or absent', () => {
    expect(wrongNames({ WECHAT_MP_APPID: 'wx1' })).toEqual([
      'WECHAT_MP_SECRET',
      'WECHAT_MP_TOKEN',
      'WECHAT_MP_AES_KEY',
    ]);
  });

  test('is not needed in development, nor in production without the role bot', () => {
    expect(configOf({ HOST: '0.0.0.0' }).wechat.officialAccount).toBeNull();
    const { LINE_SECRET, MONGODB_URI } = production;
    const env = { NODE_ENV: 'production', ROLES: 'api,jobs', LINE_SECRET, MONGODB_URI };
    expect(configOf(env).wechat.officialAccount).toBeNull();
  });

  test('in production can do without a mini-program', () => {
    expect(configOf(production).wechat.miniProgram).toBeNull();
  });
});

describe('in production', () => {
  test('a whole set of settings starts', () => {
    expect(configOf(production).production).toBe(true);
  });

  test.each<[string, Environment]>([
    ['LINE_SECRET', { LINE_SECRET: '' }],
    ['MONGODB_URI', { MONGODB_URI: '' }],
    ['CONSOLE_URL', { CONSOLE_URL: 'https://line.example:8443' }],
    ['CONSOLE_URL', { CONSOLE_URL: '', PUBLIC_URL: '' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://line.example' }],
    ['LIMIT_REPORTS_DAY', { LIMIT_REPORTS_DAY: '0' }],
    ['LIMIT_TRIES_HOUR', { LIMIT_TRIES_HOUR: '0' }],
    ['CONSOLE_PORT', { CONSOLE_PORT: '3000' }],
  ])('%s is wrong with %j', (name, change) => {
    expect(wrongNames({ ...production, ...change })).toEqual([name]);
  });

  test.each<Environment>([
    { LINE_SECRET: '', LINE_SECRET_FILE: '/run/secret' },
    { MONGODB_URI: '', EMBEDDED_DB: 'allow' },
    { CONSOLE_URL: '' },
    { CONSOLE_URL: '', PUBLIC_URL: '', ROLES: 'api,bot,jobs' },
  ])('%j starts', (change) => {
    expect(wrongNames({ ...production, ...change })).toEqual([]);
  });
});

test('two settings for one thing are a mistake', () => {
  expect(wrongNames({ LINE_SECRET: secret, LINE_SECRET_FILE: '/run/secret' })).toEqual(['LINE_SECRET']);
  expect(
    wrongNames({ STAFF_SMTP_URL: 'smtp://m?from=a@b.c&to=d@e.f', STAFF_WEBHOOK_URL: 'https://h' }),
  ).toEqual(['STAFF_SMTP_URL']);
});

test('a malformed setting is reported once, not as missing too', () => {
  const wrong = wrongNames({ ...production, LINE_SECRET: 'x', MONGODB_URI: 'x', WECHAT_OA_APPID: 'x' });
  expect(wrong).toEqual(['MONGODB_URI', 'LINE_SECRET', 'WECHAT_OA_APPID']);
});
