/** Sealed files in parts over HTTP, before a report is sent and after. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toBase64url } from '../../../../vault/bytes.js';
import { hash } from '../../../../vault/kdf.js';
import { fullPartLength } from '../../../../vault/sealed-form.js';
import { id, reportLine, said, type ReportLine } from '../reports/set-up.js';

let on: ReportLine;
beforeAll(async () => {
  on = await reportLine();
}, 60_000);
afterAll(() => on.line.close());

const path = '/reports/current/evidence';
const mebibyte = 1_048_576;
const full = fullPartLength(mebibyte);
const part = (length: number, first = 7): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i === 0 ? 1 : (first + i) % 251));
const hashOf = (bytes: Uint8Array): string => toBase64url(hash(on.line.core.sodium, bytes));

/** A ticket with a file begun for a report. */
async function begun(parts = 1) {
  const token = await on.tokens.ticket();
  const [reportId, fileId] = [id(), id()];
  const begin = (changes: object = {}, as = token) =>
    on.ask('POST', path, as, { reportId, fileId, parts, partBytes: mebibyte, ...changes });
  const put = (n: number | string, bytes: unknown, as = token) =>
    on.ask('PUT', `${path}/${fileId}/parts/${String(n)}`, as, bytes);
  const complete = (hashes: readonly string[], as = token) =>
    on.ask('POST', `${path}/${fileId}/complete`, as, { hashes });
  expect(said(await begin())).toEqual([201, { fileId, parts, received: [] }]);
  return { token, reportId, fileId, begin, put, complete };
}

describe('a file on its way', () => {
  test('is begun, interrupted, resumed and complete only when every part was read back', async () => {
    const { fileId, begin, put, complete } = await begun(2);
    const [first, last] = [part(full), part(full, 9)];
    expect((await put(1, last)).status).toBe(204);
    expect(said(await begin())).toEqual([201, { fileId, parts: 2, received: [1] }]);
    const hashes = [first, last].map(hashOf);
    expect((await complete(hashes)).body).toMatchObject({
      ...{ code: 'evidence.incomplete', details: { missing: [0], damaged: [] } },
    });
    await put(0, part(full, 11));
    expect((await complete(hashes)).body).toMatchObject({ details: { missing: [], damaged: [0] } });
    for (let n = 0; n < 2; n += 1) expect((await put(0, first)).status).toBe(204);
    for (let n = 0; n < 2; n += 1) expect(said(await complete(hashes))).toEqual([200, { fileId, parts: 2 }]);
    expect(said(await put(0, first))).toEqual([409, 'evidence.closed']);
  });

  test('is found damaged when the store changed a part after it came', async () => {
    const { fileId, put, complete } = await begun();
    await put(0, part(500));
    const burnDay = (await on.line.core.storage.uploads.byId(fileId))?.burnDay ?? '';
    await on.line.core.storage.evidence.put(burnDay, fileId, 0, part(500, 8));
    expect((await complete([hashOf(part(500))])).body).toMatchObject({ details: { damaged: [0] } });
  });

  test('has parts of one size, but for a file’s only one, and no more than it said', async () => {
    const { put } = await begun(2);
    for (const [n, bytes] of [
      [0, part(full - 1)],
      [0, new Uint8Array(full).fill(2)],
      [2, part(full)],
    ] as const)
      expect(said(await put(n, bytes))).toEqual([422, 'report.malformed']);
    expect(said(await put(0, part(full + 1)))).toEqual([413, 'request.too_large']);
    expect(said(await put('x', part(full)))).toEqual([404, 'request.not_found']);
    const small = await begun(1);
    expect(said(await small.put(0, part(40)))).toEqual([422, 'report.malformed']);
    expect((await small.put(0, part(100))).status).toBe(204);
  });

  test('takes bytes alone', async () => {
    const { put } = await begun();
    expect((await put(0, { some: 'json' })).body['code']).toBe('request.invalid');
  });

  test('belongs to its ticket and its report, and to nobody else', async () => {
    const { token, fileId, begin, put, complete } = await begun();
    await put(0, part(500));
    const stranger = await on.tokens.ticket();
    expect(said(await put(0, part(500), stranger))).toEqual([401, 'ticket.required']);
    await on.ask('POST', path, stranger, { reportId: id(), fileId: id(), parts: 1 });
    expect(said(await put(0, part(500), stranger))).toEqual([404, 'evidence.unknown']);
    expect(said(await complete([hashOf(part(500))], stranger))).toEqual([404, 'evidence.unknown']);
    expect(said(await begin({ reportId: id() }))).toEqual([401, 'ticket.required']);
    expect(said(await begin({ parts: 2 }))).toEqual([409, 'evidence.closed']);
    const { token: opened } = await on.opened();
    expect(said(await put(0, part(500), opened))).toEqual([404, 'evidence.unknown']);
    expect(said(await on.ask('PUT', `${path}/${id()}/parts/0`, token, part(500)))).toEqual([
      404,
      'evidence.unknown',
    ]);
    expect(said(await on.ask('PUT', `${path}/${fileId.toUpperCase()}/parts/0`, token, part(500)))).toEqual([
      404,
      'evidence.unknown',
    ]);
  });

  test('is one of ten at most, and says for which report it is', async () => {
    const { begin } = await begun();
    for (let n = 1; n < 10; n += 1) expect((await begin({ fileId: id() })).status).toBe(201);
    expect(said(await begin({ fileId: id() }))).toEqual([409, 'evidence.too_many']);
    const ticket = await on.tokens.ticket();
    const sent = { fileId: id(), parts: 1, partBytes: mebibyte };
    expect((await on.ask('POST', path, ticket, sent)).body['code']).toBe('request.invalid');
    expect(said(await on.ask('POST', path, ticket, { ...sent, reportId: id(), parts: 31 }))).toEqual([
      422,
      'evidence.too_large',
    ]);
    for (const wrong of [
      { parts: 0 },
      { parts: 61 },
      { partBytes: 7 },
      { fileId: '../x' },
      { name: 'gate.jpg' },
    ])
      expect((await on.ask('POST', path, ticket, { ...sent, reportId: id(), ...wrong })).body['code']).toBe(
        'request.invalid',
      );
  });
});

