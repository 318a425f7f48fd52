import { describe, expect, test } from '@jest/globals';
import { yearFrom } from '../../../domain/notices/plan-notice.js';
import {
  massToAll,
  someNotice,
  someNoticeContent,
  someOccurrence,
  someWords,
} from '../../support/notices.js';
import { ada, setUp } from './set-up.js';

const nothing = { found: 0, done: 0, failed: 0 };
const iso = (ms: number): string => new Date(ms).toISOString();

describe('the next twelve months', () => {
  test('stand there as drafts, each day and lead once', async () => {
    const notice = someNotice({ id: 'edu', leads: [0, 7] });
    const { plan, all } = setUp({ notices: [notice] });
    expect(await plan()).toEqual({ found: 2, done: 2, failed: 0 });
    expect(all().map(({ id, state, at, texts }) => [id, state, iso(at), texts.zh.title])).toEqual([
      ['edu.2027-04-15.0', 'draft', '2027-04-15T01:00:00.000Z', '第十二个教育日'],
      ['edu.2027-04-15.7', 'draft', '2027-04-08T01:00:00.000Z', '第十二个教育日'],
    ]);
    expect(await plan()).toEqual(nothing);
  });

  test('come into sight day by day, and are never sent by themselves', async () => {
    const { plan, all, clock } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    clock.set('2027-04-15T12:00:00+08:00');
    expect(await plan()).toEqual(nothing);
    clock.set('2027-04-16T00:10:00+08:00');
    await plan();
    expect(all().map(({ id, state }) => [id, state])).toEqual([
      ['edu.2027-04-15.0', 'draft'],
      ['edu.2028-04-15.0', 'draft'],
    ]);
    expect(all()[1]?.texts.en.title).toBe('13th education day');
  });

  test.each([
    ['2026-11-23', '2027-11-23'],
    ['2028-02-29', '2029-03-01'],
    ['2027-02-28', '2028-02-28'],
  ])('from %s end before %s', (today, end) => {
    expect(yearFrom(today)).toBe(end);
  });

  test('end as missed where nobody confirmed one until its window passed', async () => {
    const { plan, one, clock } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    clock.set('2027-04-16T09:00:00+08:00');
    await plan();
    const missed = await one('edu.2027-04-15.0');
    expect([missed.state, missed.events.at(-1)]).toMatchObject([
      'missed',
      { by: null, what: 'miss', detail: 'not_confirmed' },
    ]);
    expect(await plan()).toEqual(nothing);
  });

  test('begin with today, if its window is still open', async () => {
    const { plan, all, clock } = setUp({ notices: [someNotice({ id: 'edu', windowHours: 2 })] });
    clock.set('2027-04-15T10:59:00+08:00');
    await plan();
    expect(all()).toHaveLength(1);
    const late = setUp({ notices: [someNotice({ id: 'edu', windowHours: 2 })] });
    late.clock.set('2027-04-15T11:00:00+08:00');
    await late.plan();
    expect(late.all()).toHaveLength(0);
  });

  test('go by the zone of the line, also where its clocks change', async () => {
    const rule = { rule: { kind: 'yearly', month: 3, day: 28 } } as const;
    const notice = someNotice({ id: 'dst', rule, at: '02:30' });
    const { plan, all } = setUp({ notices: [notice], zone: 'Europe/Berlin' });
    await plan();
    // half past two is no time on that day: the clocks go from two to three
    expect(all().map(({ at }) => iso(at))).toEqual(['2027-03-28T01:00:00.000Z']);
  });

  test('take no unit of the budget for a lead', async () => {
    const { plan, one } = setUp({
      notices: [someNotice({ id: 'edu', leads: [0, 1], ways: { ...massToAll, mini: true } })],
    });
    await plan();
    expect((await one('edu.2027-04-15.0')).ways.mass).toEqual({ tag: null });
    expect((await one('edu.2027-04-15.1')).ways).toEqual({ mass: null, account: false, mini: true });
  });

  test('two processes that plan at once make each once', async () => {
    const { plan, all } = setUp({ notices: [someNotice({ leads: [0, 1, 2] }), someNotice()] });
    const [one, other] = await Promise.all([plan(), plan()]);
    expect(all()).toHaveLength(4);
    expect(one.done + other.done).toBe(4);
  });

  test('one notice that fails does not keep the others', async () => {
    const desk = setUp({ notices: [someNotice({ id: 'a' }), someNotice({ id: 'b' })] });
    const { occurrences } = desk;
    const of = occurrences.of.bind(occurrences);
    occurrences.of = (id) => (id === 'a' ? Promise.reject(new Error('broken')) : of(id));
    expect(await desk.plan()).toEqual({ found: 1, done: 1, failed: 1 });
  });
});

