import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { describeMistakes, environment, readConfig } from '../../../runtime/settings/config.js';
import { names } from '../../../runtime/settings/settings.js';
import { configOf, officialAccount, secret, wrongNames } from './environments.js';

describe('with nothing set', () => {
  test('the line has the defaults of the contract', () => {
    const { wechat, ...rest } = configOf({});
    expect(rest).toEqual({
      production: false,
      roles: new Set(['api', 'bot', 'jobs', 'console']),
      host: '127.0.0.1',
      port: 3000,
      consolePort: 3001,
      localUrl: 'http://127.0.0.1:3000',
      publicUrl: 'http://127.0.0.1:3000',
      consoleUrl: 'http://127.0.0.1:3001',
      trustProxy: 0,
      dataDir: './data',
      mongodbUri: null,
      profile: 'profiles/national-security',
      lineSecret: 'demo',
      lineSecretPrevious: null,
      zone: 'Asia/Shanghai',
      logLevel: 'info',
      evidenceDir: null,
      evidenceBucket: null,
      limits: { reportsDay: 3, triesHour: 10 },
      metricsToken: null,
      staffNotices: null,
    });
    expect(wechat.simulator).toBe(true);
  });

  test('the simulator stands in with its fixed accounts', () => {
    expect(configOf({ PORT: '4000' }).wechat).toEqual({
      simulator: true,
      apiBase: 'http://127.0.0.1:4000/simulator/wechat',
      mpBase: 'http://127.0.0.1:4000/simulator/wechat',
      officialAccount: {
        appid: 'wxsimulator00000',
        secret: 'simulator-secret',
        token: 'simulator',
        aesKey: 'A'.repeat(43),
        aesKeyPrevious: undefined,
        mode: 'safe',
        originalId: 'gh_simulator',
      },
      miniProgram: {
        appid: 'wxsimulator00001',
        secret: 'simulator-secret',
        token: 'simulator',
        aesKey: 'A'.repeat(43),
        mode: 'safe',
        format: 'json',
      },
      verifyFiles: new Map(),
    });
  });
});

describe('one setting', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['CONSOLE_PORT', '-1'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'line.example'],
    ['PUBLIC_URL', 'https://line.example/path'],
    ['PUBLIC_URL', 'https://user:word@line.example'],
    ['CONSOLE_URL', 'ftp://desk.example'],
    ['TRUST_PROXY', 'true'],
    ['MONGODB_URI', 'postgres://db'],
    ['EMBEDDED_DB', 'yes'],
    ['ROLES', 'api,chef'],
    ['ROLES', 'api,,bot'],
    ['LINE_SECRET', 'short'],
    ['LINE_SECRET', `${secret}AAAA`],
    ['LINE_SECRET_PREVIOUS', Buffer.alloc(31).toString('base64url')],
    ['TZ_LINE', 'Asia/Nowhere'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'Production'],
    ['WECHAT_API_BASE', 'api.weixin.qq.com'],
    ['WECHAT_VERIFY_FILES', 'unknown.txt'],
    ['WECHAT_VERIFY_FILES', '../secret.txt=x'],
    ['EVIDENCE_STORE', 's3://Bucket'],
    ['EVIDENCE_STORE', 's3://bucket/folder'],
    ['EVIDENCE_STORE', 's3://'],
    ['AWS_ENDPOINT_URL', 'minio:9000'],
    ['AWS_REGION', 'cn north'],
    ['AWS_SECRET_ACCESS_KEY', 'a b'],
    ['EVIDENCE_STORE', 'file:'],
    ['LIMIT_REPORTS_DAY', '-1'],
    ['LIMIT_TRIES_HOUR', 'many'],
    ['METRICS_TOKEN', 'a b'],
    ['STAFF_SMTP_URL', 'https://mail.example'],
    ['STAFF_WEBHOOK_URL', 'hook.example'],
  ])('%s does not take %j', (name, value) => {
    expect(wrongNames({ [name]: value })).toEqual([name]);
  });

  test.each([
    ['WECHAT_OA_APPID', 'account'],
    ['WECHAT_OA_SECRET', 'a b'],
    ['WECHAT_OA_AES_KEY', 'k'.repeat(42)],
    ['WECHAT_OA_AES_KEY_PREVIOUS', 'short'],
    ['WECHAT_OA_MODE', 'open'],
    ['WECHAT_OA_ORIGINAL_ID', 'wx123'],
  ])('%s does not take %j', (name, value) => {
    expect(wrongNames({ ...officialAccount, [name]: value })).toEqual([name]);
  });

  test('that is blank is not set, and blanks around a value do not count', () => {
    expect(configOf({ PORT: ' ', TRUST_PROXY: '', WECHAT_OA_APPID: '' })).toEqual(configOf({}));
    expect(configOf({ PORT: ' 8080\r' }).port).toBe(8080);
  });

  test('that nobody knows is a mistake if it looks like one of the line', () => {
    expect(
      wrongNames({ WECHAT_OA_APPKEY: 'x', LIMIT_REPORTS: '3', LINE_SECRETS: 'x', PATH: '/bin' }),
    ).toEqual(['WECHAT_OA_APPKEY', 'LIMIT_REPORTS', 'LINE_SECRETS']);
  });

  test('reaches the configuration', () => {
    const config = configOf({
      HOST: '::1',
      ROLES: 'bot, jobs',
      LINE_SECRET: secret,
      LINE_SECRET_PREVIOUS: secret,
      WECHAT_VERIFY_FILES: 'MP_verify_ABC.txt, other=content, MP_verify_D=e',
      EVIDENCE_STORE: 'file:/srv/sealed',
      STAFF_WEBHOOK_URL: 'https://hook.example/x',
      LIMIT_REPORTS_DAY: '0',
    });
    expect(config.publicUrl).toBe('http://[::1]:3000');
    expect(configOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://line.example' })).toMatchObject({
      localUrl: 'http://127.0.0.1:3000',
      publicUrl: 'https://line.example',
    });
    expect(config.roles).toEqual(new Set(['bot', 'jobs']));
    expect(config.lineSecret).toEqual({ bytes: new Uint8Array(32).fill(7) });
    expect(config.lineSecretPrevious).toEqual(new Uint8Array(32).fill(7));
    expect([...config.wechat.verifyFiles]).toEqual([
      ['MP_verify_ABC.txt', 'ABC'],
      ['other.txt', 'content'],
      ['MP_verify_D.txt', 'e'],
    ]);
    expect(config.evidenceDir).toBe('/srv/sealed');
    expect(config.staffNotices).toEqual({ webhook: 'https://hook.example/x' });
    expect(config.limits.reportsDay).toBe(0);
    expect(configOf({ LINE_SECRET_FILE: '/run/secret' }).lineSecret).toEqual({ file: '/run/secret' });
  });
});

