import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseXml } from '../../simulator/line/strict-xml.js';
import { buildXml } from '../../wechat/xml.js';

describe('the reader of answers', () => {
  test('reads CDATA, plain text, children and the five entities', () => {
    const { children } = parseXml('<xml><A><![CDATA[a<b]]></A><B>1 &lt; 2 &#x4f60;</B><C><D>x</D></C></xml>');
    expect(children.map(({ name, text }) => [name, text])).toEqual([
      ['A', 'a<b'],
      ['B', '1 < 2 你'],
      ['C', ''],
    ]);
    expect(children[2]?.children[0]?.text).toBe('x');
  });
  test('joins the two sections that a ]]> was split over', () => {
    expect(parseXml('<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>').children[0]?.text).toBe('a]]>b');
  });
  test.each([
    ['an attribute', '<xml><A b="c">x</A></xml>'],
    ['a DTD', '<!DOCTYPE x><xml></xml>'],
    ['a comment', '<xml><!-- x --></xml>'],
    ['an open end', '<xml><A>x</xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['an unknown entity', '<xml><A>&nbsp;</A></xml>'],
    ['a bare ampersand', '<xml><A>a & b</A></xml>'],
    ['text beside elements', '<xml>x<A>y</A></xml>'],
    ['a control character', '<xml><A><![CDATA[\u0007]]></A></xml>'],
    ['nothing', ''],
    ['endless CDATA', '<xml><A><![CDATA[x</A></xml>'],
  ])('refuses %s', (_, xml) => {
    expect(() => parseXml(xml)).toThrow();
  });
  test('reads back whatever text our writer wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
        expect(parseXml(buildXml({ A: text })).children[0]?.text).toBe(kept);
      }),
    );
  });
});
