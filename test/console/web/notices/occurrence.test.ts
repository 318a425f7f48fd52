import { describe, expect, test } from '@jest/globals';
import {
  contentOf,
  occurrenceSaving,
  sameContent,
  sameWords,
} from '../../../../console/web/notices/occurrence/content.js';
import { fellBack } from '../../../../console/web/notices/occurrence/fell-back.js';
import { isOwn, nextAct } from '../../../../console/web/notices/occurrence/next-act.js';
import { problemField } from '../../../../console/web/notices/occurrence/problem-words.js';
import { timelineOf } from '../../../../console/web/notices/occurrence/timeline-items.js';
import { reasonsOf, shareOf, skippedOf } from '../../../../console/web/notices/sends/send-figures.js';
import { chen, mei, occurrence, send } from './notice-samples.js';

describe('what is saved of a day notice', () => {
  const whole = occurrence();

  test('are its templates, ways and article', () => {
    const templates = { ...whole.templates, zh: { title: '{nth}', body: '{date}' } };
    expect(contentOf(occurrence({ templates })).texts.zh.title).toBe('{nth}');
    expect(contentOf(contentOf(whole))).toEqual(contentOf(whole));
  });

  test('is the same whatever else the server says', () => {
    expect(sameContent(contentOf(whole), contentOf(occurrence({ revision: 9, state: 'done' })))).toBe(true);
    const other = { ...contentOf(whole), article: 'a'.repeat(32) };
    expect([sameContent(contentOf(whole), other), sameWords(contentOf(whole), other)]).toEqual([false, true]);
  });

  test('is open to who may edit', () => {
    expect(occurrenceSaving.isOpen(occurrence({ steps: ['edit'] }))).toBe(true);
    expect(occurrenceSaving.isOpen(occurrence({ steps: ['submit'] }))).toBe(false);
  });
});

describe('what somebody would do next', () => {
  test.each([
    ['submit', occurrence({ steps: ['edit', 'submit', 'reschedule', 'cancel'] })],
    ['review', occurrence({ state: 'in_review', steps: ['return', 'approve'], submittedBy: chen })],
    ['take_back', occurrence({ state: 'in_review', steps: ['return', 'approve'], submittedBy: mei })],
    ['stop', occurrence({ state: 'about_to_go', steps: ['stop'] })],
    ['move', occurrence({ state: 'scheduled', steps: ['reschedule', 'unschedule', 'cancel'] })],
    ['settle', occurrence({ state: 'in_doubt', sends: [send({ state: 'in_doubt', acts: ['settle'] })] })],
    ['reopen', occurrence({ state: 'missed', steps: ['reopen'] })],
    [null, occurrence({ state: 'in_review', steps: ['approve'], editedBy: mei, submittedBy: chen })],
    [null, occurrence({ state: 'done' })],
  ] as const)('is %s', (act, one) => {
    expect(nextAct(one, mei.id)).toBe(act);
  });

  test('is no review of one’s own words', () => {
    expect(isOwn(occurrence({ editedBy: mei }), mei.id)).toBe(true);
    expect(isOwn(occurrence({ submittedBy: mei }), mei.id)).toBe(true);
    expect(isOwn(occurrence({ editedBy: null, submittedBy: chen }), mei.id)).toBe(false);
  });
});

describe('a draft that was something else before', () => {
  const at = '2026-11-02T00:00:00Z';
  const fell = (what: string, detail: string | null = null, state: 'draft' | 'scheduled' = 'draft') =>
    fellBack(
      occurrence({
        state,
        events: [{ at, by: chen, what, detail }],
        notes: [{ at, by: chen, text: '请改标题' }],
      }),
    );

  test('says who sent it back, and with which words', () => {
    expect(fell('return')).toMatchObject({ how: 'return', note: '请改标题', event: { by: chen } });
  });

  test('says what moved it by itself', () => {
    expect([fell('move', 'holidays')?.how, fell('move', 'rule')?.how]).toEqual(['holidays', 'rule']);
  });

  test('says nothing once somebody wrote in it, or it went on', () => {
    expect([fell('edit'), fell('move', 'moon'), fell('return', null, 'scheduled')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(fellBack(occurrence())).toBeNull();
  });
});

describe('the timeline', () => {
  test('has the latest first, each with what was written beside it', () => {
    const [first, second] = ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'];
    const events = [
      { at: first, by: null, what: 'create', detail: 'rule' },
      { at: second, by: chen, what: 'return', detail: null },
      { at: second, by: mei, what: 'moon', detail: null },
    ];
    const notes = [{ at: second, by: chen, text: 'x' }];
    expect(timelineOf({ events, notes })).toEqual([
      { at: second, what: 'other', who: mei.name, note: null },
      { at: second, what: 'return', who: chen.name, note: 'x' },
      { at: first, what: 'create', who: null, note: null },
    ]);
  });
});

describe('the figures of a send', () => {
  const some = send({ total: 100, sent: 40, skipped: { no_consent: 5, '43101': 9, left: 0 }, doubt: 1 });

  test('say how much is through', () => {
    expect([skippedOf(some), shareOf(some)]).toEqual([14, 0.55]);
    expect([shareOf(send({ total: null })), shareOf(send({ total: 0 }))]).toEqual([null, 1]);
  });

  test('give the most frequent reason first, and none that nobody had', () => {
    expect(reasonsOf(some)).toEqual([
      ['43101', 9],
      ['no_consent', 5],
    ]);
  });
});

test('a problem leads to its field', () => {
  expect(problemField({ lang: 'zh', field: 'title' })).toBe('notice-title-zh');
  expect(problemField({ lang: null, field: 'ways' })).toBe('notice-ways');
});
