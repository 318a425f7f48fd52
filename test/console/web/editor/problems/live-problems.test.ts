import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../../../console/web/editor/api/desk-types.js';
import { fieldId } from '../../../../../console/web/editor/problems/field-ids.js';
import { liveProblems, titleLimit } from '../../../../../console/web/editor/problems/live-problems.js';
import { untranslated } from '../../../../../console/web/editor/problems/untranslated.js';
import type { ArticleContent } from '../../../../../console/web/api/article-types.js';
import { checkArticle } from '../../../../../domain/articles/check-article.js';
import { createRenderer } from '../../../../../publishing/renderer.js';
import { someContent, someText } from '../content.js';

const limits = { title: 32, author: 16, digest: 128 };
const keyOf = ({ level, lang, field, code, max }: Problem): string =>
  [level, lang, field, code, max].map((part) => part ?? '-').join(' ');
const live = (content: ArticleContent, known: readonly Problem[] = []): readonly string[] =>
  liveProblems(content, limits, known).map(keyOf).sort();

const cases: readonly (readonly [string, ArticleContent])[] = [
  ['a complete article', someContent()],
  ['nothing at all', someContent({ texts: { zh: null, en: null }, author: ' ', cover: null })],
  ['one language', someContent({ texts: { zh: someText(), en: null } })],
  [
    'English only, with a long title',
    someContent({ texts: { zh: null, en: someText({ title: 'x'.repeat(40) }) } }),
  ],
  [
    'what is too long',
    someContent({
      author: 'x'.repeat(17),
      texts: {
        zh: someText({ title: '字'.repeat(33), digest: '字'.repeat(129) }),
        en: someText({ title: 'x'.repeat(81) }),
      },
    }),
  ],
  ['signs of two units', someContent({ texts: { zh: someText({ title: '𠮷'.repeat(17) }), en: null } })],
  [
    'a picture without words',
    someContent({ texts: { zh: someText({ body: `![ ](picture:${'c'.repeat(32)})` }), en: null } }),
  ],
  ['an address that is none', someContent({ sources: [{ title: 'a', url: 'example.org' }] })],
  [
    'empty texts',
    someContent({ texts: { zh: someText({ title: '', digest: ' ', body: '\n', coverAlt: '' }), en: null } }),
  ],
];

describe('what is missing, as it is typed', () => {
  test.each(cases)('is what the server says of %s', (_, content) => {
    const server = checkArticle(content, createRenderer(), (id) => id === 'c'.repeat(32));
    expect(live(content)).toEqual(server.map((problem) => keyOf(problem)).sort());
  });

  test('is said besides what only the server knows', () => {
    const known: readonly Problem[] = [
      { level: 'warn', lang: 'zh', field: 'body', code: 'link_dropped' },
      { level: 'stop', lang: 'en', field: 'body', code: 'picture_unknown' },
      { level: 'stop', lang: null, field: 'cover', code: 'picture_unknown' },
      { level: 'stop', lang: 'zh', field: 'title', code: 'missing' },
    ];
    const content = someContent({ texts: { zh: someText(), en: null }, cover: null });
    expect(live(content, known)).toEqual([
      'stop - cover missing -',
      'warn - texts not_translated -',
      'warn zh body link_dropped -',
    ]);
  });
});

test('an English title may be longer', () => {
  expect([titleLimit('zh', limits), titleLimit('en', limits)]).toEqual([32, 80]);
});

test('each problem has a field on the page', () => {
  expect(fieldId({ lang: 'zh', field: 'title' })).toBe('field-title-zh');
  expect(fieldId({ lang: null, field: 'cover' })).toBe('field-cover');
});

test.each([
  ['paragraphs that are the same', '## 标题\n\n正文\n\n另一段', '## Title\n\n正文\n\n另一段', 2],
  [
    'numbers and pictures say nothing',
    `12\n\n---\n\n![a](picture:${'c'.repeat(32)})`,
    `12\n\n---\n\n![a](picture:${'c'.repeat(32)})`,
    0,
  ],
  ['nothing in common', '甲', 'a', 0],
])('what is not translated yet is counted: %s', (_, zh, en, count) => {
  expect(untranslated({ texts: { zh: { body: zh }, en: { body: en } } })).toBe(count);
  expect(untranslated({ texts: { zh: { body: zh }, en: null } })).toBe(0);
});
