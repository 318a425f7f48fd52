import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { inboundFields, toJson } from '../../simulator/line/inbound.js';
import { multipart } from '../../simulator/platform/multipart.js';
import { Ring, masked } from '../../simulator/state/calls.js';
import { createPlatformClock } from '../../simulator/state/clock.js';
import { createQuotas } from '../../simulator/state/quotas.js';
import { createMessageIds, createUsers, limits } from '../../simulator/state/users.js';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
const clock = createPlatformClock({ now: () => 1_700_000_000_000 });

describe('memory', () => {
  test('people are kept up to a number; the idlest goes first', () => {
    const users = createUsers(clock, random);
    for (let i = 0; i < limits.users; i += 1) users.admit(`o${i}`);
    const first = users.admit('o0');
    users.show(first, 'custom', { type: 'text', content: 'x', taps: [], links: [] });
    users.admit('oOneMore');
    expect([users.get('o0') !== undefined, users.get('o1'), [...users.all()].length]).toEqual([
      true,
      undefined,
      limits.users,
    ]);
  });
  test('one person’s outbox keeps the newest entries', () => {
    const users = createUsers(clock, random);
    const user = users.admit();
    for (let i = 0; i <= limits.entriesOfOne; i += 1)
      users.show(user, 'custom', { type: 'text', content: String(i), taps: [], links: [] });
    expect(user.outbox).toHaveLength(limits.entriesOfOne);
    expect(user.outbox[0]).toMatchObject({ content: '1' });
  });
  test('entries of all people are bounded too', () => {
    const users = createUsers(clock, random);
    for (let i = 0; i < limits.entries + 500; i += 1)
      users.show(users.admit(`o${i % 1000}`), 'custom', { type: 'text', content: 'x', taps: [], links: [] });
    const total = [...users.all()].reduce((sum, user) => sum + user.outbox.length, 0);
    expect(total).toBeLessThanOrEqual(limits.entries);
    expect(total).toBeGreaterThan(limits.entries - 1000);
  });
  test('a ring keeps the last', () => {
    const ring = new Ring<number>(3);
    for (let i = 0; i < 20; i += 1) ring.add(i);
    expect(ring.all()).toEqual([17, 18, 19]);
  });
});

describe('a day’s calls', () => {
  test('schemes and links count together', () => {
    const quotas = createQuotas(clock);
    for (let n = 0; n < 499_999; n += 1) quotas.use('/wxa/generatescheme');
    expect(quotas.use('/wxa/generate_urllink')).toBe(true);
    expect(quotas.use('/wxa/generatescheme')).toBe(false);
    expect(quotas.of('/wxa/generate_urllink')).toEqual({ daily_limit: 500_000, used: 500_000, remain: 0 });
  });
});

describe('what is pushed', () => {
  test('message ids are beyond 2^53 and never the same', () => {
    const next = createMessageIds(clock, random);
    const ids = Array.from({ length: 1000 }, next);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => BigInt(id) > 2n ** 53n && BigInt(id) < 2n ** 63n)).toBe(true);
  });
  test('JSON carries a 64-bit id as a bare number, and a text that looks like one as a text', () => {
    const header = { to: 'gh', from: 'o', createTime: 1, msgId: '9007199254740993' };
    const fields = inboundFields({ type: 'text', content: '9007199254740993' }, header);
    expect(toJson(fields)).toBe(
      '{"ToUserName":"gh","FromUserName":"o","CreateTime":1,"MsgType":"text","Content":"9007199254740993","MsgId":9007199254740993}',
    );
  });
});

describe('what comes in', () => {
  test('a form is read to the byte, line ends included', () => {
    const bytes = Buffer.from('a\r\n--b\r\nc\r\n');
    const body = Buffer.concat([
      Buffer.from(
        '--BB\r\nContent-Disposition: form-data; name="media"; filename="图.png"\r\nContent-Type: image/png\r\n\r\n',
      ),
      bytes,
      Buffer.from('\r\n--BB--\r\n'),
    ]);
    const [part] = multipart(body, 'multipart/form-data; boundary=BB') ?? [];
    expect(part).toMatchObject({ name: 'media', filename: '图.png' });
    expect(part?.bytes.equals(bytes)).toBe(true);
    expect(multipart(body.subarray(0, -10), 'multipart/form-data; boundary=BB')).toBeNull();
    expect(multipart(body, 'application/json')).toBeNull();
  });
  test('secrets are masked at any depth', () => {
    expect(masked({ a: [{ secret: 's', access_token: '123456789' }], code: 'c', text: 'ok' })).toEqual({
      a: [{ secret: '…', access_token: '123456…' }],
      code: '…',
      text: 'ok',
    });
  });
});
