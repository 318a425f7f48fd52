import { describe, expect, test } from '@jest/globals';
import { openingsOf } from '../../../runtime/wechat/posters.js';
import { profileNamed } from '../../support/line.js';

test('a poster of a category is known wherever the question for it stands', () => {
  const opening = openingsOf(profileNamed('integrity-line'));
  expect(opening('report:leak:hall')).toEqual({ e: 'tap', text: '我要举报', tap: 'poster:leak' });
  expect(opening('report:calm')).toEqual({ e: 'menu', key: 'report' });
});

describe('a poster’s scene', () => {
  const opening = openingsOf(profileNamed('national-security'));

  test.each([
    ['report', { e: 'menu', key: 'report' }],
    ['report:canteen', { e: 'menu', key: 'report' }],
    ['report:secrets', { e: 'tap', text: '我要举报', tap: 'poster:secrets' }],
    ['report:secrets:canteen', { e: 'tap', text: '我要举报', tap: 'poster:secrets' }],
    ['check', { e: 'menu', key: 'check' }],
    ['learn', { e: 'menu', key: 'learn' }],
    ['learn:x', null],
    ['article', null],
    ['article:', null],
    ['article:No Slug', null],
    ['article:feed', null],
    ['123', null],
    ['', null],
    ['toString', null],
  ])('%j leads to %j', (scene, said) => {
    expect(opening(scene)).toEqual(said);
  });

  test.each([
    ['article:page-by-page', 'article:page-by-page'],
    ['article:page-by-page:canteen', 'article:page-by-page'],
    ['article:not-published-yet', 'article:not-published-yet'],
  ])('%j leads to the article of that address, published or not yet', (scene, tap) => {
    expect(opening(scene)).toEqual({ e: 'tap', text: '宣传文章', tap });
  });
});
