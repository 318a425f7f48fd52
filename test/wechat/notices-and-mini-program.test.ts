import { describe, expect, test } from '@jest/globals';
import { createMiniProgramClient } from '../../wechat/client.js';
import { TransportError } from '../../wechat/requester.js';
import { createMiniProgramNotices, createOfficialAccountNotices } from '../../wechat/subscribe.js';
import { bodyOf, createPlatform, ok, refusal } from './platform.js';

describe('subscription messages', () => {
  const notice = { openid: 'oU', templateId: 'T', data: { thing1: 'x' }, page: '' };

  test('fields travel as an object of values', async () => {
    const platform = createPlatform();
    expect(await createOfficialAccountNotices(platform.api)(notice)).toEqual({ outcome: 'sent', id: '' });
    expect(platform.asked[0]?.path).toBe('/cgi-bin/message/subscribe/bizsend');
    expect(bodyOf(platform)).toEqual({ touser: 'oU', template_id: 'T', data: { thing1: { value: 'x' } } });
    await createMiniProgramNotices(platform.api, 'trial')({ ...notice, page: 'pages/a?x=1' });
    expect(bodyOf(platform)).toMatchObject({
      page: 'pages/a?x=1',
      miniprogram_state: 'trial',
      lang: 'zh_CN',
    });
  });

  test('no consent, surely not sent, and in doubt are three things', async () => {
    const platform = createPlatform();
    const notify = createOfficialAccountNotices(platform.api);
    platform.script = [refusal(43101)];
    expect(await notify(notice)).toMatchObject({
      outcome: 'refused',
      error: { code: 43101, reaction: 'stop' },
    });
    platform.script = [new TransportError('unreachable', 'no')];
    expect(await notify(notice)).toMatchObject({ outcome: 'not-sent' });
    platform.script = [new TransportError('timeout', 'unknown')];
    expect(await notify(notice)).toMatchObject({ outcome: 'in-doubt' });
    platform.script = [refusal(-1)];
    expect(await notify(notice)).toMatchObject({ outcome: 'in-doubt', error: { code: -1 } });
  });

  test('trouble with the token is no doubt about the message', async () => {
    const platform = createPlatform();
    const timeout = new TransportError('timeout', 'unknown');
    platform.tokenScript = [timeout, timeout, timeout];
    expect(await createOfficialAccountNotices(platform.api)(notice)).toMatchObject({ outcome: 'not-sent' });
    expect(platform.asked).toEqual([]);
  });
});

describe('the mini-program', () => {
  test('a login code is exchanged with appid and secret, once', async () => {
    const platform = createPlatform();
    const client = createMiniProgramClient(platform.options);
    platform.script = [{ openid: 'oU', session_key: 'K==', unionid: 'u' }];
    expect(await client.login('C')).toEqual({ openid: 'oU', sessionKey: 'K==' });
    expect(platform.asked[0]?.query).toEqual({
      appid: 'wx1',
      secret: 'the-secret',
      js_code: 'C',
      grant_type: 'authorization_code',
    });
    platform.script = [refusal(40163)];
    await expect(client.login('C')).rejects.toMatchObject({ code: 40163, reaction: 'stop' });
    platform.script = [new TransportError('timeout', 'unknown')];
    await expect(client.login('C')).rejects.toThrow('timeout');
    expect(platform.asked).toHaveLength(3);
    expect(platform.tokens).toBe(0);
  });

  test('the worst verdict on any part of a long text counts, whole sentences at a time', async () => {
    const platform = createPlatform();
    const client = createMiniProgramClient(platform.options);
    const verdict = (suggest: string, ...detail: readonly object[]) => ({
      result: { suggest },
      detail,
      trace_id: suggest,
    });
    platform.script = [verdict('pass'), verdict('review'), verdict('pass')];
    const sentence = `${'字'.repeat(999)}。`;
    expect(await client.checkText('oU', sentence.repeat(5))).toEqual({
      suggest: 'review',
      traceIds: ['pass', 'review', 'pass'],
    });
    const sent = platform.asked.map(
      (call) => (JSON.parse(Buffer.from(call.body, 'latin1').toString()) as { content: string }).content,
    );
    expect(sent.map((part) => part.length)).toEqual([2000, 2000, 1000]);
    expect(sent.join('')).toBe(sentence.repeat(5));
    platform.script = [verdict('pass', { errcode: 0, suggest: 'risky' })];
    expect((await client.checkText('oU', 'x')).suggest).toBe('risky');
    platform.script = [verdict('pass', { errcode: -1, suggest: 'risky' })];
    expect((await client.checkText('oU', 'x')).suggest).toBe('pass');
    platform.script = [verdict('unheard of')];
    expect((await client.checkText('oU', 'x')).suggest).toBe('review');
    expect(await client.checkText('oU', '')).toEqual({ suggest: 'pass', traceIds: [] });
  });

  test('a code picture is bytes, and JSON in its place an error', async () => {
    const platform = createPlatform();
    const client = createMiniProgramClient(platform.options);
    const picture = { status: 200, type: 'image/jpeg', body: Buffer.from([0xff, 0xd8]) };
    platform.script = [picture];
    const code = { scene: 'a=1', page: 'pages/index', width: 430 };
    expect((await client.codePicture(code)).type).toBe('image/jpeg');
    expect(bodyOf(platform)).toEqual({ ...code, check_path: true });
    platform.script = [refusal(41030)];
    await expect(client.codePicture(code)).rejects.toMatchObject({ code: 41030 });
    platform.script = [ok];
    await expect(client.codePicture(code)).rejects.toThrow('unreadable');
  });
});
