import { describe, expect, test } from '@jest/globals';
import { BodyTooLargeError } from '../../../bot/official-account/read-body.js';
import { createCipher } from '../../../wechat/aes.js';
import { sealPush, signedQuery } from '../../../wechat/envelope.js';
import { buildXml } from '../../../wechat/xml.js';
import { account } from '../../support/people.js';
import { v6 } from '../../wechat/vectors.js';
import { cipher, hello, now, setUp, stamp, unauthorized } from './set-up.js';

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
