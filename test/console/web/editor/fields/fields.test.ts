import { expect, test } from '@jest/globals';
import { cleanSlug, isSlug } from '../../../../../console/web/editor/fields/slug.js';
import { addTag } from '../../../../../console/web/editor/fields/tags.js';
import { isSlug as isServerSlug } from '../../../../../domain/articles/slug.js';

test.each([
  ['a word', ['a'], ' 港口 ', ['a', '港口'], null],
  ['a sign before it', [], '#港口', ['港口'], null],
  ['one that is there', ['Ports'], 'ports', ['Ports'], null],
  ['nothing', ['a'], '  ', ['a'], null],
  ['one that is too long', ['a'], 'x'.repeat(21), ['a'], 'too_long'],
  ['one too many', 'abcdefghij'.split(''), 'k', 'abcdefghij'.split(''), 'too_many'],
] as const)('a tag is added: %s', (_, tags, typed, expected, problem) => {
  expect(addTag(tags, typed)).toEqual({ tags: expected, problem });
});

test.each(['a', 'a-b-2', '', '-a', 'a--b', 'A', 'ä', 'feed', 'pictures', 'x'.repeat(80), 'x'.repeat(81)])(
  'an address is judged as the server judges it: %s',
  (slug) => {
    expect(isSlug(slug)).toBe(isServerSlug(slug));
  },
);

test.each([
  [' A Photograph ', 'a-photograph'],
  ['a__b--c-', 'a-b-c'],
])('what is typed as an address is tidied: %s', (typed, slug) => {
  expect(cleanSlug(typed)).toBe(slug);
});
