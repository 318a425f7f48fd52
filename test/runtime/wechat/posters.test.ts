import { describe, expect, test } from '@jest/globals';
import { openingsOf } from '../../../runtime/wechat/posters.js';
import { profileNamed } from '../../support/line.js';

describe('a poster’s scene', () => {
  const profile = profileNamed('national-security');
  const opening = openingsOf(profile);

  test.each([
    ['report', { e: 'menu', key: 'report' }],
    ['report:canteen', { e: 'menu', key: 'report' }],
    ['report:secrets', { e: 'tap', text: '我要举报', tap: 'poster:secrets' }],
    ['report:secrets:canteen', { e: 'tap', text: '我要举报', tap: 'poster:secrets' }],
    ['check', { e: 'menu', key: 'check' }],
    ['learn', { e: 'menu', key: 'learn' }],
    ['learn:x', null],
    ['article:', null],
    ['article:nothing', null],
    ['123', null],
    ['', null],
    ['toString', null],
  ])('%j leads to %j', (scene, said) => {
    expect(opening(scene)).toEqual(said);
  });

  test('of each article leads to that article', () => {
    const said = profile.articles.map(({ slug }) => opening(`article:${slug}`));
    expect(said).toEqual(
      profile.articles.map((_article, at) => ({
        e: 'tap',
        text: `文章第${String(at + 1)}`,
        tap: `article:${String(at + 1)}`,
      })),
    );
    expect(said.length).toBeGreaterThan(0);
  });
});
