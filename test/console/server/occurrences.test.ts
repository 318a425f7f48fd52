/** The routes of what is planned: each answer's exact keys, each refusal. */
import { describe, expect, test } from '@jest/globals';
import { noticeChecks } from '../../../domain/notices/occurrence.js';
import type { SendOrder } from '../../../domain/sending/send.js';
import { someArticle } from '../../support/articles.js';
import { startedSend } from '../../support/fakes/toy-sends.js';
import { fullOccurrence, massToAll, someNotice, someOccurrence } from '../../support/notices.js';
import { refusal } from './console.js';
import { desk, itemsOf, keys, keysOfLine, keysOfWhole } from './notice-desk.js';

describe('what is planned', () => {
  test('is listed by its time, with names of that day and whom it reaches', async () => {
    const { ada } = await desk({
      notices: [someNotice({ id: 'edu' })],
      occurrences: [
        someOccurrence({ notice: 'edu', nominal: '2028-04-15' }),
        someOccurrence({ notice: 'edu', ways: massToAll }),
        someOccurrence({ notice: 'gone', state: 'done' }),
      ],
    });
    const list = await ada('get', '/api/occurrences?from=2027-04-15&to=2027-04-15');
    expect([list.status, keys(list.body), itemsOf(list).map(keys)]).toEqual([
      200,
      ['items', 'nextCursor'],
      [keysOfLine, keysOfLine],
    ]);
    expect(itemsOf(list)).toMatchObject([
      {
        ...{ id: 'edu.2027-04-15.0', name: { zh: '第十二个教育日', en: '12th education day' } },
        ...{ at: '2027-04-15T01:00:00.000Z', reach: { mass: 100, account: null, mini: null } },
      },
      { name: { zh: 'gone', en: 'gone' }, reach: { mass: null, account: 5, mini: null } },
    ]);
    const done = await ada('get', '/api/occurrences?from=2027-04-15&to=2028-04-15&state=done');
    expect(itemsOf(done)).toHaveLength(1);
  });

  test.each([
    ...['from=2027-04-15', 'from=2027-04-15&to=2027-02-30', 'from=2027-04-15&to=2027-04-01'],
    ...['from=2020-01-01&to=2027-01-01', 'from=2027-04-15&to=2027-04-15&state=ready'],
    'from=2027-04-15&to=2027-04-15&more=1',
  ])('?%s is refused', async (query) => {
    const { ada } = await desk();
    expect(await ada('get', `/api/occurrences?${query}`)).toMatchObject({
      ...{ status: 422, body: { code: 'request.invalid' } },
    });
  });

  test('one is whole, with times, names and what may be done', async () => {
    const one = fullOccurrence({ notice: 'edu', submittedBy: 'ed' });
    const { sue, toy } = await desk({ notices: [someNotice({ id: 'edu' })], occurrences: [one] });
    const { texts, on, windowEndsAt: until } = one;
    const order: SendOrder = {
      ...{ id: `${one.id}.mini`, occurrence: one.id, way: 'mini', tag: null, article: null, page: '' },
      ...{ texts, on, until },
    };
    const progress = {
      total: 20,
      sent: 10,
      skipped: { '43101': 2 },
      doubt: 0,
      cursor: 'x',
      finishedAt: null,
    };
    toy.stored.set(
      order.id,
      startedSend(order, {
        state: 'sending',
        progress: { ...progress, startedAt: Date.parse('2027-01-04T08:00:00Z') },
      }),
    );
    const { status, body } = await sue('get', `/api/occurrences/${one.id}`);
    const whole = body as Record<string, unknown>;
    expect([status, keys(whole)]).toEqual([200, keysOfWhole]);
    expect(whole).toMatchObject({
      ...{
        state: 'partly_done',
        approvedBy: { id: 'vera' },
        startedAt: '2026-11-23T01:00:00.005Z',
        steps: [],
      },
      ...{ notes: [{ by: { id: 'vera' }, at: '2026-11-23T01:00:00.001Z', text: 'Shorter, please.' }] },
      ...{
        events: [
          { by: null, what: 'create' },
          { by: { id: 'ed' }, what: 'submit' },
        ],
      },
      ...{ outcome: one.outcome, templates: one.templates, texts: one.texts },
      budget: { period: '2027-04', most: 4, sent: 0, left: 4, planned: [], displaces: null },
    });
    const [send] = whole['sends'] as Record<string, unknown>[];
    expect(keys(send)).toEqual([
      ...['acts', 'doubt', 'expectedEnd', 'finishedAt', 'left', 'limits', 'reason', 'resumeAt', 'sent'],
      ...['skipped', 'stalled', 'startedAt', 'state', 'stateAt', 'total', 'until', 'way'],
    ]);
    expect(send).toMatchObject({
      ...{ way: 'mini', state: 'sending', stalled: true, left: 8, acts: ['pause', 'cancel'] },
      expectedEnd: '2027-01-04T09:40:00.000Z',
    });
    expect(await sue('get', '/api/occurrences/none')).toMatchObject(refusal(404, 'notice.unknown'));
  });

  test('a day of its own is added, once', async () => {
    const { ada } = await desk({ notices: [someNotice({ id: 'edu' })] });
    const added = await ada('post', '/api/occurrences', { notice: 'edu', on: '2027-06-01' });
    expect([added.status, keys(added.body), added.body]).toMatchObject([
      201,
      keysOfWhole,
      { id: 'edu.2027-06-01.0', createdFrom: 'hand', steps: ['edit', 'submit', 'reschedule', 'cancel'] },
    ]);
    const add = (body: object) => ada('post', '/api/occurrences', body);
    expect(await add({ notice: 'edu', on: '2027-06-01' })).toMatchObject(
      refusal(409, 'notice.step_refused', { state: 'draft' }),
    );
    expect(await add({ notice: 'none', on: '2027-06-01' })).toMatchObject(refusal(404, 'notice.unknown'));
    for (const body of [
      { notice: 'edu', on: '2027-02-30' },
      { notice: 'edu', on: '2020-01-01' },
      { notice: 'edu', on: '2027-06-01', lead: 1 },
      { notice: 7, on: '2027-06-01' },
    ])
      expect(await add(body)).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});

describe('an editor', () => {
  test('saves what changes, and nothing else', async () => {
    const { ada, acts, people } = await desk({
      notices: [someNotice({ id: 'edu' })],
      occurrences: [someOccurrence({ notice: 'edu' })],
    });
    const path = '/api/occurrences/edu.2027-04-15.0';
    const saved = await ada('put', path, { revision: 1, at: '2027-04-15T20:00:00+08:00', ways: massToAll });
    expect([saved.status, keys(saved.body), saved.body]).toMatchObject([
      200,
      keysOfWhole,
      { at: '2027-04-15T12:00:00.000Z', moved: true, ways: massToAll, editedBy: { name: 'Ada' } },
    ]);
    const texts = { zh: { title: '教育日', body: '第十二个。' }, en: { title: 'Day', body: 'The 12th.' } };
    expect((await ada('put', path, { revision: 2, texts, article: null })).body).toMatchObject({
      ...{ texts, templates: { zh: { body: '第{ordinalWord}个。' }, en: { body: 'The {nth}.' } } },
    });
    expect(acts()).toEqual([[people.ada.id, 'occurrence.edit', 'occurrence:edu.2027-04-15.0']]);
    expect(await ada('put', path, { revision: 1 })).toMatchObject({
      ...{ status: 409, body: { code: 'notice.stale', details: { editedBy: { name: 'Ada' } } } },
    });
    expect(await ada('put', '/api/occurrences/none', { revision: 1 })).toMatchObject(
      refusal(404, 'notice.unknown'),
    );
  });

  test.each<readonly [string, object]>([
    ['revision', {}],
    ['state', { revision: 1, state: 'scheduled' }],
    ['texts', { revision: 1, texts: null }],
    ['ways', { revision: 1, ways: null }],
    ['at', { revision: 1, at: '2027-04-15T20:00:00' }],
    ['article', { revision: 1, article: 7 }],
  ])('is told that %s is wrong: %j', async (field, body) => {
    const { ada } = await desk({ occurrences: [someOccurrence({ notice: 'edu' })] });
    const answer = await ada('put', '/api/occurrences/edu.2027-04-15.0', body);
    const { code, details } = answer.body as { code: string; details: { fields: object } };
    expect([answer.status, code, Object.keys(details.fields)]).toEqual([422, 'request.invalid', [field]]);
  });

  test('sends it for review; another one approves it, who stops it in its ten minutes', async () => {
    const { ada, ben, sue, acts, people, occurrences } = await desk({
      notices: [someNotice({ id: 'edu' })],
      occurrences: [someOccurrence({ notice: 'edu' })],
    });
    const path = '/api/occurrences/edu.2027-04-15.0/steps';
    const sent = await ada('post', path, { revision: 1, step: 'submit', note: 'Please.' });
    expect(sent.body).toMatchObject({ state: 'in_review', submittedBy: { name: 'Ada' } });
    const approval = { revision: 2, step: 'approve', checks: noticeChecks };
    expect(await ada('post', path, approval)).toMatchObject(refusal(403, 'notice.own_review'));
    expect(await sue('post', path, approval)).toMatchObject(
      refusal(403, 'notice.own_review', { editors: true }),
    );
    expect(await ben('post', path, { ...approval, checks: [] })).toMatchObject(
      refusal(422, 'notice.not_ready', { checks: [...noticeChecks] }),
    );
    expect(await sue('post', path, { revision: 2, step: 'reschedule' })).toMatchObject(
      refusal(409, 'notice.step_refused', { state: 'in_review' }),
    );
    const approved = await ben('post', path, approval);
    expect([keys(approved.body), approved.body]).toMatchObject([
      keysOfWhole,
      { state: 'scheduled', approvedBy: { name: 'Ben' }, steps: ['reschedule', 'unschedule', 'cancel'] },
    ]);
    expect(
      await sue('post', path, { revision: 3, step: 'reschedule', at: '2027-04-15T12:00:00Z' }),
    ).toMatchObject(refusal(403, 'access.denied'));
    const [held] = occurrences.stored.values();
    if (held !== undefined) occurrences.stored.set(held.id, { ...held, state: 'about_to_go' });
    expect(await sue('post', path, { revision: 3, step: 'stop' })).toMatchObject({
      ...{ status: 200, body: { state: 'draft', approvedBy: null } },
    });
    expect(acts().map(([who, act]) => [who, act])).toEqual([
      [people.ada.id, 'occurrence.submit'],
      [people.ben.id, 'occurrence.approve'],
      [people.sue.id, 'occurrence.stop'],
    ]);
  });

  test.each<readonly [string, object]>([
    ['step', { revision: 1, step: 'go' }],
    ['step', { revision: 1, step: 'edit' }],
    ['checks', { revision: 1, step: 'approve', checks: 'all' }],
    ['note', { revision: 1, step: 'submit', note: '' }],
    ['note', { revision: 1, step: 'submit', note: null }],
    ['at', { revision: 1, step: 'reschedule', at: 'soon' }],
    ['plan', { revision: 1, step: 'approve', plan: {} }],
  ])('takes no step with a wrong %s: %j', async (field, body) => {
    const { ada } = await desk({ occurrences: [someOccurrence({ notice: 'edu' })] });
    const answer = await ada('post', '/api/occurrences/edu.2027-04-15.0/steps', body);
    const { code, details } = answer.body as { code: string; details: { fields: object } };
    expect([answer.status, code, Object.keys(details.fields)]).toEqual([422, 'request.invalid', [field]]);
  });

  test('reads what one mass send too many would displace', async () => {
    const plan = (day: string) => ({
      at: Date.parse(`2027-04-${day}T00:00:00Z`),
      platform: { way: 'send', tag: null } as const,
    });
    const articles = ['01', '02', '03', '20'].map((day) =>
      someArticle({ state: 'scheduled', plan: plan(day) }),
    );
    const { ben, ada } = await desk({
      ...{ articles, notices: [someNotice({ id: 'edu' })] },
      occurrences: [someOccurrence({ notice: 'edu', state: 'in_review', submittedBy: 'x', ways: massToAll })],
    });
    const displaces = [{ kind: 'article', id: articles[3]?.id, at: '2027-04-20T00:00:00.000Z' }];
    const path = '/api/occurrences/edu.2027-04-15.0';
    expect((await ada('get', path)).body).toMatchObject({ budget: { left: 0, displaces } });
    expect(
      await ben('post', `${path}/steps`, { revision: 1, step: 'approve', checks: noticeChecks }),
    ).toMatchObject(refusal(409, 'notice.over_budget', { period: '2027-04', most: 4, sent: 0, displaces }));
  });

  test('sees the article on their own phone, or why not', async () => {
    const linked = someOccurrence({ notice: 'edu', article: 'a'.repeat(32) });
    const { ada } = await desk({ occurrences: [linked, someOccurrence({ notice: 'law' })] });
    const test = (id: string) => ada('post', `/api/occurrences/${id}/tests`);
    expect(await test(linked.id)).toMatchObject(refusal(409, 'phone.not_linked'));
    expect(await test('law.2027-04-15.0')).toMatchObject(
      refusal(503, 'phone.refused', { reason: 'no_article' }),
    );
    expect(await test('none')).toMatchObject(refusal(404, 'notice.unknown'));
  });
});
