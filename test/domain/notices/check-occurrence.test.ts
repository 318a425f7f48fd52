import { describe, expect, test } from '@jest/globals';
import { checkOccurrence } from '../../../domain/notices/check-occurrence.js';
import { createProblemsOfOccurrence } from '../../../domain/notices/problems-of.js';
import { someArticle, somePublished } from '../../support/articles.js';
import { massToAll, someNotice, someOccurrence, someWords } from '../../support/notices.js';
import { setUp } from './set-up.js';

describe('what is wrong with one', () => {
  const named = { notice: someNotice({ id: 'edu' }), article: null, account: 'service' } as const;
  const fine = someOccurrence({ notice: 'edu' });

  test('nothing', () => {
    expect(checkOccurrence(fine, named)).toEqual([]);
  });

  test.each([
    ['stop notice at_rest', {}, { notice: someNotice({ active: false }) }],
    ['stop ways no_way', { ways: { mass: null, account: false, mini: false } }, {}],
    ['stop ways gets_it_twice', { ways: { mass: { tag: 4 }, account: true, mini: false } }, {}],
    ['stop ways no_account', { ways: massToAll }, { account: 'none' }],
    ['stop article article_unknown', { article: 'a' }, {}],
    ['warn article article_not_public', { article: 'a' }, { article: someArticle() }],
    ['warn rule calendar_unconfirmed', { confirmed: false }, {}],
    ['warn leads spends_consents', { lead: 7 }, {}],
    ['stop title too_long', { templates: someWords({ zh: { title: '字'.repeat(21), body: '字' } }) }, {}],
    [
      'stop body too_many_bytes',
      { templates: someWords({ zh: { title: '字', body: '字'.repeat(201) } }) },
      {},
    ],
    ['stop body placeholder_unknown', { templates: someWords({ en: { title: 'x', body: '{x}' } }) }, {}],
    ['stop title missing', { templates: someWords({ en: { title: '', body: 'x' } }) }, {}],
  ] as const)('%s', (problem, change, other) => {
    const found = checkOccurrence({ ...fine, ...change }, { ...named, ...other });
    expect(found.map(({ level, field, code }) => `${level} ${field} ${code}`)).toEqual([problem]);
  });

  test('is looked up', async () => {
    const article = somePublished();
    const one = someOccurrence({ notice: 'edu', article: article.id });
    const { notices, articles } = setUp({ notices: [named.notice], articles: [article] });
    const problemsOf = createProblemsOfOccurrence({ notices, articles, accountKind: async () => 'unknown' });
    expect(await problemsOf(one)).toEqual([]);
    expect(await problemsOf({ ...one, article: 'f'.repeat(32), notice: 'none' })).toMatchObject([
      { code: 'at_rest' },
      { code: 'article_unknown' },
      { code: 'placeholder_unknown' },
      { code: 'placeholder_unknown' },
      { code: 'placeholder_unknown' },
      { code: 'placeholder_unknown' },
    ]);
  });
});
