import { describe, expect, test } from '@jest/globals';
import { sealPush, signedQuery } from '../../../wechat/envelope.js';
import { buildXml, parseXml, textOf, type WritableFields } from '../../../wechat/xml.js';
import { account, whoIs } from '../../support/people.js';
import { v1, v3, v6, v7 } from '../../wechat/vectors.js';
import { cipher, hello, opened, setUp, stamp, success, unauthorized } from './set-up.js';

describe('handshake', () => {
  test('a signed GET is answered with exactly its echostr', async () => {
    const { send } = setUp({ account: { token: v1.token } });
    const { signature, timestamp, nonce, echostr } = v1;
    expect(await send({ signature, echostr, timestamp, nonce }, '', 'GET')).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: '4375120948345356249',
    });
  });

  test('an unsigned one reflects nothing', async () => {
    const { send } = setUp();
    expect(await send('echostr=<script>', '', 'GET')).toEqual(unauthorized);
    expect(await send({ ...signedQuery(stamp), nonce: '1', echostr: 'x' }, '', 'GET')).toEqual(unauthorized);
  });
});

describe('the three modes', () => {
  test('V6 in safe mode is heard, and its answer is V7 but for time and nonce', async () => {
    const { send, heard } = setUp();
    const { signature, timestamp, nonce, msgSignature } = v6;
    const query = { signature, timestamp, nonce, openid: v6.openid };
    const answer = await send(
      { ...query, encrypt_type: 'aes', msg_signature: msgSignature },
      `<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><Encrypt><![CDATA[${v6.encrypt}]]></Encrypt></xml>`,
    );
    expect(heard).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{22}$/),
        who: whoIs(v6.openid),
        at: 1700000000,
        said: { e: 'text', text: '你好 hello' },
      },
    ]);
    expect(answer.type).toBe('application/xml; charset=utf-8');
    expect(textOf(parseXml(answer.body) ?? {}, 'Encrypt')).toBe(v7.encrypt);
    expect(opened(answer)).toBe(v7.message);
  });

  test('plain mode answers in clear', async () => {
    const { plain } = setUp({ mode: 'plain' });
    expect(textOf(parseXml((await plain(hello)).body) ?? {}, 'Content')).toBe('收到');
  });

  test('compatible mode takes the sealed part as the truth and answers sealed, or plain to plain', async () => {
    const { send, plain, heard } = setUp({ mode: 'compatible' });
    const forged = { ...hello, Content: 'forged' };
    const push = sealPush(buildXml(hello), cipher, stamp, v6.random16, account.originalId, 'xml', forged);
    expect(opened(await send(push.query, push.body))).toContain('收到');
    expect(heard[0]?.said).toEqual({ e: 'text', text: 'hello' });
    expect((await plain(hello)).body).toContain('收到');
  });

  test('a plain body in safe mode is refused, however well it is signed', async () => {
    const { plain, send, heard } = setUp();
    expect(await plain(hello)).toEqual(unauthorized);
    expect(await send({ ...signedQuery(stamp), encrypt_type: 'raw' }, buildXml(hello))).toEqual(unauthorized);
    expect(heard).toEqual([]);
  });

  test('while a key is replaced both open, and the answer goes out under the one that did', async () => {
    const rotated = setUp({ account: { aesKey: v3.aesKey, aesKeyPrevious: account.aesKey } });
    expect(opened(await rotated.sealed(hello))).toContain('收到');
    const done = setUp({ account: { aesKey: v3.aesKey } });
    expect(await done.sealed(hello)).toEqual(unauthorized);
  });

  test('safe mode without a key does not start', () => {
    expect(() => setUp({ account: { aesKey: undefined as unknown as string } })).toThrow(
      'safe mode needs an EncodingAESKey',
    );
  });
});

describe('whatever is signed is answered by the protocol', () => {
  test.each<[string, string | WritableFields]>([
    ['broken XML', '<xml><Content>'],
    ['no XML', 'hello'],
    ['nothing', ''],
    ['another account’s name', { ...hello, ToUserName: 'gh_other' }],
    ['no sender', { ToUserName: account.originalId, MsgType: 'text', Content: 'x' }],
    ['an event without a name', { ...hello, MsgType: 'event' }],
    ['the result of a mass send', { ...hello, MsgType: 'event', Event: 'MASSSENDJOBFINISH' }],
  ])('%s gets success and no turn', async (_what, fields) => {
    const { sealed, heard } = setUp();
    expect(await sealed(fields)).toEqual(success);
    expect(heard).toEqual([]);
  });

  test('an unfollow has its turn and is answered success', async () => {
    const { sealed, heard } = setUp();
    expect(await sealed({ ...hello, MsgType: 'event', Event: 'unsubscribe' })).toEqual(success);
    expect(heard.map((inbound) => inbound.said)).toEqual([{ e: 'leave' }]);
  });

  test.each([null, ''])('a turn that says %j is answered success, in clear', async (words) => {
    const { sealed } = setUp({ receive: () => Promise.resolve(words) });
    expect(await sealed(hello)).toEqual(success);
  });

  test('a text with ]]> and emoji goes in and comes out whole', async () => {
    const { sealed, heard } = setUp({ receive: () => Promise.resolve('a]]>b 🙂\n') });
    const answer = await sealed({ ...hello, Content: 'x]]>y 🙂' });
    expect(heard[0]?.said).toEqual({ e: 'text', text: 'x]]>y 🙂' });
    expect(textOf(parseXml(opened(answer)) ?? {}, 'Content')).toBe('a]]>b 🙂\n');
  });

  test('a text of 3,000 bytes is heard whole, and none longer than 2,048 is ever said', async () => {
    const long = '啊🙂'.repeat(430);
    const { sealed, heard } = setUp({ receive: () => Promise.resolve(long) });
    const answer = await sealed({ ...hello, Content: long });
    expect(heard[0]?.said).toEqual({ e: 'text', text: long });
    const said = textOf(parseXml(opened(answer)) ?? {}, 'Content') ?? '';
    expect(Buffer.byteLength(said)).toBeGreaterThan(2040);
    expect(Buffer.byteLength(said)).toBeLessThanOrEqual(2048);
    expect(long.startsWith(said)).toBe(true);
  });

  test('a failure of ours is said in words', async () => {
    const lost = setUp({ receive: () => Promise.reject(new Error('lost')) });
    expect(opened(await lost.sealed(hello))).toContain('[CDATA[sorry]]');
    const keyless = setUp({
      identify: () => {
        throw new Error('no key');
      },
    });
    expect(opened(await keyless.sealed(hello))).toContain('[CDATA[sorry]]');
    expect([...lost.failures, ...keyless.failures]).toEqual([new Error('lost'), new Error('no key')]);
  });
});
