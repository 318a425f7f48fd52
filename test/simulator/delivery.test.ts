import { afterEach, describe, expect, test } from '@jest/globals';
import { buildXml, type WritableFields } from '../../wechat/xml.js';
import { sampleOfficialAccount } from '../../simulator/account.js';
import { noticeText } from '../../simulator/line/line.js';
import { hang, type Received, type Said, textReply } from './support/fake-line.js';
import { world, type World } from './support/world.js';

const impatient = { pace: { limitMs: 400, gapMs: 1 } };
let open: World[] = [];
const start = async (...args: Parameters<typeof world>): Promise<World> => {
  const one = await world(...args);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

describe('a message and its answer', () => {
  test('a follower is greeted, and an answer is shown as the person sees it', async () => {
    const w = await start(({ fields }) =>
      fields['Event'] === 'subscribe'
        ? '您好'
        : '请选择：\n1 <a href="weixin://bizmsgmenu?msgmenucontent=%E6%B3%84%E5%AF%86&amp;msgmenuid=category%3Aa">泄密</a>',
    );
    const openid = await w.follower();
    const { json } = await w.say(openid, '我要举报');
    expect(json).toMatchObject({
      attempts: 1,
      answer: {
        via: 'passive',
        type: 'text',
        content: '请选择：\n1 泄密',
        taps: [{ label: '泄密', send: '泄密', id: 'category:a', at: 7 }],
      },
    });
    expect((await w.outbox(openid)).map((entry) => entry['content'])).toEqual(['您好', '请选择：\n1 泄密']);
  });

  test('a push is in safe mode, names the person in the query, and carries the platform’s names', async () => {
    const w = await start(() => null);
    const openid = await w.follower('oPerson');
    const { json } = await w.say(openid, '你好');
    const last = w.received.at(-1);
    expect(json).toMatchObject({ attempts: 1, answer: null });
    expect(last?.query.get('encrypt_type')).toBe('aes');
    expect(last?.query.get('openid')).toBe('oPerson');
    expect(last?.fields).toMatchObject({
      ToUserName: 'gh_simulator',
      FromUserName: 'oPerson',
      Content: '你好',
    });
    expect(last?.fields['MsgId']).toMatch(/^\d{17,19}$/);
  });

  test('in plain mode the message stands in the open, and so may the answer', async () => {
    const account = { ...sampleOfficialAccount, mode: 'plain' as const };
    const reply = (f: Received['fields']): Said => ({ body: buildXml(textReply(f, '好')) });
    const w = await start(({ fields }) => reply(fields), { account });
    const openid = await w.follower();
    expect((await w.say(openid, '你好')).json).toMatchObject({ attempts: 1, answer: { content: '好' } });
    expect(w.received.at(-1)?.query.has('encrypt_type')).toBe(false);
    expect(w.received.at(-1)?.fields).toMatchObject({ Content: '你好' });
  });

  test('in compatible mode both stand there, and a plain answer is taken', async () => {
    const account = { ...sampleOfficialAccount, mode: 'compatible' as const };
    const w = await start(({ fields }) => ({ body: buildXml(textReply(fields, '好')) }), { account });
    const openid = await w.follower();
    expect((await w.say(openid, '你好')).json).toMatchObject({ attempts: 1, answer: { content: '好' } });
    expect(w.received.at(-1)?.fields).toMatchObject({ Content: '你好', Encrypt: expect.any(String) });
  });

  test('a line that hangs gets the same message three times, then the person reads a notice', async () => {
    const w = await start(({ fields }) => (fields['MsgType'] === 'text' ? hang : null), impatient);
    const openid = await w.follower();
    const { json } = await w.say(openid, '在吗');
    const tries = w.received.filter(({ fields }) => fields['MsgType'] === 'text');
    expect(json).toMatchObject({ attempts: 3, answer: null });
    expect(new Set(tries.map(({ fields }) => fields['MsgId'])).size).toBe(1);
    expect(new Set(tries.map(({ query }) => query.get('nonce'))).size).toBe(3);
    expect((await w.outbox(openid)).at(-1)).toMatchObject({ via: 'notice', content: noticeText });
  });

  test('an answer to the second attempt counts', async () => {
    let n = 0;
    const w = await start(
      ({ fields }) => (fields['MsgType'] === 'event' ? null : ++n === 1 ? hang : '来了'),
      impatient,
    );
    const { json } = await w.say(await w.follower(), '在吗');
    expect(json).toMatchObject({ attempts: 2, answer: { content: '来了' } });
  });

  test('five messages without an answer stop the pushes for a minute of the platform’s clock', async () => {
    let dead = false;
    const w = await start(() => (dead ? { status: 500, body: '' } : '好'));
    const openid = await w.follower();
    dead = true;
    for (let i = 0; i < 5; i += 1) await w.say(openid, '？');
    dead = false;
    const before = w.received.length;
    expect((await w.say(openid, '还在吗')).json).toMatchObject({ attempts: 0, answer: null });
    expect(w.received.length).toBe(before);
    await w.api('POST', '/clock', { advanceMs: 60_001 });
    expect((await w.say(openid, '还在吗')).json).toMatchObject({ attempts: 1, answer: { content: '好' } });
  });
});

describe('answers that the platform does not take', () => {
  const cases: readonly (readonly [string, string, (fields: Received['fields']) => Said])[] = [
    [
      'plain XML in safe mode',
      'a plain answer in safe mode',
      (f) => ({ body: buildXml(f as WritableFields) }),
    ],
    ['JSON', 'XML: no < where one belongs', () => ({ body: '{"ok":true}' })],
    ['an unknown type', 'MsgType is not one of a passive reply', () => ({ fields: { MsgType: 'msgmenu' } })],
    ['names not swapped', 'ToUserName is not the person', () => ({ fields: { ToUserName: 'gh_simulator' } })],
    [
      'a text of 2,049 bytes',
      'Content is over 2048 bytes',
      () => ({ fields: { Content: 'x'.repeat(2049) } }),
    ],
    ['an empty text', 'Content is empty', () => ({ fields: { Content: '' } })],
    [
      'milliseconds for seconds',
      'CreateTime is not in seconds',
      () => ({ fields: { CreateTime: '1700000000000' } }),
    ],
    [
      'a picture nobody uploaded',
      'MediaId is unknown or expired',
      () => ({ fields: { MsgType: 'image', Image: { MediaId: 'x' } } }),
    ],
    [
      'fewer articles than counted',
      'ArticleCount is not the number of items',
      () => ({
        fields: { MsgType: 'news', ArticleCount: '2', Articles: { item: { Title: 't', Url: 'u' } } },
      }),
    ],
  ];
  test.each(cases)('%s', async (_, why, said) => {
    const w = await start(({ fields }) => (fields['MsgType'] === 'event' ? null : said(fields)));
    const openid = await w.follower();
    expect((await w.say(openid, '你好')).json).toMatchObject({ attempts: 3, answer: null });
    expect((await w.outbox(openid)).at(-1)).toMatchObject({ via: 'notice', content: noticeText });
    const deliveries = await w.deliveries(openid);
    expect(deliveries.at(-1)?.attempts[0]).toMatchObject({ outcome: 'malformed', why });
  });

  test('the answer to an unfollow is looked at by nobody', async () => {
    const w = await start(() => '再见');
    const openid = await w.follower();
    const { json } = await w.api('POST', `/users/${openid}/messages`, {
      type: 'event',
      event: 'unsubscribe',
    });
    expect(json).toMatchObject({ attempts: 1, answer: null });
    expect((await w.say(openid, '在吗')).status).toBe(409);
  });
});
