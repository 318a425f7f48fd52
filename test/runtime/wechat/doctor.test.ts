import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, type Config } from '../../../runtime/settings/config.js';
import { wechatClients } from '../../../runtime/wechat/clients.js';
import { examine } from '../../../runtime/wechat/doctor.js';
import { shown, type Finding } from '../../../runtime/wechat/finding.js';
import { readWechatProfile, type WechatProfile } from '../../../runtime/wechat/profile.js';
import { createRequester } from '../../../wechat/requester.js';
import { createMemoryTokenStore } from '../../../wechat/tokens.js';
import { profileNamed } from '../../support/line.js';
import { startLine, type RunningLine } from '../../support/running-line.js';

let folder = '';
let line: RunningLine;
const requester = createRequester();
const clock = { now: () => Date.now() };
const random = (bytes: number): Uint8Array => randomBytes(bytes);
const sample = readWechatProfile(resolve('profiles/national-security'), profileNamed('national-security'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-doctor-'));
  line = await startLine(folder);
}, 60_000);
afterAll(async () => {
  requester.close();
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
afterEach(() => control('DELETE', 'faults'));

async function control(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${line.url}/simulator/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
/** The platform refuses a call, as often as it is made in one test. */
const refuse = (api: string, errcode: number) =>
  control('POST', 'faults', { kind: 'errcode', api, errcode, times: 20 });

function configOf(more: Partial<Config> = {}): Config {
  const read = readConfig({ PORT: new URL(line.url).port, DATA_DIR: folder });
  if (!('config' in read)) throw new Error('no settings');
  return { ...read.config, ...more };
}

async function doctor(profile: WechatProfile = sample, config = configOf()): Promise<readonly Finding[]> {
  const { request } = requester;
  const shared = { config, request, clock, random };
  const clients = wechatClients({ ...shared, tokens: createMemoryTokenStore() });
  const { officialAccount: client, miniProgram } = clients;
  if (client === null) throw new Error('no account');
  const found: Finding[] = [];
  for await (const finding of examine({ ...shared, profile, client, miniProgram })) found.push(finding);
  return found;
}
const wrong = (found: readonly Finding[]) => found.filter(({ state }) => state === 'bad');

describe('the doctor', () => {
  test('finds nothing wrong with the simulator’s account, and names what a person has to look at', async () => {
    const found = await doctor();
    expect(wrong(found)).toEqual([]);
    expect(found.filter(({ state }) => state === 'ask')).toHaveLength(2);
    expect(found.filter(({ state }) => state === 'good').length).toBeGreaterThanOrEqual(12);
  });

  test('every line that is not green says what to do and where', async () => {
    await refuse('/cgi-bin/message/custom/send', 48001);
    await refuse('/wxaapi/newtmpl/gettemplate', 48001);
    await refuse('/cgi-bin/callback/check', 40201);
    const found = await doctor({ ...sample, menu: sample.menu.slice(1) });
    const open = found.filter(({ state }) => state !== 'good');
    expect(open.length).toBeGreaterThan(5);
    for (const finding of open)
      expect([finding.what, finding.todo, finding.where]).toEqual(Array(3).fill(expect.stringMatching(/\S/)));
  });

  test.each([
    [40164, /not allow-listed/, /IP白名单/],
    [40125, /secret is wrong/, /基本配置/],
    [40013, /does not know the appid/, /基本配置/],
    [89503, /has to confirm/, /IP白名单/],
    [50004, /refused a token: 50004/, /基本配置/],
  ])('a token refused with %i ends the examination with its reason', async (code, what, where) => {
    await refuse('/cgi-bin/stable_token', code);
    expect(await doctor()).toEqual([
      {
        state: 'bad',
        what: expect.stringMatching(what),
        todo: expect.any(String),
        where: expect.stringMatching(where),
      },
    ]);
  });

  test('a platform that cannot be reached is one line', async () => {
    const config = configOf();
    const away = { ...config, wechat: { ...config.wechat, apiBase: 'http://127.0.0.1:1' } };
    expect((await doctor(sample, away)).map(({ what }) => what)).toEqual([
      expect.stringContaining('cannot be reached: unreachable'),
    ]);
  });

  test('a subscription account is told that it may send no notices', async () => {
    await refuse('/wxaapi/newtmpl/gettemplate', 48001);
    const found = await doctor();
    expect(found.map(({ what }) => what)).toContainEqual(expect.stringMatching(/certified subscription/));
    expect(wrong(found).map(({ what }) => what)).toContainEqual(expect.stringMatching(/may send no notices/));
  });

  test('an account that is not certified is told what is left to it', async () => {
    for (const api of [
      'message/custom/send',
      'newtmpl/gettemplate',
      'mass/speed/get',
      'user/get',
      'menu/get',
    ])
      await refuse(api, 48001);
    const found = await doctor({ ...sample, notices: [] });
    expect(wrong(found).map(({ what }) => what)).toEqual([
      'Not certified: passive replies and pictures only.',
      'The account may not set a menu by program.',
    ]);
  });

  test('missing terms, a missing callback, a used-up quota and another menu each have their line', async () => {
    await refuse('/cgi-bin/message/mass/speed/get', 48003);
    await refuse('/cgi-bin/callback/check', 40201);
    await refuse('/cgi-bin/openapi/quota/get', 45009);
    const found = wrong(await doctor({ ...sample, menu: [] }));
    expect(found.map(({ what }) => what)).toEqual([
      expect.stringMatching(/terms of mass sending/),
      expect.stringMatching(/No callback address/),
      expect.stringMatching(/menu is not the profile/),
      expect.stringMatching(/refused the quotas with 45009 \(rid [0-9a-f-]+\)/),
    ]);
  });

  test('a notice whose form is not chosen, or has other fields, is named', async () => {
    const [form] = sample.notices;
    if (form === undefined) throw new Error('no notice');
    const { thing1: _dropped, ...rest } = form.fields;
    const day = { zh: '2027年4月15日', en: '2027年4月15日' };
    const found = await doctor({
      ...sample,
      notices: [
        { ...form, template: 'nobody-chose-this' },
        { ...form, fields: { ...rest, date9: day } },
      ],
    });
    expect(wrong(found).map(({ what }) => what)).toEqual([
      expect.stringMatching(/is not among the account’s/),
      expect.stringMatching(/lacks thing1 and has date9/),
    ]);
  });

  test('a way in that is not https, or not this line, is named', async () => {
    const open = await doctor(sample, configOf({ publicUrl: 'http://line.invalid' }));
    expect(wrong(open).map(({ what }) => what)).toEqual([
      'PUBLIC_URL is not https.',
      'The callback does not answer at PUBLIC_URL within five seconds.',
    ]);
    const config = configOf();
    const account = config.wechat.officialAccount;
    if (account === null) throw new Error('no account');
    const officialAccount = { ...account, token: 'other' };
    const found = await doctor(sample, { ...config, wechat: { ...config.wechat, officialAccount } });
    expect(wrong(found)).toMatchObject([{ what: expect.stringContaining('handshake with 401') }]);
  });

  test('a proof of the domain that is not there is named', async () => {
    const config = configOf();
    const verifyFiles = new Map([['MP_verify_x.txt', 'x']]);
    const found = await doctor(sample, { ...config, wechat: { ...config.wechat, verifyFiles } });
    expect(wrong(found)).toMatchObject([{ what: expect.stringContaining('MP_verify_x.txt') }]);
  });

  test('a line is a mark and the words, and below what to do and where', () => {
    const finding: Finding = { state: 'bad', what: 'W.', todo: 'T.', where: 'P' };
    expect(shown(finding, false)).toBe('✗ W.\n    T. (P)');
    expect(shown({ state: 'good', what: 'W.' }, true)).toBe('\u001b[32m✓\u001b[0m W.');
  });
});

describe('npm run wechat, beside the running line', () => {
  function command(...args: readonly string[]): { out: string; code: number | null } {
    const done = spawnSync(process.execPath, [resolve('dist/runtime/commands/wechat.js'), ...args], {
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: new URL(line.url).port, LOG_LEVEL: 'silent' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { out: done.stdout + done.stderr, code: done.status };
  }
  const menuNow = async (): Promise<readonly { name: string }[]> =>
    ((await (await control('GET', 'menu')).json()) as { button: { name: string }[] }).button;

  test('doctor ends with 0 when nothing stands in the way', () => {
    const { out, code } = command('doctor');
    expect([out.split('\n').at(-2), code]).toEqual(['Nothing stands in the way.', 0]);
  }, 60_000);

  test('menu: entries of others are not taken away unasked, and what stood there comes back', async () => {
    const config = configOf();
    const { request } = requester;
    const { officialAccount: client } = wechatClients({
      ...{ config, request, clock, random },
      tokens: createMemoryTokenStore(),
    });
    const foreign = { type: 'view', name: '关于', url: 'https://a.test/' } as const;
    await client?.menu.create([foreign]);
    expect(command('menu', 'diff')).toMatchObject({
      code: 1,
      out: expect.stringContaining('- keep: {"type":"view","name":"关于","url":"https://a.test/"}'),
    });
    expect(command('menu', 'apply')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/nothing was changed/),
    });
    expect(await menuNow()).toMatchObject([foreign]);
    expect(command('menu', 'apply', '--replace')).toMatchObject({ code: 0 });
    expect((await menuNow()).map(({ name }) => name)).toEqual(['我要举报', '查询进度', '宣传文章']);
    expect(command('menu', 'restore')).toMatchObject({ code: 0 });
    expect(await menuNow()).toMatchObject([foreign]);
    expect(command('menu', 'restore')).toMatchObject({ code: 0 });
    expect(await menuNow()).toHaveLength(3);
  }, 120_000);

  test('an account that may have no menu is told so in words', async () => {
    await refuse('/cgi-bin/menu/get', 48001);
    expect(command('menu', 'diff')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/may not set its menu by program/),
    });
  }, 60_000);

  test('anything else is answered with what there is', () => {
    expect(command('menu')).toMatchObject({ code: 1, out: expect.stringMatching(/menu restore/) });
  }, 60_000);
});
