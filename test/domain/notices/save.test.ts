import { describe, expect, test } from '@jest/globals';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import { seedNotices, type ProfileNotice } from '../../../domain/notices/seed-notices.js';
import { createEnterHandSend } from '../../../domain/notices/hand-sends.js';
import {
  massToAll,
  someNotice,
  someNoticeContent,
  someOccurrence,
  someWords,
} from '../../support/notices.js';
import { ada, setUp } from './set-up.js';

describe('saving a draft', () => {
  test('changes what is given and leaves the rest', async () => {
    const draft = someOccurrence({ notice: 'edu' });
    const { save, clock, acts } = setUp({ notices: [someNotice({ id: 'edu' })], occurrences: [draft] });
    const first = await save({ who: 'ada', id: draft.id, revision: 1, ways: massToAll });
    expect(first).toMatchObject({
      ...{ revision: 2, basis: 2, touched: true, editedBy: 'ada', editedAt: clock.now(), moved: false },
      ...{ ways: massToAll, texts: draft.texts, templates: draft.templates, article: null, at: draft.at },
    });
    const second = await save({ who: 'ada', id: draft.id, revision: 2, article: 'a'.repeat(32) });
    expect([second.article, second.ways]).toEqual(['a'.repeat(32), massToAll]);
    expect(acts).toEqual([{ who: 'ada', act: 'occurrence.edit', object: `occurrence:${draft.id}` }]);
    expect(second.events.map(({ what }) => what)).toEqual(['create', 'edit']);
  });

  test('of another person, or after a while, is written down anew', async () => {
    const draft = someOccurrence();
    const { save, clock, acts } = setUp({ occurrences: [draft] });
    await save({ who: 'ada', id: draft.id, revision: 1, article: null });
    await save({ who: 'ben', id: draft.id, revision: 2, article: null });
    clock.advance(10 * 60_000);
    await save({ who: 'ben', id: draft.id, revision: 3, article: null });
    expect(acts.map(({ who }) => who)).toEqual(['ada', 'ben', 'ben']);
  });

  test('keeps the words as a template beside the words of the day', async () => {
    const draft = someOccurrence({ notice: 'edu' });
    const { save } = setUp({ notices: [someNotice({ id: 'edu' })], occurrences: [draft] });
    const texts = someWords({ en: { title: '12th time', body: 'Thursday, the {ordinalWord}.' } });
    const saved = await save({ who: 'ada', id: draft.id, revision: 1, texts });
    expect([saved.templates.en, saved.texts.en]).toEqual([
      { title: '{nth} time', body: '{weekday}, the {ordinalWord}.' },
      { title: '12th time', body: 'Thursday, the twelfth.' },
    ]);
  });

  test('moves its time with its window, never nearer than the ten minutes in which it can be stopped', async () => {
    const draft = someOccurrence();
    const { save, clock } = setUp({ occurrences: [draft] });
    const at = draft.at + 3_600_000;
    const later = await save({ who: 'ada', id: draft.id, revision: 1, at });
    expect(later).toMatchObject({ at, windowEndsAt: draft.windowEndsAt + 3_600_000, moved: true });
    const past = await save({ who: 'ada', id: draft.id, revision: 2, at: 5 });
    expect(past.at).toBe(clock.now() + holdMs);
  });

  test('over a newer one is told whose it is, and two at once are one', async () => {
    const draft = someOccurrence();
    const { save, occurrences } = setUp({ occurrences: [draft] });
    const saving = { id: draft.id, revision: 1, article: null };
    const both = await Promise.allSettled([save({ ...saving, who: 'ada' }), save({ ...saving, who: 'ben' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save({ ...saving, who: 'eve' })).rejects.toMatchObject({
      code: 'notice.stale',
      details: { revision: 2, editedBy: occurrences.stored.get(draft.id)?.editedBy },
    });
  });

  test.each(['in_review', 'scheduled', 'about_to_go', 'going', 'done', 'cancelled'] as const)(
    'is refused while it is %s',
    async (state) => {
      const one = someOccurrence({ state });
      const { save } = setUp({ occurrences: [one] });
      await expect(save({ who: 'ada', id: one.id, revision: 1, article: null })).rejects.toMatchObject({
        code: 'notice.step_refused',
        details: { state },
      });
    },
  );

  test('of none is unknown', async () => {
    const { save } = setUp();
    await expect(save({ who: 'ada', id: 'x', revision: 1 })).rejects.toMatchObject({
      code: 'notice.unknown',
    });
  });
});

describe('a day that the rule does not name', () => {
  test('gets a draft of its own, with the words of that day', async () => {
    const { add, plan, acts } = setUp({ notices: [someNotice({ id: 'edu' })] });
    const added = await add('ada', 'edu', '2027-06-01');
    expect(added).toMatchObject({
      ...{ id: 'edu.2027-06-01.0', state: 'draft', createdFrom: 'hand', followsRule: false, touched: true },
      texts: { en: { body: 'Tuesday, 1 June 2027, is the twelfth education day.' } },
    });
    expect(acts).toMatchObject([{ act: 'occurrence.create', object: 'occurrence:edu.2027-06-01.0' }]);
    // the rule's own is made, and this one left alone
    expect(await plan()).toEqual({ found: 1, done: 1, failed: 0 });
  });

  test('is refused where one stands there, in the past, and of no notice', async () => {
    const { add, plan } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    await expect(add('ada', 'edu', '2027-04-15')).rejects.toMatchObject({
      code: 'notice.step_refused',
      details: { state: 'draft' },
    });
    await expect(add('ada', 'edu', '2026-11-22')).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(add('ada', 'none', '2027-04-15')).rejects.toMatchObject({ code: 'notice.unknown' });
  });
});

describe('a notice of the desk', () => {
  test('is made with its drafts', async () => {
    const { newNotice, all, acts } = setUp();
    const made = await newNotice('ada', someNoticeContent());
    expect(made).toMatchObject({ revision: 1, active: true, source: 'desk', editedBy: 'ada' });
    expect(made.id).toMatch(/^[0-9a-f]{32}$/);
    expect(all().map(({ notice, editedBy }) => [notice, editedBy])).toEqual([[made.id, 'ada']]);
    expect(acts).toEqual([{ who: 'ada', act: 'notice.create', object: `notice:${made.id}` }]);
  });

  test.each([
    ['name', { name: { zh: '', en: 'x' } }],
    ['name', { name: { zh: '{what}', en: 'x' } }],
    ['rule', { rule: { rule: { kind: 'once', on: '2020-01-01' } } }],
    ['rule', { rule: { rule: { kind: 'yearly', month: 13, day: 1 } } }],
    ['at', { at: '24:00' }],
    ['leads', { leads: [] }],
    ['leads', { leads: [1, 1] }],
    ['leads', { leads: [61] }],
    ['window', { windowHours: 0 }],
    ['ways', { ways: { mass: null, account: false, mini: false } }],
    ['ways', { ways: { mass: { tag: null }, account: true, mini: false } }],
    ['title', { texts: someWords({ en: { title: 'x'.repeat(21), body: 'x' } }) }],
    ['title', { texts: someWords({ en: { title: ' ', body: 'x' } }) }],
    ['body', { texts: someWords({ zh: { title: '日', body: '字'.repeat(201) } }) }],
    ['body', { since: null }],
  ] as const)('is refused for its %s: %j', async (field, change) => {
    const { newNotice, notices } = setUp();
    await expect(newNotice('ada', someNoticeContent(change))).rejects.toMatchObject({
      code: 'notice.not_ready',
      details: { problems: expect.arrayContaining([expect.objectContaining({ field, level: 'stop' })]) },
    });
    expect(notices.stored.size).toBe(0);
  });

  test('saved over a newer one is told whose it is', async () => {
    const { saveNotice } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await saveNotice({ who: 'ada', id: 'edu', revision: 1 }, someNoticeContent());
    await expect(
      saveNotice({ who: 'ben', id: 'edu', revision: 1 }, someNoticeContent()),
    ).rejects.toMatchObject({ code: 'notice.stale', details: { revision: 2, editedBy: 'ada' } });
    await expect(
      saveNotice({ who: 'ben', id: 'none', revision: 1 }, someNoticeContent()),
    ).rejects.toMatchObject({ code: 'notice.unknown' });
  });

  test('put to rest twice is written down once', async () => {
    const { activate, acts } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await activate(ada.id, 'edu', false);
    expect((await activate(ada.id, 'edu', false)).revision).toBe(2);
    await activate(ada.id, 'edu', true);
    expect(acts.map(({ act }) => act)).toEqual(['notice.rest', 'notice.activate']);
    await expect(activate(ada.id, 'none', true)).rejects.toMatchObject({ code: 'notice.unknown' });
  });
});

describe('a profile’s notices', () => {
  const given: ProfileNotice = { id: 'edu', ...someNoticeContent() };

  test('come once; what editors made of one stays', async () => {
    const { notices, clock, saveNotice, activate } = setUp();
    expect(await seedNotices({ notices, clock }, [given])).toBe(1);
    expect(await notices.byId('edu')).toMatchObject({ source: 'profile', editedBy: null, windowHours: 24 });
    await saveNotice({ who: 'ada', id: 'edu', revision: 1 }, someNoticeContent({ at: '07:00' }));
    await activate('ada', 'edu', false);
    expect(await seedNotices({ notices, clock }, [given, { ...given, id: 'other' }])).toBe(1);
    expect(await notices.byId('edu')).toMatchObject({ at: '07:00', active: false, source: 'profile' });
  });
});

describe('what was sent by hand', () => {
  test('is entered for a day of the past year', async () => {
    const desk = setUp();
    const enter = createEnterHandSend(desk);
    const entered = await enter('ada', { on: '2026-11-23', note: 'Before the line' });
    expect(await desk.handSends.between('2026-11-01', '2026-11-30')).toEqual([entered]);
    expect(desk.acts).toEqual([{ who: 'ada', act: 'notice.hand_send', object: `hand-send:${entered.id}` }]);
    for (const on of ['2026-11-24', '2025-11-22', '2026-02-30', 'x'])
      await expect(enter('ada', { on, note: '' })).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
