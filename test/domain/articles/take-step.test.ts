import { describe, expect, test } from '@jest/globals';
import { reviewChecks, type Plan } from '../../../domain/articles/article.js';
import { articleStates, holdMs } from '../../../domain/articles/lifecycle.js';
import { stepsFor } from '../../../domain/articles/take-step.js';
import { DomainError } from '../../../domain/errors.js';
import { someArticle, someLive } from '../../support/articles.js';
import { ada, ben, hal, setUp, sue } from './set-up.js';

const quiet = { way: 'quiet' } as const;
const checks = [...reviewChecks];

describe('a step of staff', () => {
  test('goes from draft to a planned time, each one written down before it is done', async () => {
    const { newArticle, take, acts, clock, versions } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const sent = await take(ada, { id, revision: 1, step: 'submit' });
    expect([sent.state, sent.submittedBy]).toEqual(['in_review', 'ada']);
    const at = clock.now() + 3_600_000;
    const approved = await take(ben, {
      ...{ id, revision: 2, step: 'approve', checks },
      plan: { at, platform: quiet },
    });
    expect([approved.state, approved.approvedBy, approved.plan]).toEqual([
      'scheduled',
      'ben',
      { at, platform: quiet },
    ]);
    expect(acts.map(({ who, act }) => `${who} ${act}`)).toEqual([
      'ada article.create',
      'ada article.submit',
      'ben article.approve',
    ]);
    expect((await versions.list(id, 5)).map(({ why }) => why)).toEqual(['submitted']);
    expect(approved.events.map(({ by, what }) => `${String(by)} ${what}`)).toEqual([
      'ada create',
      'ada submit',
      'ben approve',
    ]);
  });

  test('carries a note into the timeline, without what nobody sees, and into no log', async () => {
    const article = someArticle({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada' });
    const { take, acts } = setUp(article);
    const note = ' Say who\u202E was\u200B asked.\r\nAnd when. ';
    const back = await take(ben, { id: article.id, revision: 1, step: 'return', note });
    expect(back.events.at(-1)).toMatchObject({ what: 'return', note: 'Say who was asked.\nAnd when.' });
    expect(JSON.stringify(acts)).not.toContain('asked');
    const again = await take(ada, { id: article.id, revision: 2, step: 'submit', note: '\u200B ' });
    expect(again.events.at(-1)).not.toHaveProperty('note');
  });

  test('planned for a moment that has passed goes in ten minutes', async () => {
    const article = someArticle({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada' });
    const { take, clock } = setUp(article);
    const plan = { at: 0, platform: quiet };
    const approved = await take(ben, { id: article.id, revision: 1, step: 'approve', checks, plan });
    expect(approved.plan?.at).toBe(clock.now() + holdMs);
  });

  test('is refused with what is missing, and nothing is written down', async () => {
    const article = someArticle();
    const { take, desk, acts } = setUp(article);
    const problem = { level: 'stop', lang: 'zh', field: 'title', code: 'missing' } as const;
    desk.problems = [problem, { ...problem, level: 'warn' }];
    await expect(take(ada, { id: article.id, revision: 1, step: 'submit' })).rejects.toMatchObject({
      code: 'article.not_ready',
      details: { problems: [problem] },
    });
    desk.problems = [{ ...problem, level: 'warn' }];
    expect((await take(ada, { id: article.id, revision: 1, step: 'submit' })).state).toBe('in_review');
    expect(acts).toHaveLength(1);
  });

  test('approving needs every tick and a time', async () => {
    const article = someArticle({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada' });
    const { take } = setUp(article);
    const step = { id: article.id, revision: 1, step: 'approve' } as const;
    const plan = { at: 0, platform: quiet };
    await expect(take(ben, { ...step, plan, checks: checks.slice(1) })).rejects.toMatchObject({
      code: 'article.not_ready',
      details: { checks },
    });
    await expect(take(ben, { ...step, checks })).rejects.toMatchObject({
      code: 'article.not_ready',
      details: { plan: 'missing' },
    });
  });

  test.each([
    ['who wrote it', { submittedBy: 'ada', editedBy: 'ben' }],
    ['who sent it for review', { submittedBy: 'ben', editedBy: 'ada' }],
  ])('is not approved by %s', async (_who, by) => {
    const article = someArticle({ state: 'in_review', ...by });
    const { take } = setUp(article);
    const plan = { at: 0, platform: quiet };
    await expect(
      take(ben, { id: article.id, revision: 1, step: 'approve', checks, plan }),
    ).rejects.toMatchObject({ code: 'article.own_review' });
  });

  test('is approved by a supervisor only where no other editor could', async () => {
    const article = someArticle({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada' });
    const { take, desk } = setUp(article);
    const step = { id: article.id, revision: 1, step: 'approve', checks } as const;
    const plan = { at: 0, platform: quiet };
    desk.otherEditor = true;
    await expect(take(sue, { ...step, plan })).rejects.toMatchObject({ code: 'article.own_review' });
    desk.otherEditor = false;
    expect((await take(sue, { ...step, plan })).approvedBy).toBe('sue');
  });

  test('is nobody else’s', async () => {
    const article = someArticle({ state: 'about_to_go', plan: { at: 1, platform: quiet } });
    const { take } = setUp(article);
    await expect(take(hal, { id: article.id, revision: 1, step: 'stop' })).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  test('stops what is about to go: it is a draft without a time', async () => {
    const article = someArticle({ state: 'about_to_go', plan: { at: 1, platform: quiet } });
    const { take } = setUp(article);
    const stopped = await take(ada, { id: article.id, revision: 1, step: 'stop' });
    expect([stopped.state, stopped.plan, stopped.approvedBy]).toEqual(['draft', null, null]);
  });

  test('of a revision that is no more is told', async () => {
    const article = someArticle({ state: 'about_to_go', revision: 4, basis: 3 });
    const { take } = setUp(article);
    await expect(take(ada, { id: article.id, revision: 2, step: 'stop' })).rejects.toMatchObject({
      code: 'article.stale',
    });
    expect((await take(ada, { id: article.id, revision: 3, step: 'stop' })).state).toBe('draft');
  });

  test('withdraws only what is public', async () => {
    const draft = someArticle();
    const edited = someArticle({ live: someLive() });
    const { take } = setUp(draft, edited);
    await expect(take(ada, { id: draft.id, revision: 1, step: 'withdraw' })).rejects.toMatchObject({
      code: 'article.step_refused',
    });
    const gone = await take(ada, { id: edited.id, revision: 1, step: 'withdraw' });
    expect([gone.state, gone.live]).toEqual(['withdrawn', null]);
  });

  test('tries the platform again with another name', async () => {
    const platform = {
      ...{ way: quiet, draftId: 'D', key: 'old', callingSince: null, jobId: 'J', dataId: 'D' },
      ...{ articleId: null },
      ...{ url: null, reason: '53503' },
    };
    const article = someArticle({ state: 'partly_published', live: someLive(), platform });
    const { take } = setUp(article);
    const again = await take(ada, { id: article.id, revision: 1, step: 'retry' });
    expect([again.state, again.platform]).toMatchObject([
      'submitted',
      { draftId: null, jobId: null, dataId: null },
    ]);
    expect(again.platform?.key).not.toBe('old');
  });
});

describe('what somebody may do now', () => {
  test('never includes a step of the line itself, or one of a role they lack', () => {
    for (const state of articleStates) {
      const article = someArticle({ state, live: someLive(), submittedBy: 'ada' });
      expect(stepsFor(hal, article)).toEqual([]);
      const own: readonly string[] = ['hold', 'go', 'refuse', 'await_admin', 'check', 'doubt'];
      const steps = stepsFor({ id: 'all', roles: ['editor', 'supervisor'] }, article);
      expect(steps.filter((step) => own.includes(step))).toEqual([]);
    }
  });

  test.each([
    ['draft', ada, ['edit', 'submit', 'withdraw']],
    ['in_review', ada, ['return', 'approve']],
    ['in_review', sue, ['return', 'approve']],
    ['checking', ada, []],
    ['in_doubt', ada, ['confirm', 'fall_short']],
    ['published', sue, ['withdraw']],
  ] as const)('%s', (state, who, steps) => {
    expect(stepsFor(who, someArticle({ state, live: someLive(), submittedBy: 'x' }))).toEqual(steps);
  });
});

describe('the month’s mass sends', () => {
  const send = { way: 'send', tag: null } as const;
  const inReview = () => someArticle({ state: 'in_review', submittedBy: 'ada', editedBy: 'ada' });
  const full = async () => {
    throw new DomainError('notice.over_budget');
  };

  test('are asked for what goes to many, and for nothing else', async () => {
    const article = inReview();
    const { take, desk, clock, articles } = setUp(article);
    const at = clock.now() + 3_600_000;
    desk.affordable = full;
    const approve = (platform: Plan['platform']) =>
      take(ben, { id: article.id, revision: 1, step: 'approve', checks, plan: { at, platform } });
    await expect(approve(send)).rejects.toMatchObject({ code: 'notice.over_budget' });
    expect((await articles.byId(article.id))?.revision).toBe(1);
    expect((await approve(quiet)).state).toBe('scheduled');
  });

  test('are asked for once more when it is planned: what came between puts everything back', async () => {
    const article = inReview();
    const { take, desk, clock, articles } = setUp(article);
    const asked: { id: string; at: number }[] = [];
    desk.affordable = async (candidate) => {
      asked.push(candidate);
      if (asked.length === 2) await full();
    };
    const at = clock.now() + 3_600_000;
    const approving = take(ben, {
      ...{ id: article.id, revision: 1, step: 'approve', checks },
      plan: { at, platform: send },
    });
    await expect(approving).rejects.toMatchObject({ code: 'notice.over_budget' });
    expect(asked).toEqual([
      { id: article.id, at },
      { id: article.id, at },
    ]);
    expect(await articles.byId(article.id)).toEqual({ ...article, revision: 3, basis: 3 });
  });
});
