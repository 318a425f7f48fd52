import { describe, expect, test } from '@jest/globals';
import { createCallback, type CallbackAnswer } from '../../../bot/official-account/callback.js';
import { type Inbound } from '../../../bot/official-account/puppet.js';
import { BodyTooLargeError } from '../../../bot/official-account/read-body.js';
import { createCipher } from '../../../wechat/aes.js';
import { openEnvelope, sealPush, signedQuery } from '../../../wechat/envelope.js';
import { type Mode } from '../../../wechat/push.js';
import { buildXml, parseXml, textOf, type WritableFields } from '../../../wechat/xml.js';
import { account, textFrom, whoIs } from '../../support/people.js';
import { v1, v3, v6, v7 } from '../../wechat/vectors.js';

const now = 1700000002_000;
const cipher = createCipher(account.aesKey, account.appid);
const stamp = { token: account.token, timestamp: String(now / 1000), nonce: '112233' };
const success: CallbackAnswer = { status: 200, type: 'text/plain; charset=utf-8', body: 'success' };
const unauthorized: CallbackAnswer = { status: 401, type: 'text/plain; charset=utf-8', body: '' };

interface Options {
  mode?: Mode;
  account?: Partial<typeof account> & { aesKeyPrevious?: string };
  receive?: (inbound: Inbound) => Promise<string | null>;
  identify?: typeof whoIs;
}

