import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanHtml } from '../../../../../console/web/editor/paste/clean-html.js';

const clean = (html: string): string => cleanHtml(html).html;

describe('what is pasted from Word', () => {
  const before = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->`;

  test('is headings, words, bold and italics', () => {
    expect(
      clean(`${before}<h1 style='mso-x:y'><span lang=EN-US>One<o:p></o:p></span></h1>
<h2>Two</h2>
<p class=MsoNormal style='text-indent:21.0pt'><b style='mso-bidi-font-weight:normal'><span style='font-size:12pt;color:red'>注意</span></b>：<i>see</i> <span
style='font-weight:bold'>this</span><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></body></html>`),
    ).toBe('<h2>One</h2><h3>Two</h3><p><strong>注意</strong>：<em>see</em> <strong>this</strong></p>');
  });

  test('is lists, with lists in them', () => {
    const item = (level: number, marker: string, words: string): string =>
      `<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
    expect(
      clean(
        `${before}${item(1, '·', 'a')}\n${item(2, '1.', '<b>b</b>')}\n${item(2, '2.', 'c')}\n${item(1, '·', 'd')}<p class=MsoNormal>e</p>`,
      ),
    ).toBe(
      '<ul><li><p>a</p><ol><li><p><strong>b</strong></p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ul><p>e</p>',
    );
  });

  test('is lists with dots, also where letters of a font of signs stand for them', () => {
    const item = (marker: string, words: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>${marker}${words}</p>`;
    const inWord = `<![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span><![endif]>`;
    const inWps = `<span style="font-family:Symbol;"><span style='mso-list:Ignore;'>n<span>&nbsp;</span></span></span>`;
    const lettered = `<![if !supportLists]><span style='mso-list:Ignore'>l.</span><![endif]>`;
    for (const marker of [inWord, inWps])
      expect(clean(item(marker, 'a') + item(marker, 'b'))).toBe(
        '<ul><li><p>a</p></li><li><p>b</p></li></ul>',
      );
    expect(clean(item(lettered, 'a'))).toBe('<ol><li><p>a</p></li></ol>');
  });

  test('is one quote of several paragraphs', () => {
    expect(
      clean(
        `${before}<p class=MsoNormal>a</p>\n<p class=MsoQuote>b</p>\n<p class=MsoIntenseQuote>c</p>\n<p class=MsoNormal>d</p>`,
      ),
    ).toBe('<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>');
  });

  test('is numbered lists of WPS, whose signs stand between comments', () => {
    expect(
      clean(`<p class="MsoNormal" style="mso-list:l1 level1 lfo2;"><!--[if !supportLists]--><span style="mso-list:Ignore;">（一）</span><!--[endif]--><span>甲</span></p>
<p class="MsoNormal" style="mso-list:l1 level1 lfo2;"><!--[if !supportLists]--><span style="mso-list:Ignore;">（二）</span><!--[endif]--><span>乙</span></p>`),
    ).toBe('<ol><li><p>甲</p></li><li><p>乙</p></li></ol>');
  });

  test('is tables of one line a cell', () => {
    expect(
      clean(`<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal><b>a</b></p></td><td><p>b</p><p>c</p></td></tr>
<tr><td colspan=2>d</td></tr></table>`),
    ).toBe(
      '<table><tbody><tr><th><p><strong>a</strong></p></th><th><p>b c</p></th></tr><tr><td><p>d</p></td><td><p></p></td></tr></tbody></table>',
    );
  });

  test('leaves comments of reviewers out', () => {
    const anchor = `<span class=MsoCommentReference><span lang=EN-US><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1">[L1]</a><![endif]></span></span>`;
    expect(
      clean(`<p>a${anchor}</p><div style='mso-element:comment-list'><p>nobody reads this</p></div>`),
    ).toBe('<p>a</p>');
  });
});

