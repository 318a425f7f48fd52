import { describe, expect, test } from '@jest/globals';
import { NoAnswerError, WechatError } from '../../wechat/errors.js';
import { TransportError } from '../../wechat/requester.js';
import { createPlatform, ok, refusal } from './platform.js';

const read = { path: '/cgi-bin/menu/get', repeatable: true };
const once = { path: '/cgi-bin/message/custom/send', json: { touser: 'oU' }, repeatable: false };
const broken = new TransportError('broken', 'unknown');
const unreachable = new TransportError('unreachable', 'no');
const badGateway = { status: 502, type: 'text/html', body: Buffer.from('<html>') };

describe('the access token', () => {
  test('fifty parallel calls make one fetch', async () => {
    const platform = createPlatform();
    await Promise.all(Array.from({ length: 50 }, () => platform.api.json(read)));
    expect(platform.tokens).toBe(1);
    expect(new Set(platform.asked.map((call) => call.query['access_token']))).toEqual(new Set(['token-1']));
  });

  test.each([40001, 40014, 42001])(
    'fifty parallel %i make one refresh, and every call succeeds',
    async (code) => {
      const platform = createPlatform();
      await platform.api.json(read);
      platform.script = [...Array.from({ length: 50 }, () => refusal(code)), ok];
      await Promise.all(Array.from({ length: 50 }, () => platform.api.json(read)));
      expect(platform.tokens).toBe(2);
      expect(platform.asked).toHaveLength(101);
    },
  );

  test('a second refusal is raised, not refreshed again', async () => {
    const platform = createPlatform();
    platform.script = [refusal(40001)];
    await expect(platform.api.json(read)).rejects.toMatchObject({ code: 40001, reaction: 'token' });
    expect(platform.asked).toHaveLength(2);
    expect(platform.tokens).toBe(2);
  });

  test('a send, too, is tried again with a new token: the platform did not look at it', async () => {
    const platform = createPlatform();
    platform.script = [refusal(42001), ok];
    await platform.api.json(once);
    expect(platform.asked.map((call) => call.query['access_token'])).toEqual(['token-1', 'token-2']);
  });

  test('an address that is not on the list is no reason to refresh', async () => {
    const platform = createPlatform();
    platform.tokenScript = [refusal(40164)];
    await expect(platform.api.json(read)).rejects.toMatchObject({
      code: 40164,
      reaction: 'human',
      api: '/cgi-bin/stable_token',
    });
    platform.script = [refusal(40164)];
    await expect(platform.api.json(read)).rejects.toMatchObject({ code: 40164 });
    expect(platform.tokens).toBe(1);
    expect(platform.asked).toHaveLength(1);
  });

  test('an unreadable token answer is an error, not a token', async () => {
    const platform = createPlatform();
    platform.tokenScript = ['{"access_tok', '{"access_tok', '{"access_tok'];
    await expect(platform.api.json(read)).rejects.toThrow(NoAnswerError);
  });
});

describe('a call that may be repeated', () => {
  test.each([
    ['busy', refusal(-1)],
    ['a broken connection', broken],
    ['no connection', unreachable],
    ['a bad gateway', badGateway],
    ['half an answer', '{"errcode":0,"err'],
  ])('%s is tried three times in all, slower each time', async (_what, trouble) => {
    const platform = createPlatform();
    platform.script = [trouble, trouble, ok];
    expect(await platform.api.json(read)).toEqual(ok);
    expect(platform.slept.map(Math.round)).toEqual([501, 2004]);
    platform.script = [trouble];
    await expect(platform.api.json(read)).rejects.toThrow(/answered -1|gave no answer/);
    expect(platform.asked).toHaveLength(6);
  });

  test.each([
    [45009, 'wait'],
    [45011, 'wait'],
    [45015, 'stop'],
    [48001, 'human'],
    [99999, 'stop'],
  ])('%i is raised at once: %s', async (code, reaction) => {
    const platform = createPlatform();
    platform.script = [refusal(code)];
    const error = await platform.api.json(read).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WechatError);
    expect(error).toMatchObject({ code, reaction, rid: '6aac005a-01bfdbee-79769285' });
    expect(platform.asked).toHaveLength(1);
  });
});

describe('a call that must not be repeated', () => {
  test.each([
    ['busy', refusal(-1)],
    ['a broken connection', broken],
    ['a bad gateway', badGateway],
    ['half an answer', '{"errcode":0,"err'],
  ])('%s is raised after one try', async (_what, trouble) => {
    const platform = createPlatform();
    platform.script = [trouble, ok];
    await expect(platform.api.json(once)).rejects.toThrow();
    expect(platform.asked).toHaveLength(1);
  });

  test('it is repeated as long as it certainly never left', async () => {
    const platform = createPlatform();
    platform.script = [unreachable, unreachable, ok];
    expect(await platform.api.json(once)).toEqual(ok);
  });
});

describe('answers', () => {
  test('64-bit ids, JSON as text/plain and new fields are read', async () => {
    const platform = createPlatform();
    platform.script = [
      '{"msgid":9007199254740993,"msg_id":"1","new":{"deep":[1]},"s":"12345678901234567890"}',
    ];
    expect(await platform.api.json(read)).toEqual({
      msgid: '9007199254740993',
      msg_id: '1',
      new: { deep: [1] },
      s: '12345678901234567890',
    });
  });

  test('bytes stay bytes, also when they begin with a brace', async () => {
    const platform = createPlatform();
    const body = Buffer.from('{ not json');
    platform.script = [{ status: 200, type: 'image/jpeg', body }];
    expect(await platform.api.call(read)).toEqual({ kind: 'bytes', type: 'image/jpeg', bytes: body });
    await expect(platform.api.json(read)).rejects.toThrow('unreadable');
  });

  test('an error that comes as a picture is an error', async () => {
    const platform = createPlatform();
    const body = Buffer.from(JSON.stringify(refusal(40007)));
    platform.script = [{ status: 200, type: 'image/jpeg', body }];
    await expect(platform.api.call(read)).rejects.toMatchObject({ code: 40007 });
  });

  test('Chinese goes out unescaped', async () => {
    const platform = createPlatform();
    await platform.api.json({ ...once, json: { name: '举报' } });
    expect(Buffer.from(platform.asked[0]?.body ?? '', 'latin1').toString()).toBe('{"name":"举报"}');
  });
});

test('neither errors nor log lines hold token, secret, openid or the platform’s words', async () => {
  const platform = createPlatform();
  const errors: unknown[] = [];
  for (const trouble of [refusal(40003), broken, badGateway, '{"x', refusal(-1)]) {
    platform.script = [trouble];
    await platform.api.json(once).catch((error: unknown) => errors.push(error));
    await platform.api.withSecret(read).catch((error: unknown) => errors.push(error));
  }
  expect(errors).toHaveLength(10);
  const written = errors
    .map((error) => `${JSON.stringify(error)} ${(error as Error).stack ?? ''}`)
    .join('\n');
  const all = `${written}\n${JSON.stringify(platform.logged)}`;
  for (const secret of ['token-1', 'the-secret', 'oU', 'some words']) expect(all).not.toContain(secret);
  expect(platform.logged).toContainEqual({ api: '/cgi-bin/message/custom/send', code: 40003, ms: 0 });
});
