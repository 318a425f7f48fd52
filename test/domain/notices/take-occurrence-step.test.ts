import { describe, expect, test } from '@jest/globals';
import { holdMs } from '../../../domain/articles/lifecycle.js';
import { occurrenceStates } from '../../../domain/notices/lifecycle.js';
import { noticeChecks } from '../../../domain/notices/occurrence.js';
import { occurrenceStepsFor } from '../../../domain/notices/take-occurrence-step.js';
import { someOccurrence } from '../../support/notices.js';
import { ada, ben, hal, setUp, sue } from './set-up.js';

const checks = [...noticeChecks];
const hour = 3_600_000;

const inReview = (changes = {}) =>
  someOccurrence({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada', ...changes });

describe('a step of staff', () => {
  test('goes from draft to scheduled, each one written down before it is done', async () => {
    const draft = someOccurrence({ editedBy: null });
    const { take, acts, clock } = setUp({ occurrences: [draft] });
    const { id } = draft;
    const sent = await take(ada, { id, revision: 1, step: 'submit', note: 'Please look at the title.' });
    expect([sent.state, sent.submittedBy, sent.notes]).toEqual([
      'in_review',
      'ada',
      [{ by: 'ada', at: clock.now(), text: 'Please look at the title.' }],
    ]);
    const approved = await take(ben, { id, revision: 2, step: 'approve', checks });
    expect(approved).toMatchObject({ state: 'scheduled', approvedBy: 'ben', at: draft.at, checks });
    expect(acts).toEqual([
      { who: 'ada', act: 'occurrence.submit', object: `occurrence:${id}` },
      { who: 'ben', act: 'occurrence.approve', object: `occurrence:${id}` },
    ]);
    expect(approved.events.map(({ by, what }) => `${String(by)} ${what}`)).toEqual([
      'null create',
      'ada submit',
      'ben approve',
    ]);
  });

  test('is refused with what is missing, and nothing is written down', async () => {
    const draft = someOccurrence();
    const { take, desk, acts } = setUp({ occurrences: [draft] });
    const problem = { level: 'stop', lang: 'zh', field: 'title', code: 'missing' } as const;
    desk.problems = [problem, { ...problem, level: 'warn' }];
    const step = { id: draft.id, revision: 1, step: 'submit' } as const;
    await expect(take(ada, step)).rejects.toMatchObject({
      code: 'notice.not_ready',
      details: { problems: [problem] },
    });
    desk.problems = [{ ...problem, level: 'warn' }];
    expect((await take(ada, step)).state).toBe('in_review');
    expect(acts).toHaveLength(1);
  });

  test('approving needs every tick', async () => {
    const one = inReview();
    const { take } = setUp({ occurrences: [one] });
    const step = { id: one.id, revision: 1, step: 'approve' } as const;
    for (const wrong of [undefined, checks.slice(1)])
      await expect(
        take(ben, { ...step, ...(wrong === undefined ? {} : { checks: wrong }) }),
      ).rejects.toMatchObject({ code: 'notice.not_ready', details: { checks } });
  });

  test.each([
    ['whose words it has', { editedBy: 'ben', submittedBy: 'ada' }],
    ['who sent it for review', { editedBy: null, submittedBy: 'ben' }],
  ])('is not approved by %s', async (_who, by) => {
    const one = inReview(by);
    const { take } = setUp({ occurrences: [one] });
    await expect(take(ben, { id: one.id, revision: 1, step: 'approve', checks })).rejects.toMatchObject({
      code: 'notice.own_review',
    });
  });

  test('is approved by a supervisor only where no other editor could', async () => {
    const one = inReview();
    const { take, desk } = setUp({ occurrences: [one] });
    const step = { id: one.id, revision: 1, step: 'approve', checks } as const;
    desk.otherEditor = true;
    await expect(take(sue, step)).rejects.toMatchObject({
      code: 'notice.own_review',
      details: { editors: true },
    });
    desk.otherEditor = false;
    expect((await take(sue, step)).approvedBy).toBe('sue');
  });

  test('approved when its time has passed, or is too near to stop it, goes in ten minutes', async () => {
    const one = inReview({ at: 0, windowEndsAt: 5 * hour });
    const { take, clock } = setUp({ occurrences: [one] });
    const approved = await take(ben, { id: one.id, revision: 1, step: 'approve', checks });
    const at = clock.now() + holdMs;
    expect([approved.at, approved.windowEndsAt, approved.moved]).toEqual([at, at + 5 * hour, false]);
  });

  test('sends it back with a note, and lets who submitted it take it back', async () => {
    const [one, other] = [inReview(), inReview({ submittedBy: 'eve' })];
    const { take } = setUp({ occurrences: [one, other] });
    const back = await take(ben, { id: one.id, revision: 1, step: 'return', note: 'Shorter.' });
    expect(back).toMatchObject({
      state: 'draft',
      submittedBy: null,
      notes: [{ by: 'ben', text: 'Shorter.' }],
    });
    const eve = { id: 'eve', roles: ['editor'] as const };
    expect((await take(eve, { id: other.id, revision: 1, step: 'return' })).state).toBe('draft');
  });

  test('moves it to another time, as a draft and as planned, and its window along', async () => {
    const [draft, scheduled] = [someOccurrence(), someOccurrence({ state: 'scheduled', approvedBy: 'ben' })];
    const { take } = setUp({ occurrences: [draft, scheduled] });
    const at = draft.at + 30 * hour;
    const step = { revision: 1, step: 'reschedule', at } as const;
    expect(await take(ada, { ...step, id: draft.id })).toMatchObject({
      ...{ state: 'draft', at, windowEndsAt: at + 24 * hour, moved: true, touched: true },
    });
    expect(await take(ada, { ...step, id: scheduled.id })).toMatchObject({
      ...{ state: 'scheduled', at, approvedBy: 'ben', stateAt: scheduled.stateAt },
    });
    await expect(take(ada, { id: draft.id, revision: 2, step: 'reschedule' })).rejects.toMatchObject({
      code: 'notice.not_ready',
      details: { at: 'missing' },
    });
  });

  test.each(['unschedule', 'stop'] as const)('%s makes it a draft that nobody approved', async (step) => {
    const state = step === 'stop' ? 'about_to_go' : 'scheduled';
    const one = someOccurrence({ state, submittedBy: 'ada', approvedBy: 'ben', checks });
    const { take } = setUp({ occurrences: [one] });
    expect(await take(sue, { id: one.id, revision: 1, step })).toMatchObject({
      ...{ state: 'draft', submittedBy: null, approvedBy: null, checks: [], at: one.at },
    });
  });

  test('opens again only what nothing was begun of, and never late without a word: in ten minutes', async () => {
    const [missed, begun] = [
      someOccurrence({ state: 'missed', at: 0, windowEndsAt: hour }),
      someOccurrence({ state: 'missed', startedAt: 1 }),
    ];
    const { take, clock } = setUp({ occurrences: [missed, begun] });
    const open = await take(ada, { id: missed.id, revision: 1, step: 'reopen' });
    expect(open).toMatchObject({ state: 'draft', touched: true, at: clock.now() + holdMs });
    await expect(take(ada, { id: begun.id, revision: 1, step: 'reopen' })).rejects.toMatchObject({
      code: 'notice.step_refused',
    });
  });

  test('of what is on its way is not calling off', async () => {
    const one = someOccurrence({ state: 'going', startedAt: 1 });
    const { take } = setUp({ occurrences: [one] });
    await expect(take(ada, { id: one.id, revision: 1, step: 'cancel' })).rejects.toMatchObject({
      code: 'notice.step_refused',
      details: { state: 'going' },
    });
  });

  test('is nobody else’s', async () => {
    const one = someOccurrence({ state: 'about_to_go' });
    const { take } = setUp({ occurrences: [one] });
    await expect(take(hal, { id: one.id, revision: 1, step: 'stop' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('of a revision that is no more, or of nothing, is told', async () => {
    const one = someOccurrence({ state: 'about_to_go', revision: 4, basis: 3 });
    const { take } = setUp({ occurrences: [one] });
    await expect(take(ada, { id: one.id, revision: 2, step: 'stop' })).rejects.toMatchObject({
      code: 'notice.stale',
      details: { revision: 4, editedBy: 'ed', editedAt: one.editedAt },
    });
    await expect(take(ada, { id: 'none', revision: 2, step: 'stop' })).rejects.toMatchObject({
      code: 'notice.unknown',
    });
    expect((await take(ada, { id: one.id, revision: 3, step: 'stop' })).state).toBe('draft');
  });
});

describe('what somebody may do now', () => {
  test('never includes a step of the line itself, or one of a role they lack', () => {
    const own: readonly string[] = ['hold', 'go', 'move', 'miss', 'pause', 'resume', 'finish', 'retry'];
    for (const state of occurrenceStates) {
      const one = someOccurrence({ state, submittedBy: 'ada' });
      expect(occurrenceStepsFor(hal, one)).toEqual([]);
      const steps = occurrenceStepsFor({ id: 'all', roles: ['editor', 'supervisor'] }, one);
      expect(steps.filter((step) => own.includes(step))).toEqual([]);
    }
  });

  test.each([
    ['draft', ada, ['edit', 'submit', 'reschedule', 'cancel']],
    ['draft', sue, ['cancel']],
    ['in_review', ada, ['return', 'approve', 'cancel']],
    ['in_review', sue, ['return', 'approve', 'cancel']],
    ['scheduled', ada, ['reschedule', 'unschedule', 'cancel']],
    ['scheduled', sue, ['unschedule', 'cancel']],
    ['about_to_go', sue, ['stop']],
    ['going', ada, []],
    ['missed', ada, ['reopen']],
    ['cancelled', sue, []],
    ['done', ada, []],
  ] as const)('%s', (state, who, steps) => {
    const startedAt = state === 'going' ? 1 : null;
    const one = someOccurrence({ state, submittedBy: 'x', startedAt });
    expect(occurrenceStepsFor(who, one)).toEqual(steps);
  });
});