describe('what is kept', () => {
  test('of a file that the report names is its parts, under no name of the ticket', async () => {
    const { token, reportId, fileId, put, complete } = await begun();
    await put(0, part(500));
    await complete([hashOf(part(500))]);
    const row = await on.line.core.storage.uploads.byId(fileId);
    for (const secret of [token.slice(2), reportId]) expect(JSON.stringify(row)).not.toContain(secret);
    const { body } = on.tokens.intake();
    const sent = { ...body, reportId, files: [fileId] };
    expect((await on.ask('POST', '/reports', token, sent)).status).toBe(201);
    expect(await on.line.core.storage.uploads.byId(fileId)).toBeNull();
    expect(await on.line.core.storage.evidence.get(fileId, 0)).toEqual(part(500));
    await on.line.core.storage.evidence.burn('2999-01-01');
    expect(await on.line.core.storage.evidence.get(fileId, 0)).toEqual(part(500));
    expect(said(await put(0, part(500)))).toEqual([401, 'ticket.required']);
  });

  test('of one that is not complete keeps its report from being sent', async () => {
    const { token, reportId, fileId } = await begun();
    const sent = { ...on.tokens.intake().body, reportId, files: [fileId] };
    expect(said(await on.ask('POST', '/reports', token, sent))).toEqual([409, 'evidence.incomplete']);
    expect(await on.stored(reportId)).toBeNull();
  });

  test('of a file that is added later stays with the addition', async () => {
    const { token } = await on.opened();
    const fileId = id();
    expect((await on.ask('POST', path, token, { fileId, parts: 1, partBytes: mebibyte })).status).toBe(201);
    await on.ask('PUT', `${path}/${fileId}/parts/0`, token, part(500));
    await on.ask('POST', `${path}/${fileId}/complete`, token, { hashes: [hashOf(part(500))] });
    const message = { id: id(), box: toBase64url(part(140)), files: [fileId] };
    for (let n = 0; n < 2; n += 1)
      expect((await on.ask('POST', '/reports/current/messages', token, message)).status).toBe(201);
    await on.line.core.storage.evidence.burn('2999-01-01');
    expect(await on.line.core.storage.evidence.get(fileId, 0)).toEqual(part(500));
  });
});
