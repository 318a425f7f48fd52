import { describe, expect, test } from '@jest/globals';
import { createZone } from '../../../../../console/web/articles/calendar-zone.js';
import { isOwn, nextAct } from '../../../../../console/web/editor/workflow/next-act.js';
import { planOf, usualWall, type PlanInput } from '../../../../../console/web/editor/workflow/plan-input.js';
import {
  isKnownReason,
  isPlatformCode,
  reasonOf,
} from '../../../../../console/web/editor/workflow/reasons.js';
import type { Article, ArticleStep } from '../../../../../console/web/api/article-types.js';
import { lin, someArticle, wang } from '../content.js';

describe('what comes next', () => {
  const may = (state: Article['state'], steps: readonly ArticleStep[], change: Partial<Article> = {}) =>
    someArticle({ state, steps, ...change });

  test.each([
    ['a draft is sent', may('draft', ['edit', 'submit']), 'wang', 'submit'],
    [
      'another one reviews it',
      may('in_review', ['return', 'approve'], { submittedBy: lin }),
      'wang',
      'review',
    ],
    [
      'who sent it takes it back',
      may('in_review', ['return', 'approve'], { submittedBy: lin }),
      'lin',
      'take_back',
    ],
    ['who wrote it waits', may('in_review', ['return', 'approve'], { submittedBy: wang }), 'lin', null],
    ['what is planned goes by itself', may('scheduled', ['reschedule', 'unschedule']), 'wang', null],
    ['what is about to go is stopped', may('about_to_go', ['stop']), 'wang', 'stop'],
    ['a doubt is settled', may('in_doubt', ['confirm', 'fall_short']), 'wang', 'settle'],
    [
      'the platform is tried again',
      may('partly_published', ['edit', 'retry', 'confirm', 'withdraw']),
      'wang',
      'retry',
    ],
    ['nothing has to be done', may('published', ['edit', 'withdraw']), 'wang', null],
    ['what was refused is a draft again', may('refused', ['edit']), 'wang', 'reopen'],
    ['what was withdrawn is a draft again', may('withdrawn', ['edit']), 'wang', 'reopen'],
    ['who may not write leaves it', may('refused', []), 'wang', null],
    ['who may nothing does nothing', may('draft', []), 'wang', null],
  ] as const)('%s', (_, article, me, act) => {
    expect(nextAct(article, me)).toBe(act);
  });

  test('what somebody wrote or sent is their own', () => {
    expect([
      isOwn({ editedBy: lin, submittedBy: wang }, 'lin'),
      isOwn({ editedBy: lin, submittedBy: wang }, 'wang'),
    ]).toEqual([true, true]);
    expect(isOwn({ editedBy: lin, submittedBy: null }, 'wang')).toBe(false);
  });
});

describe('a plan', () => {
  const shanghai = createZone('Asia/Shanghai');
  const now = Date.parse('2026-12-01T01:00:00Z');
  const input = (change: Partial<PlanInput> = {}): PlanInput => ({
    ...{ soon: false, wall: { day: '2026-12-24', time: '09:30' }, way: 'none', toAll: true, tag: '' },
    ...change,
  });

  test('is a moment of the line’s clocks', () => {
    expect(planOf(input(), shanghai, now).plan).toEqual({
      at: '2026-12-24T01:30:00.000Z',
      platform: { way: 'none', tag: null },
    });
  });

  test('as soon as can be is now', () => {
    expect(planOf(input({ soon: true, wall: { day: '', time: '' } }), shanghai, now).plan?.at).toBe(
      '2026-12-01T01:00:00.000Z',
    );
  });

  test('carries a tag only where it is sent to some', () => {
    const platform = (change: Partial<PlanInput>) => planOf(input(change), shanghai, now).plan?.platform;
    expect(platform({ way: 'send', toAll: false, tag: ' 7 ' })).toEqual({ way: 'send', tag: 7 });
    expect(platform({ way: 'send', toAll: true, tag: '7' })).toEqual({ way: 'send', tag: null });
    expect(platform({ way: 'quiet', toAll: false, tag: '7' })).toEqual({ way: 'quiet', tag: null });
  });

  test.each([
    ['no day', { wall: { day: '', time: '09:30' } }, 'day'],
    ['no time', { wall: { day: '2026-12-24', time: '' } }, 'time'],
    ['a time that has passed', { wall: { day: '2026-12-01', time: '08:59' } }, 'past'],
    ['no tag', { way: 'send', toAll: false, tag: 'x' }, 'tag'],
  ] as const)('is refused: %s', (_, change, problem) => {
    expect(planOf(input(change), shanghai, now)).toEqual({ plan: null, problem });
  });

  test('is refused at an hour that is left out where clocks go forward', () => {
    const berlin = createZone('Europe/Berlin');
    const left = input({ wall: { day: '2027-03-28', time: '02:30' } });
    expect(planOf(left, berlin, now).problem).toBe('left_out');
  });

  test('is ten in the morning of the next day unless said otherwise', () => {
    expect(usualWall(shanghai, Date.parse('2026-12-01T17:00:00Z'))).toEqual({
      day: '2026-12-03',
      time: '10:00',
    });
  });
});

describe('why the platform did not take it', () => {
  const events = [
    { at: '', by: null, what: 'fall_short', detail: '45028', note: null },
    { at: '', by: lin, what: 'edit', detail: null, note: null },
    { at: '', by: null, what: 'refuse', detail: '45166', note: null },
  ];

  test('stands at the article, else in its timeline', () => {
    const platform = { way: 'quiet', url: null, reason: '48001', jobId: null } as const;
    expect(reasonOf({ state: 'partly_published', platform, events })).toBe('48001');
    expect(reasonOf({ state: 'refused', platform: null, events })).toBe('45166');
    expect(reasonOf({ state: 'in_doubt', platform: null, events: [] })).toBeNull();
    expect(reasonOf({ state: 'published', platform, events })).toBeNull();
  });

  test('is kept in sight of who puts it right, until it is sent again', () => {
    const said = (...whats: string[]) =>
      reasonOf({
        ...{ state: 'draft', platform: null },
        events: whats.map((what) => ({
          ...{ at: '', by: null, what, note: null },
          detail: what === 'refuse' ? '45166' : null,
        })),
      });
    expect(said('go', 'refuse', 'edit')).toBe('45166');
    expect(said('refuse', 'edit', 'submit', 'return')).toBeNull();
    expect(said('create')).toBeNull();
  });

  test.each([
    ...['45003', '45004', '45166', '40007', '48001', '53503', '53504', '53505', '45028', '45066', '89503'],
    ...[
      'publish_refused',
      'publish_failed',
      'publish_gone',
      'send_failed',
      'no_cover',
      'no_account',
      'no_answer',
    ],
  ])('has words for %s', (reason) => {
    expect(isKnownReason(reason)).toBe(true);
  });

  test('may be a code that is only a number', () => {
    expect([
      isKnownReason('99999'),
      isPlatformCode('99999'),
      isPlatformCode('-1'),
      isPlatformCode('no_cover'),
    ]).toEqual([false, true, true, false]);
  });
});
