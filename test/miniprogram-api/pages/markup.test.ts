import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escape, Markup, markup } from '../../../miniprogram-api/pages/markup.js';
import { elementsOf } from '../html.js';

describe('markup', () => {
  test('escapes what is put in, and not what is markup already', () => {
    expect(markup`<p title="${`"'<&>`}">${new Markup('<b>')}${null}${7}</p>`.toString()).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;"><b>7</p>',
    );
  });

  test('puts several under each other', () => {
    expect(markup`<ul>${['a', '<'].map((each) => markup`<li>${each}</li>`)}</ul>`.toString()).toBe(
      '<ul><li>a</li>\n<li>&lt;</li></ul>',
    );
    expect(markup`${[]}`.toString()).toBe('');
  });

  test('leaves out what turns the direction, what XML forbids and half characters', () => {
    expect(escape('a\u202eb\u2066c\u2069d\u0000e\u0008f\uffffg\ud800h\ti\nj\u{1f642}k')).toBe(
      'abcdefgh\ti\nj\u{1f642}k',
    );
  });

  test('whatever is put in, the page has the same elements and shows the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const page = elementsOf(markup`<p title="${text}">${text}</p><i></i>`.toString());
        expect(page.map(({ name }) => name)).toEqual(['p', 'i']);
        expect(page[0]?.text).toBe(page[0]?.attributes['title']);
      }),
    );
  });
});
