import { describe, expect, test } from '@jest/globals';
import { fellBack, goneThere } from '../../../../../console/web/editor/workflow/fell-back.js';
import type { ArticleComment, ArticleEvent } from '../../../../../console/web/api/article-types.js';
import { lin, someArticle, wang } from '../content.js';

const event = (what: string, by = wang, note: string | null = null): ArticleEvent => ({
  ...{ at: '2026-12-01T00:00:00Z', by, what, detail: null, note },
});
const comment = (resolved: boolean): ArticleComment => ({
  ...{ id: 'c', by: wang, at: '', lang: 'en', paragraph: 'Some', text: 'Who?', resolved },
});
const sent = event('submit', lin);

describe('what sent a draft back', () => {
  test.each([
    ['comments say why', 'returned', [sent, event('return', wang, 'Who?')], [comment(false)]],
    ['only a note says why', 'noted', [sent, event('return', wang, 'Who?')], [comment(true)]],
    ['nothing says why', 'silent', [sent, event('return')], []],
    ['it was taken back', 'taken_back', [sent, event('return', lin)], []],
    ['it was stopped', 'stop', [sent, event('stop')], []],
  ] as const)('%s', (_, how, events, comments) => {
    expect(fellBack(someArticle({ events, comments }))).toEqual({ how, event: events.at(-1) });
  });

  test('is nothing where nothing did, or where it is no draft any more', () => {
    expect(fellBack(someArticle({ events: [sent] }))).toBeNull();
    expect(fellBack(someArticle({ events: [event('return')], state: 'in_review' }))).toBeNull();
  });
});

describe('the page on the platform of what was withdrawn', () => {
  const withdrawn = (...whats: string[]) =>
    goneThere(someArticle({ state: 'withdrawn', events: whats.map((what) => event(what)) }));

  test.each([
    ['is gone', ['withdraw', 'platform_gone'], 'gone'],
    ['stays', ['withdraw', 'platform_stays'], 'stays'],
    ['is what became of it the last time', ['platform_stays', 'go', 'withdraw', 'platform_gone'], 'gone'],
    ['never was', ['go', 'withdraw'], null],
  ] as const)('%s', (_, whats, gone) => {
    expect(withdrawn(...whats)).toBe(gone);
  });

  test('is nobody’s matter while readers have the article', () => {
    const events = [event('platform_stays'), event('go')];
    expect(goneThere(someArticle({ state: 'published', events }))).toBeNull();
  });
});