describe('sealed files in a bucket', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'a/secret+' };
  const bucket = { EVIDENCE_STORE: 's3://sealed.files' };

  test('lie at Amazon by the region, or where the endpoint says', () => {
    const account = { accessKeyId: 'AKIATEST', secretAccessKey: 'a/secret+' };
    const placeOf = (env: Readonly<Record<string, string>>) =>
      configOf({ ...bucket, ...keys, ...env }).evidenceBucket;
    expect(placeOf({ AWS_REGION: 'cn-north-1' })).toEqual({
      ...{ endpoint: 'https://s3.cn-north-1.amazonaws.com.cn', bucket: 'sealed.files' },
      ...{ region: 'cn-north-1', ...account },
    });
    expect(placeOf({ AWS_REGION: 'eu-central-1' })?.endpoint).toBe('https://s3.eu-central-1.amazonaws.com');
    const own = { AWS_ENDPOINT_URL: 'http://minio:9000/' };
    expect(placeOf(own)).toMatchObject({ endpoint: 'http://minio:9000', region: 'us-east-1' });
    expect(placeOf({ ...own, AWS_ENDPOINT_URL_S3: 'https://s3.example/base/' })?.endpoint).toBe(
      'https://s3.example/base',
    );
  });

  test('need a key and a place, and nothing of it without a bucket', () => {
    expect(wrongNames(bucket)).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION']);
    expect(wrongNames({ ...bucket, ...keys })).toEqual(['AWS_REGION']);
    expect(wrongNames({ ...bucket, AWS_ENDPOINT_URL: 'http://minio:9000' })).toEqual(Object.keys(keys));
    expect(configOf({ ...keys, AWS_REGION: 'cn-north-1' })).toEqual(configOf({}));
    expect(configOf({ ...keys, EVIDENCE_STORE: 'file:/srv/sealed' }).evidenceBucket).toBeNull();
  });
});

test('all mistakes are reported at once, without one value of any setting', () => {
  const env = Object.fromEntries(names.map((name) => [name, 'canary value']));
  const result = readConfig({ ...env, WECHAT_OA_CANARYNAME: 'canary value' });
  const mistakes = 'mistakes' in result ? result.mistakes : [];
  // a path may be any text
  const wellFormed = new Set(['DATA_DIR', 'PROFILE', 'LINE_SECRET_FILE']);
  const wrong = new Set(mistakes.map(({ name }) => name));
  expect(names.filter((name) => !wrong.has(name) && !wellFormed.has(name))).toEqual([]);
  expect(describeMistakes(mistakes)).not.toContain('canary');
  expect(describeMistakes(mistakes).split('\n')).toHaveLength(mistakes.length + 1);
});

test('a mistake names the setting, what is wrong and what to do', () => {
  expect(describeMistakes([{ name: 'PORT', wrong: 'is not a number', remedy: 'Correct it.' }])).toBe(
    'One setting is wrong:\n  PORT is not a number. Correct it.',
  );
});

test('.env.sample names every setting, and only settings', () => {
  const sample = readFileSync(new URL('../../../.env.sample', import.meta.url), 'utf8');
  const sampled = [...sample.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect([...sampled].sort()).toEqual([...names].sort());
});

test('.env.sample shows values that are well-formed', () => {
  const sample = readFileSync(new URL('../../../.env.sample', import.meta.url), 'utf8');
  const shown = [...sample.matchAll(/^# ([A-Z_]+)=(.*)$/gm)];
  const env = Object.fromEntries(shown.map(([, name = '', value = '']) => [name, value] as const));
  expect(wrongNames({ ...env, MONGODB_URI: '' })).toEqual([
    'WECHAT_OA_APPID',
    'WECHAT_OA_SECRET',
    'WECHAT_OA_TOKEN',
    'WECHAT_OA_AES_KEY',
    'WECHAT_OA_ORIGINAL_ID',
    'WECHAT_MP_APPID',
    'WECHAT_MP_SECRET',
    'WECHAT_MP_TOKEN',
    'WECHAT_MP_AES_KEY',
  ]);
});

test('the environment is that of the process', () => {
  expect(environment()['PATH']).toBe(process.env['PATH']);
});
