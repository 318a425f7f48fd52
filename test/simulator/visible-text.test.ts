import { describe, expect, test } from '@jest/globals';
import { visibleText } from '../../simulator/line/visible-text.js';

describe('what a person sees of a text', () => {
  test('a menu link becomes its label and a tap with its words, id and place', () => {
    const text = '1 <a href="weixin://bizmsgmenu?msgmenucontent=%E6%98%AF&msgmenuid=a%3Ayes">是</a>\n2 否';
    expect(visibleText(text)).toEqual({
      content: '1 是\n2 否',
      taps: [{ label: '是', send: '是', id: 'a:yes', at: 2 }],
      links: [],
    });
  });
  test('a web link is a link, a mini-program link shows its label', () => {
    const text =
      '<a href="https://example.org/a">一</a> <a data-miniprogram-appid="wx" data-miniprogram-path="p" href="http://example.org">二</a>';
    expect(visibleText(text)).toMatchObject({
      content: '一 二',
      links: [
        { label: '一', at: 0 },
        { label: '二', at: 2 },
      ],
    });
  });
  test('broken markup is shown as it was written', () => {
    for (const text of ['<a href="x>y</a>', '<a>y</a>', '<b>x</b>', 'a < b', '<a href="weixin://x"></a>'])
      expect(visibleText(text)).toEqual({ content: text, taps: [], links: [] });
  });
  test('a menu link without words or id cannot be tapped', () => {
    const text = '<a href="weixin://bizmsgmenu?msgmenucontent=&msgmenuid=1">x</a>';
    expect(visibleText(text)).toEqual({ content: 'x', taps: [], links: [] });
  });
});
