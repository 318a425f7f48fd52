import { describe, expect, test } from '@jest/globals';
import { consoleLine, refusal } from './console.js';

const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
const at = '2027-01-04T09:00:00.000Z';

async function withAcme() {
  const line = consoleLine();
  const eve = await line.hire('Eve', 'auditor');
  const ann = await line.hire('Ann', 'editor');
  await line.record({ who: 'host', act: 'staff.reset', object: `staff:${ann.me.id}` });
  await line.record({ who: ann.me.id, act: 'session.refused', object: null });
  const cookie = await line.enter(eve.me);
  const get = (path: string) => line.ask('get', `/api/audit${path}`, { cookie });
  return { ...line, eve: { id: eve.me.id, name: 'Eve' }, ann: { id: ann.me.id, name: 'Ann' }, get };
}

describe('GET /api/audit', () => {
  test('lists exactly who did what to which object, newest first, with this reading', async () => {
    const { get, eve, ann } = await withAcme();
    const { status, body } = await get('');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          { seq: 3, at, who: eve, act: 'audit.read', object: null, hash },
          { seq: 2, at, who: ann, act: 'session.refused', object: null, hash },
          {
            seq: 1,
            at,
            who: { id: 'host', name: 'host' },
            act: 'staff.reset',
            object: `staff:${ann.id}`,
            hash,
          },
        ],
        nextCursor: null,
      },
    ]);
  });

  test('goes page by page', async () => {
    const { get } = await withAcme();
    const first = await get('?limit=2');
    expect(first.body).toMatchObject({ items: [{ seq: 3 }, { seq: 2 }], nextCursor: '2' });
    const second = await get('?limit=2&cursor=2');
    expect(second.body).toMatchObject({ items: [{ seq: 1 }], nextCursor: null });
  });

  test('shows what is asked for', async () => {
    const { get, ann } = await withAcme();
    const numbers = async (query: string) =>
      ((await get(query)).body as { items: readonly { seq: number }[] }).items.map(({ seq }) => seq);
    expect(await numbers(`?who=${ann.id}`)).toEqual([2]);
    expect(await numbers('?act=staff.reset')).toEqual([1]);
    expect(await numbers(`?object=staff:${ann.id}&who=host`)).toEqual([1]);
    expect(await numbers(`?object=staff:${ann.id}&who=${ann.id}`)).toEqual([]);
  });

  test.each([
    'cursor=x',
    'cursor=0',
    'cursor=-1',
    'limit=0',
    'limit=201',
    'who=a&who=b',
    'who[x]=a',
    'hash=1',
  ])('refuses the query %s, and writes no reading down', async (query) => {
    const { get, acts } = await withAcme();
    expect(await get(`?${query}`)).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(acts()).toHaveLength(2);
  });
});

describe('GET /api/audit/head', () => {
  test('is the last number and hash alone', async () => {
    const { get, audit } = await withAcme();
    const { status, body } = await get('/head');
    expect([status, body]).toEqual([200, { seq: 2, hash: audit.entries[1]?.hash }]);
  });

  test('of an empty log is zero', async () => {
    const { ask, hire, enter } = consoleLine();
    const { me } = await hire('Eve', 'auditor');
    const { body } = await ask('get', '/api/audit/head', { cookie: await enter(me) });
    expect(body).toEqual({ seq: 0, hash: '0'.repeat(64) });
  });
});

describe('GET /api/audit/entries/:seq', () => {
  test('is exactly the entry, and its reading is written down', async () => {
    const { get, ann, acts, eve } = await withAcme();
    const { status, body } = await get('/entries/2');
    expect([status, body]).toEqual([
      200,
      { seq: 2, at, who: ann, act: 'session.refused', object: null, hash },
    ]);
    expect(acts().at(-1)).toEqual([eve.id, 'audit.read', 'entry:2']);
  });

  test.each(['99', '0', '-1', '2.0', 'x', '02'])('finds nothing under %s', async (seq) => {
    const { get, acts } = await withAcme();
    const { status, body } = await get(`/entries/${seq}`);
    expect({ status, body }).toEqual(refusal(404, 'request.not_found'));
    expect(acts()).toHaveLength(2);
  });
});