function setUp(options: Options = {}) {
  const timers: { ms: number; fire: () => void; cancelled: boolean }[] = [];
  const heard: Inbound[] = [];
  const failures: unknown[] = [];
  const callback = createCallback({
    account: { ...account, mode: options.mode ?? 'safe', ...options.account },
    clock: { now: () => now },
    random: (bytes) => (bytes === 16 ? v7.random16 : new Uint8Array(bytes).fill(0x11)),
    after: (ms, fire) => {
      const timer = { ms, fire, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    identify: options.identify ?? whoIs,
    puppet: {
      receive: (inbound) => {
        heard.push(inbound);
        return options.receive?.(inbound) ?? Promise.resolve('收到');
      },
    },
    slowText: (who) => `slow ${who.handle}`,
    failed: (error) => {
      failures.push(error);
      return 'sorry';
    },
  });
  const send = (query: Readonly<Record<string, string>> | string, body = '', method = 'POST') =>
    callback({
      method,
      query: typeof query === 'string' ? query : new URLSearchParams(query).toString(),
      body: () => Promise.resolve(Buffer.from(body)),
    });
  const sealed = (fields: WritableFields | string) => {
    const xml = typeof fields === 'string' ? fields : buildXml(fields);
    const push = sealPush(xml, cipher, stamp, v6.random16, account.originalId);
    return send(push.query, push.body);
  };
  const plain = (fields: WritableFields) => send(signedQuery(stamp), buildXml(fields));
  return { callback, send, sealed, plain, timers, heard, failures };
}

const hello = textFrom('oA', 1, 'hello');

function opened(answer: CallbackAnswer, key = account.aesKey): string {
  const fields = parseXml(answer.body) ?? {};
  const [timestamp, nonce] = [textOf(fields, 'TimeStamp') ?? '', textOf(fields, 'Nonce') ?? ''];
  const signature = textOf(fields, 'MsgSignature') ?? '';
  const ciphers = [createCipher(key, account.appid)];
  const stamped = { token: account.token, timestamp, nonce };
  return openEnvelope(textOf(fields, 'Encrypt') ?? '', signature, stamped, ciphers)?.message ?? '';
}

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
        id: '24012345678901234',
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

describe('what is not provably the platform’s', () => {
  const good = sealPush(buildXml(hello), cipher, stamp, v6.random16, account.originalId);
  const at = (seconds: number) => {
    const timestamp = String(now / 1000 + seconds);
    const other = { ...stamp, timestamp };
    return sealPush(buildXml(hello), cipher, other, v6.random16, account.originalId);
  };
  const elsewhere = sealPush(
    buildXml(hello),
    createCipher(account.aesKey, 'wx_other'),
    stamp,
    v6.random16,
    'gh_o',
  );
  const query = new URLSearchParams(good.query).toString();

  test.each<[string, string | Readonly<Record<string, string>>, string]>([
    ['no query', '', good.body],
    ['a wrong signature', { ...good.query, signature: good.query['msg_signature'] ?? '' }, good.body],
    ['no signature', { ...good.query, signature: '' }, good.body],
    ['a wrong message signature', { ...good.query, msg_signature: good.query['signature'] ?? '' }, good.body],
    ['no message signature', { ...good.query, msg_signature: '' }, good.body],
    ['a doubled parameter', `${query}&nonce=${stamp.nonce}`, good.body],
    ['a doubled unknown parameter', `${query}&a=1&a=1`, good.body],
    ['a time eleven minutes ago', at(-660).query, at(-660).body],
    ['a time eleven minutes ahead', at(660).query, at(660).body],
    ['no time', { ...good.query, ...signedQuery({ ...stamp, timestamp: '' }) }, good.body],
    ['a body without ciphertext', good.query, buildXml(hello)],
    ['a body that is no XML', good.query, '{"Encrypt":"x"}'],
    ['an empty body', good.query, ''],
    ['damaged ciphertext', good.query, good.body.replace('<Encrypt><![CDATA[', '<Encrypt><![CDATA[A')],
    ['another account’s push', elsewhere.query, elsewhere.body],
  ])('%s gets 401 and nothing else', async (_what, given, body) => {
    const { send, heard } = setUp();
    expect(await send(given, body)).toEqual(unauthorized);
    expect(heard).toEqual([]);
  });

  test('nine minutes off is still the platform’s', async () => {
    const { send } = setUp();
    expect((await send(at(-540).query, at(-540).body)).status).toBe(200);
  });

  test('other methods get 405', async () => {
    const { send } = setUp();
    for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS'])
      expect((await send(good.query, good.body, method)).status).toBe(405);
  });

  test('the body of a badly signed request is not even read', async () => {
    const { callback } = setUp();
    const body = () => Promise.reject(new Error('read'));
    expect(await callback({ method: 'POST', query: 'signature=x', body })).toEqual(unauthorized);
  });

  test('a body too large gets 413, one that breaks off no 500', async () => {
    const { callback } = setUp();
    const post = (error: Error) => callback({ method: 'POST', query, body: () => Promise.reject(error) });
    expect((await post(new BodyTooLargeError())).status).toBe(413);
    expect((await post(new Error('reset'))).status).toBe(400);
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

describe('time', () => {
  const never = () => new Promise<string | null>(() => undefined);
  const turnOf = (): { promise: Promise<string | null>; say: (text: string | null) => void } => {
    let say: (text: string | null) => void = () => undefined;
    const promise = new Promise<string | null>((resolve) => (say = resolve));
    return { promise, say };
  };

  test('a turn not ready after 4.2 s is answered for', async () => {
    const { sealed, timers } = setUp({ receive: never });
    const answer = sealed(hello);
    while (timers.length === 0) await new Promise(setImmediate);
    expect(timers[0]?.ms).toBe(4200);
    timers[0]?.fire();
    expect(opened(await answer)).toContain(`[CDATA[slow ${whoIs('oA').handle}]]`);
  });

  test('an answer in time cancels the timer', async () => {
    const { sealed, timers } = setUp();
    await sealed(hello);
    expect(timers).toMatchObject([{ cancelled: true }]);
  });

  test('a duplicate of a running turn waits for the same answer', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const [first, second] = [sealed(hello), sealed(hello)];
    while (timers.length < 2) await new Promise(setImmediate);
    turn.say('once');
    expect([opened(await first), opened(await second)]).toEqual([
      expect.stringContaining('once'),
      expect.stringContaining('once'),
    ]);
    expect(heard).toHaveLength(1);
  });

  test('a duplicate of a turn that was too slow gets what the turn says at last', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const first = sealed(hello);
    while (timers.length < 1) await new Promise(setImmediate);
    timers[0]?.fire();
    expect(opened(await first)).toContain('slow');
    const second = sealed(hello);
    while (timers.length < 2) await new Promise(setImmediate);
    turn.say('at last');
    expect(opened(await second)).toContain('at last');
    expect(heard).toHaveLength(1);
  });

  test('a repeat after the turn has ended is a turn of its own: the session knows it', async () => {
    const { sealed, heard } = setUp();
    await sealed(hello);
    await sealed(hello);
    expect(heard).toHaveLength(2);
  });

  test('the same id from two people is two turns', async () => {
    const turn = turnOf();
    const { sealed, heard, timers } = setUp({ receive: () => turn.promise });
    const answers = [sealed(hello), sealed({ ...hello, FromUserName: 'oB' })];
    while (timers.length < 2) await new Promise(setImmediate);
    expect(heard).toHaveLength(2);
    turn.say(null);
    expect(await Promise.all(answers)).toEqual([success, success]);
  });
});
