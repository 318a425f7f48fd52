/** The routes of notices: each answer's exact keys, each refusal. */
import { describe, expect, test } from '@jest/globals';
import { someNotice, someOccurrence } from '../../support/notices.js';
import { refusal, url } from './console.js';
import { asSent, desk, itemsOf, keys, keysOfNotice } from './notice-desk.js';

describe('notices', () => {
  test('are listed, and one is shown', async () => {
    const { ada, sue } = await desk({ notices: [someNotice({ id: 'edu' })] });
    const list = await sue('get', '/api/notices');
    expect([list.status, keys(list.body), keys(itemsOf(list)[0])]).toEqual([
      200,
      ['items', 'nextCursor'],
      keysOfNotice,
    ]);
    const one = await ada('get', '/api/notices/edu');
    expect(one.body).toEqual(itemsOf(list)[0]);
    expect(one.body).toMatchObject({
      ...{ rule: { kind: 'yearly', month: 4, day: 15 }, editedBy: { id: 'ed', name: 'ed' } },
      editedAt: '2026-11-23T01:00:00.000Z',
    });
    expect(await ada('get', '/api/notices/none')).toMatchObject(refusal(404, 'notice.unknown'));
  });

  test('are made, saved and put to rest, and written down', async () => {
    const { ada, acts, people } = await desk();
    const made = await ada('post', '/api/notices', asSent());
    expect([made.status, keys(made.body)]).toEqual([201, keysOfNotice]);
    const { id } = made.body as { id: string };
    const saved = await ada('put', `/api/notices/${id}`, { ...asSent(), revision: 1, at: '07:30' });
    expect(saved).toMatchObject({ status: 200, body: { at: '07:30', revision: 2, source: 'desk' } });
    const rests = await ada('post', `/api/notices/${id}/active`, { active: false });
    expect([rests.status, keys(rests.body), rests.body]).toMatchObject([
      200,
      keysOfNotice,
      { active: false },
    ]);
    expect(acts()).toEqual([
      [people.ada.id, 'notice.create', `notice:${id}`],
      [people.ada.id, 'notice.edit', `notice:${id}`],
      [people.ada.id, 'notice.rest', `notice:${id}`],
    ]);
  });

  test('saved over somebody else’s are refused with whose it is', async () => {
    const { ada, ben, people } = await desk({ notices: [someNotice({ id: 'edu' })] });
    await ada('put', '/api/notices/edu', { ...asSent(), revision: 1 });
    expect(await ben('put', '/api/notices/edu', { ...asSent(), revision: 1 })).toMatchObject(
      refusal(409, 'notice.stale', {
        ...{ revision: 2, editedBy: { id: people.ada.id, name: 'Ada' } },
        editedAt: expect.any(String) as unknown,
      }),
    );
    expect(await ada('put', '/api/notices/none', { ...asSent(), revision: 1 })).toMatchObject(
      refusal(404, 'notice.unknown'),
    );
    expect(await ada('post', '/api/notices/none/active', { active: true })).toMatchObject(
      refusal(404, 'notice.unknown'),
    );
  });

  test('that are not ready are refused with what is wrong', async () => {
    const { ada } = await desk();
    const ways = { mass: null, account: false, mini: false };
    expect(await ada('post', '/api/notices', { ...asSent(), ways })).toMatchObject(
      refusal(422, 'notice.not_ready', {
        problems: [{ level: 'stop', lang: null, field: 'ways', code: 'no_way' }],
      }),
    );
  });

  test.each<readonly [string, object]>([
    ['more', { more: 1 }],
    ['name.fr', { name: { zh: 'x', en: 'x', fr: 'x' } }],
    ['name', { name: 'x' }],
    ['rule.kind', { rule: { kind: 'daily' } }],
    ['rule.more', { rule: { kind: 'once', on: '2027-06-01', more: 1 } }],
    ['rule.month', { rule: { kind: 'once', on: '2027-06-01', month: 6 } }],
    ['rule.day', { rule: { kind: 'yearly', month: 4 } }],
    ['rule.day', { rule: { kind: 'yearly', month: 4, day: 'last' } }],
    ['rule.day', { rule: { kind: 'yearly', month: 2, day: 30 } }],
    ['rule.nth', { rule: { kind: 'weekday', month: 2, weekday: 1, nth: 6 } }],
    ['rule.month', { rule: { kind: 'yearly', month: null, day: 1 } }],
    ['rule.leap', { rule: { kind: 'yearly', month: 2, day: 29, leap: null } }],
    ['rule.moved', { rule: { kind: 'yearly', month: 2, day: 1, moved: 'up' } }],
    ['rule.on', { rule: { kind: 'once', on: '2027-02-30' } }],
    ['since', { since: 'always' }],
    ['at', { at: '9:00' }],
    ['texts.zh.html', { texts: { zh: { title: '', body: '', html: '' }, en: { title: '', body: '' } } }],
    ['texts.en', { texts: { zh: { title: '', body: '' }, en: null } }],
    ['article', { article: 'my-article' }],
    ['ways.mass.tag', { ways: { mass: { tag: 'all' }, account: false, mini: false } }],
    ['ways.mini', { ways: { mass: null, account: true } }],
    ['leads', { leads: [] }],
    ['leads', { leads: ['0'] }],
    ['windowHours', { windowHours: 0 }],
  ])('are refused for %s: %j', async (field, change) => {
    const { ada } = await desk();
    const { status, body } = await ada('post', '/api/notices', { ...asSent(), ...change });
    const { code, details } = body as { code: string; details: { fields: object } };
    expect([status, code]).toEqual([422, 'request.invalid']);
    expect(Object.keys(details.fields)).toContain(field);
  });

  test.each([
    [{ kind: 'weekday', month: 5, weekday: 1, nth: -1, since: 2020 }],
    [{ kind: 'lunar', month: 12, day: 'last', moved: 'before' }],
    [{ kind: 'yearly', month: 2, day: 29, leap: 'skip' }],
    [{ kind: 'once', on: '2027-06-01' }],
  ])('have rules of every kind: %j', async (rule) => {
    const { ada } = await desk();
    expect(await ada('post', '/api/notices', { ...asSent(), rule })).toMatchObject({
      ...{ status: 201, body: { rule } },
    });
  });
});

