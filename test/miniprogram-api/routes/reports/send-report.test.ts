/** `POST /reports` over HTTP, on a line that runs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { toBase64url } from '../../../../vault/bytes.js';
import { box, id, reportLine, said, type ReportLine } from './set-up.js';

let on: ReportLine;
beforeAll(async () => {
  on = await reportLine();
}, 60_000);
afterAll(() => on.line.close());

describe('sending', () => {
  test('answers with case number and days, and again with the same, whatever ticket there is', async () => {
    const { body } = on.tokens.intake();
    const ticket = await on.tokens.ticket();
    const first = await on.ask('POST', '/reports', ticket, body);
    expect(first.status).toBe(201);
    expect(Object.keys(first.body)).toEqual(['caseNumber', 'createdOn', 'dueOn']);
    for (const token of [ticket, await on.tokens.ticket()])
      expect(await on.ask('POST', '/reports', token, body)).toMatchObject({ status: 201, body: first.body });
    expect(said(await on.ask('POST', '/reports', ticket, on.tokens.intake().body))).toEqual([
      401,
      'ticket.required',
    ]);
  });

  test('of ten at once is one report', async () => {
    const { body } = on.tokens.intake();
    const ticket = await on.tokens.ticket();
    const all = await Promise.all(Array.from({ length: 10 }, () => on.ask('POST', '/reports', ticket, body)));
    expect(new Set(all.map((answer) => JSON.stringify(said(answer)))).size).toBe(1);
    expect(all[0]?.status).toBe(201);
  });

  type Body = ReturnType<ReportLine['tokens']['intake']>['body'];
  const [bad, conflict] = [422, 409];
  test.each<[string, (body: Body) => object, number, string]>([
    ['an unknown version', () => ({ graph: 'none-1' }), 404, 'questions.unknown_version'],
    [
      'another version of a box',
      ({ items }) => ({ items: items.map((one) => ({ ...one, box: box(140, 2) })) }),
      bad,
      'report.malformed',
    ],
    [
      'bytes that nobody writes so',
      ({ items }) => ({ items: items.map((one) => ({ ...one, box: `${one.box.slice(0, -1)}B` })) }),
      bad,
      'report.malformed',
    ],
    [
      'too much',
      ({ items }) => ({ items: items.map((one) => ({ ...one, box: box(1_310_721) })) }),
      bad,
      'report.too_large',
    ],
    [
      'other readers',
      ({ envelopes }) => ({ envelopes: envelopes.map((one) => ({ ...one, to: 'eve' })) }),
      conflict,
      'report.readers_changed',
    ],
    ['a file that is not there', () => ({ files: [id()] }), 404, 'evidence.unknown'],
    ['a field that nobody knows', () => ({ openid: 'oSomebody' }), 422, 'request.invalid'],
    [
      'a field in an item that nobody knows',
      ({ items }) => ({ items: items.map((one) => ({ ...one, by: 'ann' })) }),
      422,
      'request.invalid',
    ],
    ['the way of the chat', () => ({ way: 'chat' }), 422, 'request.invalid'],
    [
      'an item of the desk’s',
      ({ items }) => ({ items: items.map((one) => ({ ...one, purpose: 'reply' })) }),
      422,
      'request.invalid',
    ],
  ])('%s is refused, and its ticket stays open', async (_what, change, status, code) => {
    const { body } = on.tokens.intake();
    const ticket = await on.tokens.ticket();
    const answer = await on.ask('POST', '/reports', ticket, { ...body, ...change(body) });
    expect([answer.body['code'], answer.status]).toEqual([
      code,
      answer.status === 400 && status === 422 ? 400 : status,
    ]);
    expect(await on.stored(body.reportId)).toBeNull();
    expect((await on.ask('POST', '/reports', ticket, body)).status).toBe(201);
  });

  test('another body under the same id, and a receipt that is taken, are told apart', async () => {
    const { body } = await on.opened();
    const other = { ...body, threadPk: toBase64url(randomBytes(32)) };
    expect(said(await on.ask('POST', '/reports', await on.tokens.ticket(), other))).toEqual([
      409,
      'report.id_taken',
    ]);
    const taken = { ...on.tokens.intake().body, proofHash: body.proofHash };
    expect(said(await on.ask('POST', '/reports', await on.tokens.ticket(), taken))).toEqual([
      409,
      'report.receipt_taken',
    ]);
  });

  test('one more than a network may in a day is answered with the telephone; a repeat counts no more', async () => {
    const headers = on.elsewhere();
    const { telephone } = on.line.core.profile.facts;
    const first = on.tokens.intake().body;
    const send = async (body: object) =>
      on.line.ask('POST', '/reports', { headers, body, token: await on.tokens.ticket() });
    for (const body of [first, first, first, on.tokens.intake().body, on.tokens.intake().body])
      expect((await send(body)).status).toBe(201);
    const over = await send(on.tokens.intake().body);
    expect(over).toMatchObject({ status: 429, body: { code: 'limit.reports', details: { telephone } } });
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send(first)).status).toBe(201);
  });
});

test('nothing of all that was told to the log, and no error holds a word of what was sent', async () => {
  expect(on.line.failures).toEqual([]);
  const { body } = on.tokens.intake();
  const wrong = await on.ask('POST', '/reports', await on.tokens.ticket(), {
    ...body,
    items: [],
    graph: 'canary-words',
  });
  for (const part of ['canary', body.reportId, body.proofHash])
    expect(JSON.stringify(wrong.body)).not.toContain(part);
});
