/** Everything that the platform pushes, on the whole line, over HTTP: each with its effect. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleMiniProgram } from '../../../simulator/account.js';
import { createCipher } from '../../../wechat/aes.js';
import { sealPush } from '../../../wechat/envelope.js';
import { follow, startLine, type Phone, type RunningLine } from '../../support/running-line.js';

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');
/** An article that the sample publishes. */
const article = { slug: 'a-friendly-stranger', title: '新朋友总打听您的工作' };
let folder = '';
let line: RunningLine;
let phone: Phone;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-receiving-'));
  line = await startLine(folder);
}, 60_000);
afterAll(async () => {
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);
beforeEach(async () => {
  phone = await follow(line.url);
}, 20_000);

const event = async (name: string, eventKey = '', fields: object = {}): Promise<string | null> =>
  (await phone.sends({ type: 'event', event: name, eventKey, fields })).answer?.content ?? null;
/** Begins a report and answers the first question. */
async function reporting(): Promise<void> {
  expect(await event('CLICK', 'report')).toContain('第1题');
  expect(await phone.says('1')).toContain('第2题');
}
const underWay = async (): Promise<boolean> => (await phone.says('重复')).includes('题');

describe('follow and unfollow', () => {
  test('a follow greets, says that it is a sample, and offers the ways in', async () => {
    const [greeting] = await phone.outbox();
    expect(greeting?.content).toMatch(/示例[^]*我要举报[^]*查询进度[^]*宣传文章/);
  });

  test.each([
    ['unsubscribe', {}],
    ['user_authorization_revoke', {}],
  ])('%s erases what is kept about the account', async (name, fields) => {
    await reporting();
    expect(await underWay()).toBe(true);
    const { openid } = phone;
    expect(
      await event(name, '', { ...fields, ...(name.startsWith('user') ? { OpenID: openid } : {}) }),
    ).toBeNull();
    if (name === 'unsubscribe') await event('subscribe');
    expect(await underWay()).toBe(false);
  });
});

describe('posters', () => {
  test('one that made somebody follow greets, and leads them to the first question', async () => {
    await event('unsubscribe');
    const answer = await event('subscribe', 'qrscene_report:hall');
    expect(answer).toMatch(/示例[^]*第1题/);
    expect(await phone.says('1')).toContain('第2题');
  });

  test('one that a follower scans leads there at once', async () => {
    expect(await event('SCAN', 'check')).toContain('回执');
    expect(await event('SCAN', 'learn')).toContain('1');
    expect(await event('SCAN', 'report')).toContain('第1题');
  });

  test('one of a category that made somebody follow greets, says what is taken, and has chosen', async () => {
    await event('unsubscribe');
    const answer = await event('subscribe', 'qrscene_report:secrets:hall');
    expect(answer).toMatch(/示例[^]*保密[^]*第2题/);
    expect(answer).not.toMatch(/第1题|^\d/m); // a told story has no choices
    expect(await phone.says('返回')).toContain('第1题');
  });

  test('one of a category that a follower scans has chosen, once, and not in a report under way', async () => {
    expect(await event('SCAN', 'report:data')).toMatch(/第2题/);
    await phone.says('上周他在车间拷走了三份图纸');
    const paused = await event('SCAN', 'report:secrets');
    expect(paused).toContain('接着往下填');
    expect(paused).not.toContain('第1题');
    await phone.says('继续');
    expect(await phone.says('修改')).toMatch(/1 [^\n]*(数据|信息)/);
  });

  test('one of an article shows it, with and without a follow before', async () => {
    await event('unsubscribe');
    for (const shown of [
      await event('subscribe', `qrscene_article:${article.slug}`),
      await event('SCAN', `article:${article.slug}`),
    ])
      expect(shown).toContain(article.title);
  });

  test('one that leads nowhere greets, and takes nothing away', async () => {
    await reporting();
    expect(await event('SCAN', '123')).toContain('示例');
    expect(await underWay()).toBe(true);
  });
});

describe('the menu', () => {
  test('its three entries do what their words say', async () => {
    expect(await event('CLICK', 'check')).toContain('回执');
    expect(await event('CLICK', 'learn')).toContain('1');
    expect(await event('CLICK', 'report')).toContain('第1题');
  });

  test('an entry that is not ours, or without its key, is answered with what there is', async () => {
    expect(await event('CLICK', 'SOMEBODY_ELSES')).toContain('我要举报');
    expect(await event('CLICK', '')).toContain('我要举报');
  });

  test('a link or a mini-program that was opened needs no answer', async () => {
    expect(await event('VIEW', 'https://line.test/')).toBeNull();
    expect(await event('view_miniprogram', 'pages/index')).toBeNull();
  });

  test('a picture menu is silent, the picture after it is kept', async () => {
    await reporting();
    const fields = { SendPicsInfo: { Count: 1, PicList: { item: { PicMd5Sum: '1b5f7c23' } } } };
    expect(await event('pic_sysphoto', 'report', fields)).toBeNull();
    expect((await phone.sends({ type: 'image', base64: jpeg })).answer?.content).toMatch(/1/);
  });

  test('a place menu is silent, the place after it is heard', async () => {
    await reporting();
    const info = { Location_X: '23', Location_Y: '113', Scale: '15', Label: '二号车间', Poiname: '' };
    expect(await event('location_select', 'x', { SendLocationInfo: info })).toBeNull();
    const place = { type: 'location', latitude: 23, longitude: 113, label: '二号车间' };
    expect((await phone.sends(place)).answer?.content).toContain('二号车间');
  });

  test('a scanned code that is to wait for a message, and a reported position, are acknowledged', async () => {
    const scanned = { ScanCodeInfo: { ScanType: 'qrcode', ScanResult: '2' } };
    expect(await event('scancode_waitmsg', '6', scanned)).toBeNull();
    expect(await event('LOCATION', '', { Latitude: '23.1', Longitude: '113.3' })).toBeNull();
  });
});

describe('what the chat cannot bring', () => {
  test.each(['file', 'sticker'])('a %s gets a sentence, and the question stays', async (type) => {
    await reporting();
    const { answer, attempts } = await phone.sends({ type });
    expect([answer?.content === undefined, attempts]).toEqual([false, 1]);
    expect(await underWay()).toBe(true);
  });
});

describe('the mini-program’s callback', () => {
  const { appid, aesKey, token, originalId } = sampleMiniProgram;
  const push = async (event: object, key = aesKey): Promise<readonly [number, string]> => {
    const stamp = { token, timestamp: String(Math.floor(Date.now() / 1_000)), nonce: '1' };
    const cipher = createCipher(key, appid);
    const sealed = sealPush(JSON.stringify(event), cipher, stamp, randomBytes(16), originalId, 'json');
    const url = `${line.url}/wechat/mp?${new URLSearchParams(sealed.query).toString()}`;
    const response = await fetch(url, { method: 'POST', body: sealed.body });
    return [response.status, await response.text()];
  };
  const refused = {
    ...{ FromUserName: 'oSOMEBODY', MsgType: 'event', Event: 'subscribe_msg_sent_event' },
    List: [{ TemplateId: 'T', MsgID: '1', ErrorCode: '43107', ErrorStatus: 'refused' }],
  };

  test('is shaken hands with, and takes what is sealed with its own key alone', async () => {
    const shaken = await fetch(`${line.url}/simulator/api/handshake`, {
      method: 'POST',
      body: JSON.stringify({ of: 'mini-program' }),
    });
    expect(await shaken.json()).toMatchObject({ ok: true });
    expect(await push(refused)).toEqual([200, 'success']);
    expect(await push(refused, 'B'.repeat(43))).toEqual([401, '']);
  });

  test('acknowledges a consent, and writes down no person', async () => {
    const { status } = await fetch(`${line.url}/simulator/api/users/${phone.openid}/consents`, {
      method: 'POST',
      body: JSON.stringify({ templateId: 'simulator-notice', status: 'accept', of: 'mini-program' }),
    });
    expect(status).toBe(204);
    expect(line.output()).not.toContain('oSOMEBODY');
  });
});

describe('results and consents', () => {
  const results = (): readonly { event: string; code: string }[] =>
    line
      .output()
      .split('\n')
      .filter((one) => one.includes('"wechat.') && !one.includes('error-43107'))
      .map((one) => JSON.parse(one) as { event: string; code: string });

  test('a mass send’s, a publication’s and a refused notice’s result are in the log, and nobody with them', async () => {
    const counts = { TotalCount: 3, FilterCount: 3, SentCount: 2, ErrorCount: 1 };
    expect(await event('MASSSENDJOBFINISH', '', { MsgID: 1, Status: 'send success', ...counts })).toBeNull();
    const info = { publish_id: 1, publish_status: 4 };
    expect(await event('PUBLISHJOBFINISH', '', { PublishEventInfo: info })).toBeNull();
    const sent = { List: { TemplateId: 'T', MsgID: 1, ErrorCode: '43101', ErrorStatus: 'refused' } };
    expect(await event('subscribe_msg_sent_event', '', { SubscribeMsgSentEvent: sent })).toBeNull();
    for (let tries = 0; tries < 40 && results().length < 3; tries += 1)
      await new Promise((done) => setTimeout(done, 50)); // the log is another pipe than the answer
    expect(results()).toMatchObject([
      { event: 'wechat.mass_sent', code: 'done', found: 3, done: 2, failed: 1 },
      { event: 'wechat.published', code: 'status-4' },
      { event: 'wechat.notice_refused', code: 'error-43101' },
    ]);
    expect(line.output()).not.toContain(phone.openid);
  });

  test.each(['subscribe_msg_popup_event', 'subscribe_msg_change_event'])(
    '%s is acknowledged and disturbs nothing',
    async (name) => {
      await reporting();
      const list = { List: { TemplateId: 'T', SubscribeStatusString: 'accept', PopupScene: '2' } };
      expect(await event(name, '', { SubscribeMsgPopupEvent: list })).toBeNull();
      expect(await underWay()).toBe(true);
    },
  );

  test('an event that comes one day is acknowledged', async () => {
    expect(
      await event('what_comes_next', 'x', { Deep: { Deeper: { List: [{ a: '1' }, { a: '2' }] } } }),
    ).toBeNull();
  });
});