describe('the next days of a rule', () => {
  test('are shown before it is saved', async () => {
    const { sue, acts } = await desk();
    const { status, body } = await sue('post', '/api/notices/preview', {
      rule: { kind: 'yearly', month: 2, day: 29, leap: 'skip' },
    });
    const day = (on: string) => ({ on, nominal: on, confirmed: true });
    expect([status, body]).toEqual([
      200,
      { days: [day('2028-02-29'), day('2032-02-29'), day('2036-02-29')] },
    ]);
    const yearly = await sue('post', '/api/notices/preview', { rule: { kind: 'yearly', month: 4, day: 15 } });
    expect((yearly.body as { days: object[] }).days).toHaveLength(5);
    const past = await sue('post', '/api/notices/preview', { rule: { kind: 'once', on: '2020-01-01' } });
    expect(past.body).toEqual({ days: [] });
    expect(acts()).toEqual([]);
  });

  test.each([{}, { rule: { kind: 'once' } }, { rule: { kind: 'once', on: '2027-06-01' }, more: 1 }])(
    'of %j are refused',
    async (body) => {
      const { sue } = await desk();
      expect(await sue('post', '/api/notices/preview', body)).toMatchObject({
        ...{ status: 422, body: { code: 'request.invalid' } },
      });
    },
  );
});

describe('beside the calendar', () => {
  test('stands whom the ways reach now, and the month’s budget', async () => {
    const { sue } = await desk();
    expect((await sue('get', '/api/notices/reach')).body).toEqual({ account: 5, mini: null, followers: 100 });
    expect((await sue('get', '/api/notices/budget?month=2027-04')).body).toEqual({
      ...{ period: '2027-04', most: 4, sent: 0, left: 4, planned: [] },
    });
    expect((await sue('get', '/api/notices/budget')).body).toMatchObject({ period: '2027-01' });
    expect((await sue('get', '/api/notices/budget?month=2027-13')).status).toBe(422);
  });

  test('what was sent by hand is entered and listed, and counts', async () => {
    const { ada, sue, acts, people } = await desk();
    const entered = await ada('post', '/api/hand-sends', { on: '2027-01-03', note: 'New Year' });
    expect([entered.status, keys(entered.body), entered.body]).toMatchObject([
      201,
      ['at', 'by', 'id', 'note', 'on'],
      { on: '2027-01-03', note: 'New Year', by: { id: people.ada.id, name: 'Ada' } },
    ]);
    expect((await sue('get', '/api/hand-sends')).body).toEqual({ items: [entered.body], nextCursor: null });
    expect((await sue('get', '/api/hand-sends?month=2026-12')).body).toEqual({ items: [], nextCursor: null });
    expect((await sue('get', '/api/notices/budget')).body).toMatchObject({ sent: 1, left: 3 });
    expect(acts().map(([, act]) => act)).toEqual(['notice.hand_send']);
    for (const body of [
      { on: '2027-01-05', note: '' },
      { on: '2027-02-30', note: '' },
      { on: '2027-01-03' },
      { on: '2027-01-03', note: '', by: 'x' },
    ])
      expect(await ada('post', '/api/hand-sends', body)).toMatchObject({
        ...{ status: 422, body: { code: 'request.invalid' } },
      });
    expect(await sue('post', '/api/hand-sends', { on: '2027-01-03', note: '' })).toMatchObject(
      refusal(403, 'access.denied'),
    );
  });
});

describe('the link for calendar programs', () => {
  test('is made, works without a session, and ends', async () => {
    const { ada, server, acts } = await desk({
      notices: [someNotice({ id: 'edu' })],
      occurrences: [someOccurrence({ notice: 'edu' })],
    });
    expect((await ada('get', '/api/notices/feed')).body).toEqual({ madeOn: null });
    const made = await ada('post', '/api/notices/feed');
    expect(made).toMatchObject({
      ...{ status: 201, body: { madeOn: '2027-01-04', url: `${url}/api/notices.ics?key=key1` } },
    });
    expect((await ada('get', '/api/notices/feed')).body).toEqual({ madeOn: '2027-01-04' });
    const file = await server.ask('get', '/api/notices.ics?key=key1&lang=en');
    expect([file.status, file.headers['content-type'], file.headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ]);
    expect(file.text).toContain('12th education day (not confirmed)');
    await ada('post', '/api/notices/feed');
    expect(await server.ask('get', '/api/notices.ics?key=key1')).toMatchObject(
      refusal(404, 'request.not_found'),
    );
    expect((await server.ask('get', '/api/notices.ics?key=key2')).status).toBe(200);
    expect(await ada('delete', '/api/notices/feed')).toMatchObject({ status: 204, text: '' });
    expect((await server.ask('get', '/api/notices.ics?key=key2')).status).toBe(404);
    expect(acts().map(([, act]) => act)).toEqual(['notice.feed', 'notice.feed', 'notice.feed_end']);
  });

  test.each(['', '?key=', '?key=x&lang=fr', '?key=x&more=1'])('%j is refused', async (query) => {
    const { server } = await desk();
    expect((await server.ask('get', `/api/notices.ics${query}`)).status).toBe(422);
  });
});
