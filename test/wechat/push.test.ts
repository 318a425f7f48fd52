import { describe, expect, test } from '@jest/globals';
import { createCipher } from '../../wechat/aes.js';
import { openEnvelope, sealPush } from '../../wechat/envelope.js';
import { createDoor } from '../../wechat/push.js';
import { v1, v3 } from './vectors.js';

const door = (format: 'xml' | 'json', mode: 'plain' | 'safe' = 'safe') =>
  createDoor({
    ...v3,
    mode,
    format,
    now: () => Number(v3.timestamp) * 1000,
    random: (bytes) => new Uint8Array(bytes),
  });
const { signature, timestamp, nonce } = v3;
const query = new URLSearchParams({
  signature,
  timestamp,
  nonce,
  encrypt_type: 'aes',
  msg_signature: v3.msgSignature,
}).toString();

describe('the mini-program’s door', () => {
  test('V3, a JSON push in safe mode, is opened, and its answer is sealed as JSON', () => {
    const knock = door('json')('POST', query);
    const body = Buffer.from(JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: v3.encrypt }));
    const opened = knock.kind === 'push' ? knock.open(body) : null;
    expect(opened?.text).toBe(v3.message);
    const answer = JSON.parse(opened?.seal('hi') ?? '') as Record<string, string>;
    const stamp = {
      token: v3.token,
      timestamp: String(answer['TimeStamp']),
      nonce: answer['Nonce'] ?? '',
    };
    const ciphers = [createCipher(v3.aesKey, v3.appid)];
    expect(openEnvelope(answer['Encrypt'] ?? '', answer['MsgSignature'] ?? '', stamp, ciphers)?.message).toBe(
      'hi',
    );
  });

  test.each(['', 'x', '[]', 'null', '{"Encrypt":1}', '{"Encrypt":""}', `<xml>${v3.encrypt}</xml>`])(
    'a body %j is not the platform’s',
    (body) => {
      const knock = door('json')('POST', query);
      expect(knock.kind === 'push' ? knock.open(Buffer.from(body)) : undefined).toBeNull();
    },
  );

  test('the handshake is the same', () => {
    const knock = createDoor({
      token: v1.token,
      appid: 'wx',
      mode: 'plain',
      now: () => 0,
      random: (bytes) => new Uint8Array(bytes),
    });
    const given = `signature=${v1.signature}&echostr=a%2Bb&timestamp=${v1.timestamp}&nonce=${v1.nonce}`;
    expect(knock('GET', given)).toEqual({ kind: 'handshake', echo: 'a+b' });
  });

  test('in plain mode a sealed push still opens while a key is set: the back office was switched first', () => {
    const knock = door('json', 'plain')('POST', query);
    const push = sealPush(v3.message, createCipher(v3.aesKey, v3.appid), v3, v3.random16, 'gh', 'json');
    expect(push.query['msg_signature']).toBe(v3.msgSignature);
    expect(knock.kind === 'push' ? knock.open(Buffer.from(push.body))?.text : '').toBe(v3.message);
  });
});
