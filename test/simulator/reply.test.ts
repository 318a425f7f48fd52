import { describe, expect, test } from '@jest/globals';
import { sampleOfficialAccount } from '../../simulator/account.js';
import { readReply } from '../../simulator/line/reply.js';
import { buildXml, type WritableFields } from '../../wechat/xml.js';
import { fakeLine } from './support/fake-line.js';

/** Vector V7 of the reference: an encrypted reply that was made elsewhere. */
const v7 = {
  account: {
    ...sampleOfficialAccount,
    appid: 'wx1234567890abcdef',
    token: 'test-token',
    originalId: 'gh_0123456789ab',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  },
  body: `<xml><Encrypt><![CDATA[Q3stYC6hdFzMh9T8HCvyDMpVZSnK8QoS4NPD7JNcmXqxsJwNvK7N+1rwsUKU9LiUf6v84eRmtf5E5mK3SSv/tmyKH13R3xbU6ccGRzPnKfWWH+IUhieiC3vjREk6OKzosTGIqGI3SAMEW42NTnS4wnQUXMW/dMXH6n+SiWjzPYYwGNQQVR2MjguPSKWIZMkGaVMpVhywBWa6HmZQq7TrZffg+ShSI3yVC4ETanC4b3sCzfsvcI0+IEEgnRO6TnUlaBr8sBe3c02TPQ5+Y6X6mv7fb+kQJIJfvG2I7Ou0MVagMkzXyH+PExVD0M4qRrW7y07eQ3c7xKWr/+twl5GZjqQH3GfSjMpOU/Hp84ijcJwVnXmQkEUsXkb/PJQ6TX9l]]></Encrypt><MsgSignature><![CDATA[1e59e029e6023936f554779fc80b725aa2e3c296]]></MsgSignature><TimeStamp>1700000002</TimeStamp><Nonce><![CDATA[112233]]></Nonce></xml>`,
};
const asked = {
  account: v7.account,
  openid: 'oABCDEFGHIJKLMNOPQRSTUVWXYZ1',
  articles: 1 as const,
  knowsMedia: (id: string) => id === 'known',
};
const plain = { ...asked, account: { ...v7.account, mode: 'plain' as const } };
const reply = (fields: WritableFields): string =>
  buildXml({
    ToUserName: asked.openid,
    FromUserName: 'gh_0123456789ab',
    CreateTime: 1700000002,
    ...fields,
  });

describe('reading an answer', () => {
  test('vector V7 is a text', () => {
    expect(readReply(v7.body, asked)).toMatchObject({
      kind: 'message',
      shown: { type: 'text', content: '收到' },
    });
  });
  test('one wrong letter of the signature makes it malformed', () => {
    expect(readReply(v7.body.replace('1e59e', '1e59f'), asked)).toEqual({
      kind: 'malformed',
      why: 'MsgSignature is wrong',
    });
  });
  test('an answer sealed for another appid does not open', () => {
    const sealed = fakeLine(() => null, { ...v7.account, appid: 'wxother' }).seal({ Content: 'x' });
    expect(readReply(sealed, asked)).toEqual({ kind: 'malformed', why: 'the ciphertext does not open' });
  });
  test.each(['', 'success'])('"%s" says nothing', (body) => {
    expect(readReply(body, asked)).toEqual({ kind: 'nothing' });
  });
  test.each(['Success', 'success\n', ' ', '{}', 'ok'])('%j is malformed', (body) => {
    expect(readReply(body, asked)).toMatchObject({ kind: 'malformed' });
  });
  test('an encrypted answer in plain mode is malformed, a plain one is read', () => {
    expect(readReply(v7.body, plain)).toMatchObject({ kind: 'malformed' });
    expect(readReply(reply({ MsgType: 'text', Content: 'a]]>b😀' }), plain)).toMatchObject({
      shown: { content: 'a]]>b😀' },
    });
  });
  test('handing over to a person shows nothing', () => {
    expect(readReply(reply({ MsgType: 'transfer_customer_service' }), plain)).toEqual({
      kind: 'handed-over',
    });
  });
  test('2,048 bytes of Chinese fit, one more does not', () => {
    const text = `${'字'.repeat(682)}ab`;
    expect(readReply(reply({ MsgType: 'text', Content: text }), plain)).toMatchObject({ kind: 'message' });
    expect(readReply(reply({ MsgType: 'text', Content: `${text}c` }), plain)).toMatchObject({
      kind: 'malformed',
    });
  });
  test('only the first of two articles answers a message, both answer an event', () => {
    const item = { Title: 't', Description: 'd', PicUrl: 'p', Url: 'u' };
    const news = reply({ MsgType: 'news', ArticleCount: '2', Articles: { item: [item, item] } });
    const count = (articles: 1 | 8): unknown => {
      const verdict = readReply(news, { ...plain, articles });
      return verdict.kind === 'message' && verdict.shown.type === 'news' && verdict.shown.articles.length;
    };
    expect([count(1), count(8)]).toEqual([1, 2]);
  });
  test('a picture must be one that the platform has', () => {
    const image = (id: string): string => reply({ MsgType: 'image', Image: { MediaId: id } });
    expect(readReply(image('known'), plain)).toMatchObject({ shown: { type: 'image', mediaId: 'known' } });
    expect(readReply(image('other'), plain)).toMatchObject({ kind: 'malformed' });
  });
});
