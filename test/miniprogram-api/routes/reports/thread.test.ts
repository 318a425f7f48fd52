/** `/reports/current…` over HTTP: what a device does with an opened report. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOpenThread } from '../../../../domain/reports/open-thread.js';
import { createReadThread } from '../../../../domain/reports/read-thread.js';
import { encodeReply } from '../../../../domain/reports/reply.js';
import { clientOverHttp } from '../../../support/client-over-http.js';
import { box, id, reportLine, said, type ReportLine } from './set-up.js';

let on: ReportLine;
beforeAll(async () => {
  on = await reportLine();
}, 60_000);
afterAll(() => on.line.close());

describe('a thread', () => {
  test('takes an addition once, and says what is wrong with another', async () => {
    const { token, body } = await on.opened();
    const sent = { id: id(), box: box(140) };
    const first = await on.ask('POST', '/reports/current/messages', token, sent);
    expect(said(first)).toEqual([201, { id: sent.id, day: on.line.core.clock.today() }]);
    expect(said(await on.ask('POST', '/reports/current/messages', token, sent))).toEqual(said(first));
    const of = async (changes: object) =>
      said(await on.ask('POST', '/reports/current/messages', token, { ...sent, ...changes }));
    expect(await of({ box: box(141) })).toEqual([409, 'report.id_taken']);
    expect(await of({ id: body.items[0]?.id })).toEqual([409, 'report.id_taken']);
    expect(await of({ id: id(), box: box(40) })).toEqual([422, 'report.malformed']);
    expect(await of({ id: id(), box: box(20_481) })).toEqual([422, 'report.too_large']);
    expect(await of({ id: id(), files: [id()] })).toEqual([404, 'evidence.unknown']);
    expect((await of({ id: id(), by: 'ann' }))[1]).toBe('request.invalid');
    expect((await on.stored(body.reportId))?.items).toHaveLength(2);
  });

  test('is withdrawn once and for all, and a dispute belongs to one that is closed', async () => {
    const { token, body } = await on.opened();
    const dispute = { id: id(), box: box(140) };
    expect(said(await on.ask('POST', '/reports/current/dispute', token, dispute))).toEqual([
      409,
      'report.not_closed',
    ]);
    await on.line.core.storage.reports.move(body.reportId, ['received'], 'closed');
    expect(said(await on.ask('POST', '/reports/current/withdraw', token, {}))).toEqual([
      409,
      'report.closed',
    ]);
    for (let n = 0; n < 2; n += 1)
      expect((await on.ask('POST', '/reports/current/dispute', token, dispute)).status).toBe(201);
    const added = { id: id(), box: box(140) };
    expect(said(await on.ask('POST', '/reports/current/messages', token, added))).toEqual([
      409,
      'report.closed',
    ]);
    const other = await on.opened();
    for (let n = 0; n < 2; n += 1)
      expect((await on.ask('POST', '/reports/current/withdraw', other.token, {})).status).toBe(204);
    expect((await on.ask('GET', '/reports/current', other.token)).body).toMatchObject({
      state: 'withdrawn',
      mayAdd: false,
    });
  });

  test('is full at its bound', async () => {
    const { token, body } = await on.opened();
    const { reports } = on.line.core.storage;
    for (let n = 0; n < 199; n += 1) {
      const item = {
        id: id(),
        purpose: 'addition',
        box: new Uint8Array(120).fill(1),
        day: '2026-12-01',
      } as const;
      await reports.append(body.reportId, item, 'desk', ['received'], 200);
    }
    const sent = { id: id(), box: box(140) };
    expect(said(await on.ask('POST', '/reports/current/messages', token, sent))).toEqual([
      409,
      'report.full',
    ]);
    expect((await on.ask('GET', '/reports/current', token)).body).toMatchObject({
      additions: 199,
      mayAdd: false,
    });
  }, 60_000);

  test('has the desk’s messages in pages, sealed, and they are seen once they are read', async () => {
    const { token, body } = await on.opened();
    const ids = Array.from({ length: 5 }, id);
    for (const one of ids) {
      const plain = encodeReply('words', 'recovery', new Uint8Array(64), { kind: 'story' });
      const item = { id: one, purpose: 'reply', box: plain, day: '2026-12-01', by: 'recovery' } as const;
      await on.line.core.storage.reports.append(body.reportId, item, 'reporter', ['received'], 300);
    }
    const got: string[] = [];
    for (let from: string | null = ''; from !== null;) {
      const { body: page } = await on.ask('GET', `/reports/current/messages?limit=2${from}`, token);
      const { items, nextCursor } = page as unknown as { items: { id: string }[]; nextCursor: string | null };
      got.push(...items.map((item) => item.id));
      from = nextCursor === null ? null : `&cursor=${nextCursor}`;
    }
    expect(got).toEqual(ids);
    expect((await on.stored(body.reportId))?.unread.reporter).toBe(false);
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'page=2'])
      expect((await on.ask('GET', `/reports/current/messages?${query}`, token)).body['code']).toBe(
        'request.invalid',
      );
  });

  test('of a device is opened in the chat with the same receipt', async () => {
    const client = clientOverHttp(on.line.url);
    const { graph } = await client.questions('zh');
    const answers = {
      ...{ category: { words: 'data', code: 'data' }, what: { words: '名单' }, when: { words: '上周三' } },
      ...{ where: { words: '新区' }, who: { words: '林某' } },
    };
    const sent = await client.begin().send({ graph, lang: 'zh', answers, notes: [] });
    const { reports, keyring } = on.line.core.storage;
    const ports = { reports, keyring, vault: on.line.core.vault };
    const thread = await createOpenThread(ports)(sent.receipt.replaceAll(' ', ''));
    if (thread === null) throw new Error('it does not open');
    expect(await createReadThread(ports)(thread)).toMatchObject({
      caseNumber: sent.caseNumber,
      state: 'received',
      messages: [],
    });
  });
});
