import { expect, test } from '@jest/globals';
import { cleanSlug, slugProblem } from '../../../../../console/web/editor/fields/slug.js';
import { addTag } from '../../../../../console/web/editor/fields/tags.js';
import { slugProblem as serverProblem } from '../../../../../domain/articles/slug.js';

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

const samples = [
  ...['abc', 'a-b-2', '', 'ab', '-ab', 'a--b', 'ABC', 'äbc', 'a\u202Ebc', 'a\u200Bbc'],
  ...['feed', 'feed.xml', 'pictures', 'sitemap', 'archive', 'x'.repeat(60), 'x'.repeat(61)],
];
test.each(samples)('an address is judged as the server judges it: %j', (slug) => {
  const onServer = serverProblem(slug);
  const here = onServer === null ? null : onServer === 'slug_reserved' ? 'reserved' : 'wrong';
  expect(slugProblem(slug)).toBe(here);
});

test.each([
  [' A Photograph ', 'a-photograph'],
  ['a__b--c-', 'a-b-c'],
])('what is typed as an address is tidied: %s', (typed, slug) => {
  expect(cleanSlug(typed)).toBe(slug);
});
