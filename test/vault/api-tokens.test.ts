import { describe, expect, test } from '@jest/globals';
import { createApiTokens } from '../../vault/api-tokens.js';
import { fromBase64url, toBase64url } from '../../vault/bytes.js';
import { countingRandom, flip, sodium as b } from './support.js';

const [secret, other] = [new Uint8Array(32).fill(3), new Uint8Array(32).fill(4)];
const random = countingRandom('tokens');
const line = createApiTokens(b, { secret, random });
const now = 1_800_000_000;
const reportId = 'ab'.repeat(16);
const token = { reportId, proofMark: 'cd'.repeat(16) };
const openid = 'oPersonOfTheTests0000000001';

const bytesOf = (text: string): Uint8Array => fromBase64url(text.slice(2)) ?? new Uint8Array();
const everyBit = (text: string): string[] => {
  const bytes = bytesOf(text);
  return Array.from(
    { length: bytes.length * 8 },
    (_, bit) => text.slice(0, 2) + toBase64url(flip(bytes, bit)),
  );
};

describe('a report token', () => {
  const text = line.sealReport(token, now + 900);

  test('says its report and its receipt until its second, and not in it', () => {
    expect(text).toMatch(/^r_[\w-]+$/);
    expect(line.openReport(text, now + 899)).toEqual(token);
    expect(line.openReport(text, now + 900)).toBeNull();
  });

  test('tells nothing to who has no secret, and is another one each time', () => {
    const again = line.sealReport(token, now + 900);
    expect(again).not.toBe(text);
    for (const one of [text, again])
      for (const part of [reportId, token.proofMark])
        expect(Buffer.from(bytesOf(one)).toString('hex')).not.toContain(part.slice(0, 12));
  });

  test('does not open with any bit turned, cut short, or with something behind it', () => {
    const cuts = Array.from({ length: text.length }, (_, length) => text.slice(0, length));
    const wrong = [
      ...everyBit(text),
      ...cuts,
      `${text}AAAA`,
      text.replace('r_', 's_'),
      text.replace('r_', ''),
    ];
    expect(wrong.filter((one) => line.openReport(one, now) !== null)).toEqual([]);
  });

  test('is no session, and a session is no report’s', () => {
    const session = line.sealSession(openid, now + 900);
    expect(line.openSession(text.replace('r_', 's_'), now)).toBeNull();
    expect(line.openReport(session.replace('s_', 'r_'), now)).toBeNull();
  });

  test('of the secret before still opens, and one of a stranger does not', () => {
    const after = createApiTokens(b, { secret: other, previous: secret, random });
    expect(after.openReport(text, now)).toEqual(token);
    expect(line.openReport(after.sealReport(token, now + 900), now)).toBeNull();
    expect(createApiTokens(b, { secret: other, random }).openReport(text, now)).toBeNull();
  });
});

test('a session says its account until its second, and does not open with any bit turned', () => {
  const text = line.sealSession(openid, now + 7_200);
  expect([line.openSession(text, now + 7_199), line.openSession(text, now + 7_200)]).toEqual([openid, null]);
  expect(everyBit(text).filter((one) => line.openSession(one, now) !== null)).toEqual([]);
});

describe('a ticket', () => {
  test('of one challenge is one, of another another, and of another line too', () => {
    expect(line.ticketOf('solved')).toBe(line.ticketOf('solved'));
    const all = [line.ticketOf('solved'), line.ticketOf('solved too'), line.newTicket(), line.newTicket()];
    all.push(createApiTokens(b, { secret: other, random }).ticketOf('solved'));
    expect(new Set(all).size).toBe(5);
    for (const one of all) expect(one).toMatch(/^t_[\w-]{43}$/);
  });

  test('is known by its hash, and nothing else is a ticket', () => {
    const ticket = line.newTicket();
    expect(line.idOf(ticket)).toBe(toBase64url(b.hash(32, bytesOf(ticket))));
    for (const wrong of [
      '',
      't_',
      ticket.slice(0, -2),
      `${ticket}AA`,
      ticket.replace('t_', 'r_'),
      `t_${'*'.repeat(43)}`,
    ])
      expect(line.idOf(wrong)).toBeNull();
  });

  test('and a report together have a name that leads to neither', () => {
    const [one, two] = [line.newTicket(), line.newTicket()];
    const names = [
      ...[line.bound(one, reportId), line.bound(two, reportId), line.bound(one, 'ef'.repeat(16))],
      ...[line.reportMark(reportId), createApiTokens(b, { secret: other, random }).reportMark(reportId)],
    ];
    expect(new Set(names).size).toBe(5);
    expect(line.bound(one, reportId)).toBe(names[0]);
    const seen = [bytesOf(one), Uint8Array.from(Buffer.from(reportId, 'hex'))].map((bytes) =>
      toBase64url(bytes),
    );
    const unkeyed = toBase64url(b.hash(32, Uint8Array.from(Buffer.from(reportId, 'hex'))));
    for (const name of names) for (const part of [...seen, unkeyed]) expect(name).not.toBe(part);
  });
});
