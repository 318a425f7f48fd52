import { describe, expect, test } from '@jest/globals';
import type { Content } from '../../../domain/articles/article.js';
import { checkArticle, platformLang } from '../../../domain/articles/check-article.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { someContent, someText } from '../../support/articles.js';

const renderer = createRenderer();
const found = (content: Content, kept = true) =>
  checkArticle(content, renderer, () => kept).map(({ level, lang, field, code }) =>
    [level, lang ?? '-', field, code].join(' '),
  );
const inZh = (changes: Parameters<typeof someText>[0]): Content => {
  const { texts } = someContent();
  return someContent({ texts: { ...texts, zh: { ...someText(), ...texts.zh, ...changes } } });
};

describe('what an article lacks', () => {
  test('a complete one lacks nothing', () => {
    expect(found(someContent())).toEqual([]);
  });

  test.each<readonly [string, Content]>([
    ['stop - texts missing', someContent({ texts: { zh: null, en: null } })],
    ['warn - texts not_translated', someContent({ texts: { zh: null, en: someText() } })],
    ['stop - author missing', someContent({ author: ' ' })],
    ['stop - author too_long', someContent({ author: '编'.repeat(17) })],
    ['stop - cover missing', someContent({ cover: null })],
    ['stop - sources address_wrong', someContent({ sources: [{ title: 'x', url: 'javascript:alert(1)' }] })],
    ['stop zh title missing', inZh({ title: ' ' })],
    ['stop zh title too_long', inZh({ title: '字'.repeat(33) })],
    ['stop zh digest missing', inZh({ digest: '' })],
    ['stop zh digest too_long', inZh({ digest: '字'.repeat(129) })],
    ['stop zh body missing', inZh({ body: '\n' })],
    ['stop zh body too_long', inZh({ body: '字'.repeat(20_000) })],
    ['stop zh coverAlt missing', inZh({ coverAlt: '' })],
    ['stop zh body picture_without_words', inZh({ body: `![](picture:${'a'.repeat(32)})` })],
    ['warn zh body link_dropped', inZh({ body: '[law](https://example.org)' })],
  ])('%s', (problem, content) => {
    expect(found(content)).toEqual([problem]);
  });

  test('a picture that is not kept, as cover and inside', () => {
    const content = inZh({ body: `![port](picture:${'b'.repeat(32)})` });
    expect(found(content, false)).toEqual(['stop - cover picture_unknown', 'stop zh body picture_unknown']);
  });

  test('the platform’s limit of a title is one for the language that goes there', () => {
    const long = someText({ title: 'A title of more than thirty-two characters' });
    const { texts } = someContent();
    expect(found(someContent({ texts: { ...texts, en: long } }))).toEqual([]);
    expect(found(someContent({ texts: { zh: null, en: long } }))).toEqual([
      'warn - texts not_translated',
      'warn en title platform_too_long',
    ]);
    expect(platformLang(someContent({ texts: { zh: null, en: long } }))).toBe('en');
  });

  test('each limit says how much there may be', () => {
    expect(checkArticle(inZh({ title: '字'.repeat(33) }), renderer, () => true)).toEqual([
      { level: 'stop', lang: 'zh', field: 'title', code: 'too_long', max: 32 },
    ]);
  });
});
