import { describe, expect, test } from '@jest/globals';
import { createMiniProgramCallback } from '../../../bot/official-account/mini-program.js';
import { BodyTooLargeError } from '../../../bot/official-account/read-body.js';
import { type SendResult } from '../../../bot/official-account/send-results.js';
import { createCipher } from '../../../wechat/aes.js';
import { sealPush, signedQuery } from '../../../wechat/envelope.js';
import { buildXml } from '../../../wechat/xml.js';

const now = 1_700_000_000_000;
const account = { appid: 'wxmini', token: 'mini-token', aesKey: 'm'.repeat(43), mode: 'safe' as const };
const stamp = { token: account.token, timestamp: String(now / 1_000), nonce: '1' };
const cipher = createCipher(account.aesKey, account.appid);
const result = { TemplateId: 'T', MsgID: '1700827132819554304', ErrorCode: '43101', ErrorStatus: 'refused' };
const event = { MsgType: 'event', FromUserName: 'oSOMEBODY', Event: 'subscribe_msg_sent_event' };

function setUp(options: { mode?: 'plain' | 'compatible' | 'safe'; format?: 'json' | 'xml' } = {}) {
  const told: SendResult[] = [];
  const callback = createMiniProgramCallback({
    account: { ...account, format: 'json', ...options },
    clock: { now: () => now },
    random: (bytes) => new Uint8Array(bytes),
    told: (result) => told.push(result),
  });
  const send = (query: object, body: string, method = 'POST') =>
    callback({
      method,
      query: new URLSearchParams({ ...query }).toString(),
      body: async () => Buffer.from(body),
    });
  const sealed = (text: string, with_ = cipher) => {
    const push = sealPush(text, with_, stamp, new Uint8Array(16), 'gh_mini', options.format ?? 'json');
    return send(push.query, push.body);
  };
  return { callback, told, send, sealed };
}
const refused = [{ event: 'wechat.notice_refused', code: 'error-43101' }];

describe('the mini-program’s callback', () => {
  test('gives the echo of a signed handshake back, and of no other', async () => {
    const { send } = setUp();
    const query = { ...signedQuery(stamp), echostr: '4375120948345356249' };
    expect(await send(query, '', 'GET')).toMatchObject({ status: 200, body: '4375120948345356249' });
    expect(await send({ ...query, nonce: '2' }, '', 'GET')).toMatchObject({ status: 401, body: '' });
  });

  test.each<[string, object]>([
    ['a list', { List: [result] }],
    ['one object in place of a list', { List: result }],
  ])('reads JSON with %s, and answers success', async (_name, list) => {
    const { sealed, told } = setUp();
    expect(await sealed(JSON.stringify({ ...event, ...list }))).toMatchObject({
      status: 200,
      body: 'success',
    });
    expect(told).toEqual(refused);
  });

  test('reads XML where the account has chosen it', async () => {
    const { sealed, told } = setUp({ format: 'xml' });
    const xml = buildXml({ ...event, SubscribeMsgSentEvent: { List: result } });
    expect(await sealed(xml)).toMatchObject({ status: 200, body: 'success' });
    expect(told).toEqual(refused);
  });

  test('takes a plain push in plain mode only', async () => {
    const body = JSON.stringify({ ...event, List: [result] });
    const plain = setUp({ mode: 'plain' });
    expect(await plain.send(signedQuery(stamp), body)).toMatchObject({ body: 'success' });
    expect(plain.told).toEqual(refused);
    const safe = setUp();
    expect(await safe.send(signedQuery(stamp), body)).toMatchObject({ status: 401, body: '' });
    expect(safe.told).toEqual([]);
  });

  test('refuses what is sealed with another key, or for another appid', async () => {
    const { sealed, told } = setUp();
    for (const other of [
      createCipher('o'.repeat(43), account.appid),
      createCipher(account.aesKey, 'wxother'),
    ])
      expect(await sealed(JSON.stringify({ ...event, List: [result] }), other)).toMatchObject({
        status: 401,
      });
    expect(told).toEqual([]);
  });

  test('refuses other methods and a body that is too large', async () => {
    const { callback, send } = setUp();
    expect((await send({}, '', 'PUT')).status).toBe(405);
    const large = {
      method: 'POST',
      query: new URLSearchParams(signedQuery(stamp)).toString() + '&encrypt_type=aes',
    };
    const body = () => Promise.reject(new BodyTooLargeError());
    expect((await callback({ ...large, body })).status).toBe(413);
    expect((await callback({ ...large, body: () => Promise.reject(new Error('broke off')) })).status).toBe(
      400,
    );
  });

  test.each(['', 'not json', '[]', '{"MsgType":"text","Content":"hi"}', '{"MsgType":"event","Event":"new"}'])(
    'acknowledges %j and tells nothing',
    async (text) => {
      const { sealed, told } = setUp();
      expect(await sealed(text)).toMatchObject({ status: 200, body: 'success' });
      expect(told).toEqual([]);
    },
  );
});