describe('what is pasted from a web page', () => {
  test.each([
    ['blocks without paragraphs', '<div>a<div>b</div>c</div>', '<p>a</p><p>b</p><p>c</p>'],
    ['two breaks', 'a<br>b<br><br>c', '<p>a<br>b</p><p>c</p>'],
    [
      'lists',
      '<ul><li>a<li><p>b</p><ol start=3><li>c</ol></ul>',
      '<ul><li><p>a</p></li><li><p>b</p><ol start="3"><li><p>c</p></li></ol></li></ul>',
    ],
    [
      'a list beside the items',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>',
    ],
    ['quotes', '<blockquote class="x">a<p>b</blockquote>', '<blockquote><p>a</p><p>b</p></blockquote>'],
    [
      'links to the web',
      '<p><a href="https://example.org/?a=1&amp;b=2" onclick="x()">a</a></p>',
      '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
    ],
    [
      'links that lead nowhere',
      '<a href="javascript:x()">a</a> <a href="#b">b</a> <a href="file:///c">c</a>',
      '<p>a b c</p>',
    ],
    [
      'what is not seen',
      '<p>a<span style="display:none">b</span><script>c</script><style>d</style></p>',
      '<p>a</p>',
    ],
    ['a frame of one cell', '<table><tr><td><p>a</p><h2>b</h2></td></tr></table>', '<p>a</p><h2>b</h2>'],
    ['headings below the third', '<h2>a</h2><h5>b</h5>', '<h2>a</h2><h3>b</h3>'],
    ['bold in headings', '<h2><b>a</b></h2>', '<h2>a</h2>'],
    [
      'the wrapper of Google Docs',
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">a</span>b</p></b>',
      '<p><strong>a</strong>b</p>',
    ],
    ['lines of code', '<pre>a\n  b</pre>', '<p>a</p><p>b</p>'],
    ['signs that are no tags', '<p>1 < 2 & 3 &lt; 4</p>', '<p>1 &lt; 2 &amp; 3 &lt; 4</p>'],
    [
      'cells over several rows',
      '<table><tr><td rowspan=2>a<td>b<tr><td>c</table>',
      '<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p></p></td><td><p>c</p></td></tr></tbody></table>',
    ],
  ])('becomes clean: %s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  test('keeps pictures that came along, and counts those that lie elsewhere', () => {
    const data = 'data:image/png;base64,AAAA';
    const cleaned = cleanHtml(
      `<p>a<img src="${data}" alt="甲">b<img src="https://example.org/b.png"></p><img src="file:///c.png">`,
    );
    expect(cleaned).toEqual({
      html: '<p>a</p><img data-upload="0" alt="甲"><p>b</p>',
      pictures: [data],
      foreign: 2,
    });
  });
});

describe('what is pasted from this editor', () => {
  const id = '0123456789abcdef0123456789abcdef';

  test('keeps its pictures and how open its ends are', () => {
    expect(
      clean(
        `<p data-pm-slice="1 1 []">a</p><figure data-picture="${id}" data-alt="b" data-caption=""><img src="x"></figure>`,
      ),
    ).toBe(
      `<div data-pm-slice="1 1 []"><p>a</p><figure data-picture="${id}" data-alt="b" data-caption=""></figure></div>`,
    );
  });
});

test('whatever is pasted, nothing but clean markup comes of it, in little time', () => {
  const bit = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div onclick=x>',
      '</div>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<b>',
      '</b>',
    ],
    ...[
      '<a href="javascript:x">',
      '<a href=https://x.org/"onmouseover=y>',
      '</a>',
      '<img src=x onerror=y>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
    ],
    ...[
      '<![if !supportLists]>',
      '<![endif]>',
      '<svg>',
      'a',
      ' ',
      '&lt;script&gt;',
      '<',
      '>',
      '"',
      "'",
      '=',
      '<br>',
      '<p style="mso-list:l0 level9 lfo1">',
    ],
  );
  const allowed =
    /^(?:[^<>]|<\/?(?:p|h2|h3|strong|em|ul|ol|li|blockquote|table|tbody|tr|th|td|br)>|<ol start="-?\d+">|<a href="https?:[^"<>]*">|<\/a>)*$/;
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      expect(clean(bits.join(''))).toMatch(allowed);
    }),
    { numRuns: 1_000 },
  );
  expect(clean('<div>'.repeat(100_000)).length).toBe(0);
  expect(clean('<'.repeat(100_000))).toMatch(/^<p>(&lt;)+<\/p>$/);
});
