/** `POST /reports/open` over HTTP, and how long what it gives is good. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { toBase64url } from '../../../../vault/bytes.js';
import { hash } from '../../../../vault/kdf.js';
import { box, id, reportLine, said, type ReportLine } from './set-up.js';

let on: ReportLine;
beforeAll(async () => {
  on = await reportLine();
}, 60_000);
afterAll(() => on.line.close());

describe('opening', () => {
  test('gives what a device needs, and a token that keeps nothing here', async () => {
    const { answer, body } = await on.opened();
    expect(Object.keys(answer)).toEqual([
      'token',
      'expiresAt',
      'reportId',
      'wrappedThread',
      'contentPk',
      'threadPk',
    ]);
    expect(answer).toMatchObject({
      reportId: body.reportId,
      wrappedThread: body.wrappedThread,
      contentPk: body.contentPk,
    });
  });

  test('unknown and wrong are one answer, and only failures count', async () => {
    const headers = on.elsewhere();
    const { proof } = await on.opened();
    const open = (body: object) => on.line.ask('POST', '/reports/open', { headers, body });
    for (let n = 0; n < 9; n += 1) expect((await open({ proof })).status).toBe(200);
    for (let n = 0; n < 10; n += 1)
      expect(said(await open({ proof: toBase64url(randomBytes(32)) }))).toEqual([
        404,
        'report.receipt_wrong',
      ]);
    const { telephone } = on.line.core.profile.facts;
    expect(await open({ proof })).toMatchObject({
      status: 429,
      body: { code: 'limit.tries', details: { telephone } },
    });
    expect((await on.ask('POST', '/reports/open', null, { proof })).status).toBe(200);
  });

  test('with a token past its time, of a changed receipt, or none, nothing is read', async () => {
    const { token, body } = await on.opened();
    const report = await on.stored(body.reportId);
    const mark = {
      reportId: body.reportId,
      proofMark: Buffer.from(report?.proofHash ?? '')
        .toString('hex')
        .slice(0, 32),
    };
    const seconds = Math.floor(Date.now() / 1_000);
    expect(
      (await on.ask('GET', '/reports/current', on.tokens.device.tokens.sealReport(mark, seconds + 60)))
        .status,
    ).toBe(200);
    const late = on.tokens.device.tokens.sealReport(mark, seconds - 1);
    expect(said(await on.ask('GET', '/reports/current', late))).toEqual([401, 'report.token_required']);
    const next = randomBytes(32);
    const to = { proofHash: toBase64url(hash(on.line.core.sodium, next)), wrappedThread: box(73) };
    expect((await on.ask('POST', '/reports/current/receipt', token, to)).status).toBe(204);
    for (const [method, path, sent] of [
      ['GET', '/reports/current', undefined],
      ['GET', '/reports/current/messages', undefined],
      ['POST', '/reports/current/messages', { id: id(), box: box(140) }],
      ['POST', '/reports/current/withdraw', {}],
      ['POST', '/reports/current/receipt', to],
    ] as const)
      expect(said(await on.ask(method, path, token, sent))).toEqual([401, 'report.token_required']);
    expect((await on.ask('POST', '/reports/open', null, { proof: toBase64url(next) })).status).toBe(200);
  });
});
