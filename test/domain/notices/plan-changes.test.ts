import { describe, expect, test } from '@jest/globals';
import { noticeChecks } from '../../../domain/notices/occurrence.js';
import { someHolidays, someHolidayYear } from '../../support/fakes/holidays.js';
import { someNotice, someNoticeContent, someWords } from '../../support/notices.js';
import { ada, ben, setUp } from './set-up.js';

const checks = [...noticeChecks];
const nothing = { found: 0, done: 0, failed: 0 };
const iso = (ms: number): string => new Date(ms).toISOString();

describe('holidays that change', () => {
  const rule = { rule: { kind: 'yearly', month: 4, day: 17 }, moved: 'after' } as const;
  const id = 'edu.2027-04-17.0';
  // 17 April 2027 is a Saturday
  const before = someHolidays(someHolidayYear(2026), someHolidayYear(2027));
  const after = someHolidays(someHolidayYear(2026), someHolidayYear(2027, ['2027-04-19']));

  async function planned() {
    const desk = setUp({ notices: [someNotice({ id: 'edu', rule })] });
    desk.desk.holidays = before;
    await desk.plan();
    return desk;
  }

  test('move a draft, its words and its time', async () => {
    const { plan, one, desk } = await planned();
    expect(await one(id)).toMatchObject({ on: '2027-04-19', nominal: '2027-04-17', confirmed: true });
    desk.holidays = after;
    await plan();
    const moved = await one(id);
    expect([moved.on, moved.state, iso(moved.at)]).toEqual([
      '2027-04-20',
      'draft',
      '2027-04-20T01:00:00.000Z',
    ]);
    expect(moved.texts.en.body).toContain('20 April 2027');
    expect(moved.events.at(-1)).toMatchObject({ by: null, what: 'move', detail: 'holidays' });
  });

  test.each(['in_review', 'scheduled', 'about_to_go'] as const)(
    'make of one that is %s a draft again, and say why',
    async (state) => {
      const { plan, one, desk, occurrences } = await planned();
      const approved = { ...(await one(id)), state, revision: 2, submittedBy: 'ada', approvedBy: 'ben' };
      await occurrences.replace(approved);
      desk.holidays = after;
      await plan();
      const moved = await one(id);
      expect(moved).toMatchObject({ state: 'draft', on: '2027-04-20', submittedBy: null, approvedBy: null });
      expect(moved.events.at(-1)).toMatchObject({ what: 'move', detail: 'holidays' });
      expect(await plan()).toEqual(nothing);
    },
  );

  test('keep what an editor wrote, and the time that an editor set', async () => {
    const { plan, one, desk, save, clock } = await planned();
    const at = Date.parse('2027-04-18T20:00:00+08:00');
    clock.advance(1);
    await save({
      ...{ who: 'ada', id, revision: 1, at },
      texts: someWords({ en: { title: 'Mine', body: 'On {date}.' } }),
    });
    desk.holidays = after;
    await plan();
    const moved = await one(id);
    expect([moved.at, moved.on, moved.texts.en.body]).toEqual([at, '2027-04-20', 'On 20 April 2027.']);
  });

  test('leave what has gone out', async () => {
    const { plan, one, desk, occurrences } = await planned();
    await occurrences.replace({ ...(await one(id)), state: 'done', revision: 2 });
    desk.holidays = after;
    expect(await plan()).toEqual(nothing);
  });

  test('that are not announced yet leave the day unconfirmed, and confirm it without a step back', async () => {
    const desk = setUp({ notices: [someNotice({ id: 'edu', rule })] });
    desk.desk.holidays = someHolidays(someHolidayYear(2026));
    await desk.plan();
    const draft = await desk.one(id);
    expect(draft.confirmed).toBe(false);
    await desk.take(ada, { id, revision: 1, step: 'submit' });
    await desk.take(ben, { id, revision: 2, step: 'approve', checks });
    desk.desk.holidays = before;
    await desk.plan();
    const confirmed = await desk.one(id);
    expect(confirmed).toMatchObject({ state: 'scheduled', confirmed: true, approvedBy: 'ben', basis: 3 });
    expect(confirmed.events.at(-1)).toMatchObject({ what: 'calendar', detail: 'confirmed' });
    expect(await desk.plan()).toEqual(nothing);
  });
});

describe('a rule that changes', () => {
  const other = { rule: { kind: 'yearly', month: 5, day: 1 } } as const;

  test('takes away drafts that nobody touched, and makes the new ones', async () => {
    const { plan, saveNotice, all } = setUp({ notices: [someNotice({ id: 'edu', leads: [0, 7] })] });
    await plan();
    await saveNotice({ who: 'ben', id: 'edu', revision: 1 }, someNoticeContent({ rule: other }));
    expect(all().map(({ id }) => id)).toEqual(['edu.2027-05-01.0']);
    await saveNotice({ who: 'ben', id: 'edu', revision: 2 }, someNoticeContent());
    expect(all().map(({ id }) => id)).toEqual(['edu.2027-04-15.0']);
  });

  test('leaves a touched draft to itself, and makes one of what was approved', async () => {
    const { plan, save, saveNotice, take, one, clock } = setUp({ notices: [someNotice({ id: 'edu' })] });
    await plan();
    const id = 'edu.2027-04-15.0';
    clock.advance(1);
    await save({ who: 'ada', id, revision: 1, texts: someWords() });
    await take(ada, { id, revision: 2, step: 'submit' });
    await take(ben, { id, revision: 3, step: 'approve', checks });
    await saveNotice({ who: 'ben', id: 'edu', revision: 1 }, someNoticeContent({ rule: other }));
    const left = await one(id);
    expect(left).toMatchObject({ state: 'draft', followsRule: false, on: '2027-04-15', approvedBy: null });
    expect(left.events.at(-1)).toMatchObject({ what: 'move', detail: 'rule' });
    expect(await plan()).toEqual(nothing);
  });
});

describe('a notice at rest', () => {
  test('makes no drafts, loses the ones that nobody touched, and keeps the others as drafts', async () => {
    const { plan, save, take, activate, all, clock } = setUp({
      notices: [someNotice({ id: 'edu', leads: [0, 1, 2] })],
    });
    await plan();
    clock.advance(1);
    await save({ who: 'ada', id: 'edu.2027-04-15.1', revision: 1, article: null });
    await take(ada, { id: 'edu.2027-04-15.2', revision: 1, step: 'submit' });
    await activate('ada', 'edu', false);
    expect(all().map(({ id, state }) => [id, state])).toEqual([
      ['edu.2027-04-15.1', 'draft'],
      ['edu.2027-04-15.2', 'draft'],
    ]);
    expect(all()[1]?.events.at(-1)).toMatchObject({ what: 'move', detail: 'at_rest' });
    expect(await plan()).toEqual(nothing);
    await activate('ada', 'edu', true);
    expect(all().map(({ id }) => id)).toContain('edu.2027-04-15.0');
  });
});
