import { describe, expect, test } from '@jest/globals';
import { checkMenu } from '../../simulator/platform/menu.js';
import { PlatformError } from '../../simulator/platform/errors.js';

const code = (button: unknown): number => {
  try {
    checkMenu({ button });
    return 0;
  } catch (error) {
    return error instanceof PlatformError ? error.code : NaN;
  }
};
const view = (host: string) => ({ type: 'view', name: 'x', url: `https://${host}.test/` });
const click = { type: 'click', name: '举报', key: 'report' };

describe('a menu', () => {
  test.each([
    ['three clicks', 0, [click, click, click]],
    ['five under one', 0, [{ name: '更多', sub_button: [click, click, click, click, click] }]],
    ['five Chinese characters', 0, [{ ...click, name: '我要举报吧' }]],
    ['none', 40016, []],
    ['four', 40016, [click, click, click, click]],
    ['an unknown type', 40017, [{ ...click, type: 'tap' }]],
    ['six Chinese characters', 40018, [{ ...click, name: '我要举报一下' }]],
    ['a click without a key', 40019, [{ type: 'click', name: 'x' }]],
    ['a view without an address', 40020, [{ type: 'view', name: 'x' }]],
    ['a view of something else than a page', 40020, [{ type: 'view', name: 'x', url: 'weixin://a' }]],
    ['a picture without its id', 40007, [{ type: 'media_id', name: 'x' }]],
    ['an article without its id', 53600, [{ type: 'article_id', name: 'x' }]],
    ['a mini-program without its appid', 40013, [{ type: 'miniprogram', name: 'x', url: 'https://a.test/' }]],
    ['links to three hosts', 0, [{ name: 'x', sub_button: [view('a'), view('b'), view('c'), view('a')] }]],
    ['links to four', 65316, [{ name: 'x', sub_button: [view('a'), view('b'), view('c')] }, view('d')]],
    ['six under one', 40023, [{ name: 'x', sub_button: [click, click, click, click, click, click] }]],
    ['three levels', 40023, [{ name: 'x', sub_button: [{ name: 'y', sub_button: [click] }] }]],
    ['an unknown type below', 40024, [{ name: 'x', sub_button: [{ ...click, type: 'tap' }] }]],
    ['a key of 129 bytes below', 40026, [{ name: 'x', sub_button: [{ ...click, key: 'k'.repeat(129) }] }]],
  ])('%s: %d', (_, expected, button) => {
    expect(code(button)).toBe(expected);
  });
});
