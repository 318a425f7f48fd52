import { describe, expect, test } from '@jest/globals';
import { linkTo, pictureAt, typedLink } from '../../../../../console/web/editor/document/addresses.js';
import { countText } from '../../../../../console/web/editor/document/count-text.js';
import {
  isParagraph,
  paragraphStart,
  shownStart,
} from '../../../../../console/web/editor/document/paragraph-start.js';

describe('addresses', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['http://example.org/a?b=1#c', 'http://example.org/a?b=1#c'],
    ['/a/a-photograph', '/a/a-photograph'],
    ['/b', null],
    ['javascript:alert(1)', null],
    ['https://mp.weixin.qq.com@example.org/', null],
    ['//example.org', null],
    ['example.org', null],
  ])('%s leads to %s', (address, link) => {
    expect(linkTo(address)).toBe(link);
  });

  test.each([
    [' example.org/a ', 'https://example.org/a'],
    ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ['no address', null],
    ['/a/b', '/a/b'],
  ])('typed as %s it leads to %s', (typed, link) => {
    expect(typedLink(typed)).toBe(link);
  });

  test('pictures of ours are told by their ids', () => {
    expect(pictureAt(`picture:${'A'.repeat(32)}`)).toBe('a'.repeat(32));
    expect(pictureAt('https://example.org/a.png')).toBeNull();
  });
});

test('a Chinese text is counted in characters, an English one in words', () => {
  expect(countText('一张 照片。\nA', 'zh')).toBe(6);
  expect(countText('It’s a well-known photograph, no. 7.', 'en')).toBe(6);
});

test('a paragraph is known again by its beginning', () => {
  const long = 'word '.repeat(30);
  const start = paragraphStart(`  ${long}`);
  expect(start).toHaveLength(60);
  expect([isParagraph(long, start), isParagraph(`x${long}`, start), isParagraph(long, '')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([shownStart(start).endsWith('…'), shownStart('short')]).toEqual([true, 'short']);
});
