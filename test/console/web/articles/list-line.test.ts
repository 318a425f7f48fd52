import { describe, expect, test } from '@jest/globals';
import { momentsOf, momentText } from '../../../../console/web/articles/list-moments.js';
import { nextStep } from '../../../../console/web/articles/list-next-step.js';
import { shortTimes } from '../../../../console/web/services/short-times.js';
import { titlesOf } from '../../../../console/web/articles/list-titles.js';
import { article, line, live, plan } from './article-samples.js';

describe('the titles of an article', () => {
  test('begin with the language of the page', () => {
    expect(titlesOf({ zh: '标题', en: 'Title' }, 'zh').main?.text).toBe('标题');
    expect(titlesOf({ zh: '标题', en: 'Title' }, 'en')).toEqual({
      ...{ main: { lang: 'en', text: 'Title' }, other: { lang: 'zh', text: '标题' }, missing: [] },
    });
  });

  test('say in which language the article is missing', () => {
    expect(titlesOf({ zh: '标题', en: null }, 'en')).toEqual({
      ...{ main: { lang: 'zh', text: '标题' }, other: null, missing: ['en'] },
    });
  });

  test('are none for an article that is not written, or has a text without a title', () => {
    const none = { main: null, other: null, missing: [] };
    expect(titlesOf({ zh: null, en: null }, 'zh')).toEqual(none);
    expect(titlesOf({ zh: ' ', en: null }, 'zh')).toEqual(none);
    expect(titlesOf({ zh: '', en: 'Title' }, 'zh')).toEqual({
      ...{ main: { lang: 'en', text: 'Title' }, other: null, missing: [] },
    });
  });
});

describe('the times of an article', () => {
  const [planned, out] = ['2026-12-04T01:30:00Z', '2026-11-04T01:30:00Z'];

  test('are what is planned, then what readers have', () => {
    expect(momentsOf(line({ state: 'scheduled', plan: plan(planned), live: live(out) }))).toEqual([
      { what: 'planned', at: planned },
      { what: 'published', at: out },
    ]);
  });

  test('are only what is true once it went out, also while the platform is asked', () => {
    for (const state of ['submitted', 'checking', 'published', 'draft'] as const)
      expect(momentsOf(line({ state, plan: plan(planned), live: live(out) }))).toEqual([
        { what: 'published', at: out },
      ]);
    expect(momentsOf(line())).toEqual([]);
  });

  test('is told as missed where the platform refused the article', () => {
    const [planned, published] = [
      { what: 'planned', at: '' } as const,
      { what: 'published', at: '' } as const,
    ];
    expect([momentText(planned, 'refused'), momentText(published, 'refused')]).toEqual([
      'missed',
      'published',
    ]);
    expect(momentText(planned, 'scheduled')).toBe('planned');
  });

  test('are short in the zone of the line, with the year where it is another one', () => {
    const now = Date.parse('2026-12-31T15:00:00Z');
    const [en, zh] = [shortTimes('en', 'Asia/Shanghai'), shortTimes('zh', 'Asia/Shanghai')];
    expect(en.short('2026-12-04T01:30:00Z', now)).toBe('4 Dec 09:30');
    expect(zh.short('2026-12-04T01:30:00Z', now)).toBe('12月4日 09:30');
    expect(en.short('2026-12-31T16:30:00Z', now)).toBe('1 Jan 2027');
    expect(zh.short('2025-12-04T01:30:00Z', now)).toBe('2025年12月4日');
    expect(zh.time('2026-12-03T16:05:00Z')).toBe('00:05');
  });
});

describe('what comes next', () => {
  const stop = { level: 'stop', lang: null, field: 'cover', code: 'missing' } as const;

  test('is what is missing, counted without mere warnings', () => {
    const warn = { ...stop, level: 'warn' } as const;
    expect(nextStep(article({ problems: [stop, stop, warn] }))).toEqual({ step: 'missing', count: 2 });
    expect(nextStep(article({ problems: [warn] }))).toEqual({ step: 'ready', count: 0 });
  });

  test('is to begin where nothing is written', () => {
    const problems = [stop];
    expect(nextStep(article({ texts: { zh: null, en: null }, problems })).step).toBe('begin');
  });

  test('is what its state asks for after that', () => {
    expect(nextStep(article({ state: 'in_doubt', problems: [stop] }))).toEqual({
      step: 'in_doubt',
      count: 0,
    });
  });
});