describe('one that was called off', () => {
  test('is not made again, until somebody takes it up', async () => {
    const { plan, take, one, all } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    const id = 'edu.2027-04-15.0';
    await take(ada, { id, revision: 1, step: 'cancel' });
    expect(await plan()).toEqual(nothing);
    expect(all().map(({ state }) => state)).toEqual(['cancelled']);
    await take(ada, { id, revision: 2, step: 'reopen' });
    expect((await one(id)).state).toBe('draft');
  });
});

describe('words', () => {
  test('follow the notice while nobody touched the draft', async () => {
    const { plan, saveNotice, all } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    const texts = someWords({ en: { title: 'Day {year}', body: 'On {date}.' } });
    const content = { ...someNoticeContent({ texts, at: '08:00', ways: massToAll }) };
    await saveNotice({ who: 'ben', id: 'edu', revision: 1 }, content);
    const [draft] = all();
    expect([draft?.texts.en.title, draft?.editedBy, draft?.ways]).toEqual(['Day 2027', 'ben', massToAll]);
    expect(iso(draft?.at ?? 0)).toBe('2027-04-15T00:00:00.000Z');
    expect(draft?.revision).toBe(2);
  });

  test('stay as an editor wrote them', async () => {
    const { plan, save, saveNotice, one } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    const id = 'edu.2027-04-15.0';
    const texts = someWords({ en: { title: 'My {nth} day', body: 'Mine.' } });
    await save({ who: 'ada', id, revision: 1, texts });
    const content = someNoticeContent({ texts: someWords({ en: { title: 'Other', body: 'Other.' } }) });
    await saveNotice({ who: 'ben', id: 'edu', revision: 1 }, content);
    await plan();
    expect((await one(id)).texts.en.title).toBe('My 12th day');
  });

  test('of last year begin next year’s, with next year’s ordinal', async () => {
    const { plan, save, one, clock } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    // as they read on that day: the twelfth
    const texts = {
      zh: { title: '第十二个教育日', body: '2027年4月15日，我们一起看三件小事。' },
      en: { title: '12th education day', body: 'The twelfth: three small things.' },
    };
    clock.advance(1);
    await save({ who: 'ada', id: 'edu.2027-04-15.0', revision: 1, texts });
    expect((await one('edu.2027-04-15.0')).texts).toEqual(texts);
    clock.set('2027-04-16T00:10:00+08:00');
    await plan();
    const next = await one('edu.2028-04-15.0');
    expect(next.texts).toEqual({
      zh: { title: '第十三个教育日', body: '2028年4月15日，我们一起看三件小事。' },
      en: { title: '13th education day', body: 'The thirteenth: three small things.' },
    });
    expect([next.createdFrom, next.editedBy, next.touched]).toEqual(['copy', 'ada', false]);
  });

  test('of the notice win where they are newer than last year’s', async () => {
    const { plan, save, saveNotice, one, clock } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    clock.advance(1);
    await save({ who: 'ada', id: 'edu.2027-04-15.0', revision: 1, texts: someWords() });
    clock.advance(1);
    const texts = someWords({ en: { title: 'Newer', body: 'Newer.' } });
    await saveNotice({ who: 'ben', id: 'edu', revision: 1 }, someNoticeContent({ texts }));
    clock.set('2027-04-16T00:10:00+08:00');
    await plan();
    const next = await one('edu.2028-04-15.0');
    expect([next.createdFrom, next.texts.en.title, next.editedBy]).toEqual(['rule', 'Newer', 'ben']);
  });

  test('of one that was called off are not carried on', async () => {
    const called = someOccurrence({
      ...{ notice: 'edu', state: 'cancelled', touched: true, editedBy: 'ada', editedAt: 1e15 },
    });
    const { plan, one, clock } = setUp({ notices: [someNotice({ id: 'edu' })], occurrences: [called] });
    clock.set('2027-04-16T00:10:00+08:00');
    await plan();
    expect((await one('edu.2028-04-15.0')).createdFrom).toBe('rule');
  });
});
