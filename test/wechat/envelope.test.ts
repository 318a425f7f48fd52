import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCipher } from '../../wechat/aes.js';
import { openEnvelope, sealPush, sealReply, signedQuery } from '../../wechat/envelope.js';
import { sameSignature, sign } from '../../wechat/signature.js';
import { buildXml, parseXml, textOf } from '../../wechat/xml.js';
import { v1, v2, v3, v4, v5, v6, v7 } from './vectors.js';

describe('signatures', () => {
  test.each([v1, v2, v3, v6])('the plain signature of $timestamp is the published one', (v) => {
    expect(sign(v.token, v.timestamp, v.nonce)).toBe(v.signature);
    expect(signedQuery(v)).toEqual({ signature: v.signature, timestamp: v.timestamp, nonce: v.nonce });
  });

  test.each([v3, v4, v5, v6, v7])('the message signature of $timestamp is the published one', (v) => {
    expect(sign(v.token, v.timestamp, v.nonce, v.encrypt)).toBe(v.msgSignature);
  });

  test('a signature equals itself and nothing else, whatever its length', () => {
    expect(sameSignature(v1.signature, v1.signature)).toBe(true);
    expect(sameSignature(v1.signature, v2.signature)).toBe(false);
    expect(sameSignature(v1.signature, v1.signature.slice(1))).toBe(false);
    expect(sameSignature('', v1.signature)).toBe(false);
  });
});

describe('encryption', () => {
  test.each([v3, v6, v7])('sealing $timestamp with its random bytes gives the published ciphertext', (v) => {
    expect(createCipher(v.aesKey, v.appid).encrypt(v.message, v.random16)).toBe(v.encrypt);
  });

  test.each([v3, v4, v6, v7])('the ciphertext of $timestamp opens to the published message', (v) => {
    expect(createCipher(v.aesKey, v.appid).decrypt(v.encrypt)).toBe(v.message);
  });

  test('the official sample of 2014, padded by 30, opens', () => {
    const message = createCipher(v5.aesKey, v5.appid).decrypt(v5.encrypt);
    expect(message).toContain('<Content><![CDATA[hello]]></Content>');
    expect(message).toContain('<MsgId>4561255354251345929</MsgId>');
  });

  test('another account, another key and damaged ciphertext all answer null', () => {
    const ours = createCipher(v6.aesKey, v6.appid);
    const bytes = Buffer.from(v6.encrypt, 'base64');
    expect(createCipher(v6.aesKey, 'wx1234567890abcdee').decrypt(v6.encrypt)).toBeNull();
    expect(createCipher(v3.aesKey, v6.appid).decrypt(v6.encrypt)).toBeNull();
    expect(ours.decrypt('')).toBeNull();
    expect(ours.decrypt('not base64 at all')).toBeNull();
    expect(ours.decrypt(bytes.subarray(0, 16).toString('base64'))).toBeNull();
    expect(ours.decrypt(bytes.subarray(0, bytes.length - 32).toString('base64'))).toBeNull();
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    expect(ours.decrypt(bytes.toString('base64'))).toBeNull();
  });

  test('every text survives the way there and back, whatever its length', () => {
    const cipher = createCipher(v6.aesKey, v6.appid);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text, v6.random16))).toBe(text);
      }),
    );
  });

  test.each(['', 'short', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}!`])(
    'a wrong key is refused without being shown',
    (key) => {
      expect(() => createCipher(key, v6.appid)).toThrow('the EncodingAESKey must be 43 letters or digits');
    },
  );
});

describe('envelopes', () => {
  test('a sealed reply is the published one in XML and in JSON', () => {
    const cipher = createCipher(v7.aesKey, v7.appid);
    expect(sealReply(v7.message, cipher, v7, v7.random16)).toBe(
      `<xml><Encrypt><![CDATA[${v7.encrypt}]]></Encrypt><MsgSignature><![CDATA[${v7.msgSignature}]]></MsgSignature><TimeStamp>1700000002</TimeStamp><Nonce><![CDATA[112233]]></Nonce></xml>`,
    );
    expect(JSON.parse(sealReply(v7.message, cipher, v7, v7.random16, 'json'))).toEqual({
      Encrypt: v7.encrypt,
      MsgSignature: v7.msgSignature,
      TimeStamp: 1700000002,
      Nonce: '112233',
    });
  });

  test('a sealed push carries both signatures and opens again', () => {
    const cipher = createCipher(v6.aesKey, v6.appid);
    const push = sealPush(v6.message, cipher, v6, v6.random16, v6.originalId);
    expect(push.query).toEqual({
      signature: v6.signature,
      timestamp: v6.timestamp,
      nonce: v6.nonce,
      encrypt_type: 'aes',
      msg_signature: v6.msgSignature,
    });
    const fields = parseXml(push.body);
    expect(fields).toEqual({ ToUserName: v6.originalId, Encrypt: v6.encrypt });
    const encrypted = textOf(fields ?? {}, 'Encrypt') ?? '';
    expect(openEnvelope(encrypted, v6.msgSignature, v6, [cipher])).toEqual({ message: v6.message, cipher });
  });

  test('a compatible push has the clear fields beside the sealed ones', () => {
    const cipher = createCipher(v6.aesKey, v6.appid);
    const push = sealPush(v6.message, cipher, v6, v6.random16, v6.originalId, 'xml', { Content: 'x' });
    expect(parseXml(push.body)).toMatchObject({ Content: 'x', Encrypt: v6.encrypt });
  });

  test('the previous key opens too, and a wrong signature opens nothing', () => {
    const [now, before] = [createCipher(v3.aesKey, v6.appid), createCipher(v6.aesKey, v6.appid)];
    expect(openEnvelope(v6.encrypt, v6.msgSignature, v6, [now, before])?.cipher).toBe(before);
    expect(openEnvelope(v6.encrypt, v6.msgSignature, v6, [now])).toBeNull();
    expect(openEnvelope(v6.encrypt, v6.signature, v6, [now, before])).toBeNull();
  });

  test('the passive reply of V7 is built byte for byte', () => {
    expect(
      buildXml({
        ToUserName: v6.openid,
        FromUserName: v6.originalId,
        CreateTime: 1700000002,
        MsgType: 'text',
        Content: '收到',
      }),
    ).toBe(v7.message);
  });
});
