import { describe, expect, test } from '@jest/globals';
import { keptContent, plainText } from '../../../simulator/articles/kept-content.js';

const kept = (html: string): string =>
  keptContent(html, {
    picture: (address) => address === 'http://here/files/1?a=1&b=2',
    link: (address) => address === 'http://here/articles/1/1',
  });

describe('what the platform keeps of an article', () => {
  test.each([
    ['a paragraph with a style', '<p style="color:#111;margin:0">x</p>'],
    [
      'lists, tables and headings',
      '<h2>a</h2><ol start="3"><li>b</li></ol><table><tr><td colspan="2">c</td></tr></table>',
    ],
    ['a picture of the platform', '<img src="http://here/files/1?a=1&amp;b=2" alt="a &quot;b&quot;">'],
    ['a link to an article of the platform', '<a href="http://here/articles/1/1" style="color:red">x</a>'],
    ['entities and signs', '<p>1 &lt; 2 &amp;&amp; 3 &gt; 2&nbsp;&#9731;</p>'],
  ])('%s stays as it is', (_, html) => {
    expect(kept(html)).toBe(html);
  });

  test.each([
    ['a script', 'a<script>if (1 < 2) alert("</p>")</script>b', 'ab'],
    ['a script that never ends', 'a<script>x', 'a'],
    ['a script in large letters', '<SCRIPT src=x></SCRIPT >a', 'a'],
    ['a style sheet', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://e.test"><p>a</p></iframe>b', 'b'],
    ['a drawing with a script', '<svg><svg></svg><script>x</script><p>y</p></svg>b', 'b'],
    ['a comment', 'a<!-- <p> -->b<!doctype html>', 'ab'],
    ['a form, but not what is said in it', '<form action="/x"><p>a</p><input name="b"></form>', '<p>a</p>'],
    ['class, id and handlers', '<p class="a" ID=b onclick="x()" data-x="1" title="t">c</p>', '<p>c</p>'],
    ['a style of a div', '<div style="color:red" class="a">b</div>', '<div>b</div>'],
    [
      'a picture in the background',
      '<p style="background-image:none;color:red">a</p>',
      '<p style="color:red">a</p>',
    ],
    [
      'an address in a style',
      `<p style='color:red;background:url("https://e.test/;a.png") red;margin:0'>a</p>`,
      '<p style="color:red;margin:0">a</p>',
    ],
    ['a hidden address in a style', '<p style="background:u\\72l(https://e.test)">a</p>', '<p>a</p>'],
    ['an entity in a style', '<p style="background:ur&#108;(https://e.test)">a</p>', '<p>a</p>'],
    ['a picture from elsewhere', 'a<img src="https://e.test/files/1.png" onerror="x()">b', 'ab'],
    ['a picture in the text', '<img src="data:image/png;base64,AAAA">', ''],
    ['where a link leads elsewhere', '<a href="https://e.test" target=_blank>a</a>', '<a>a</a>'],
    ['where a link runs a script', '<a href=" java&#115;cript:x()">a</a>', '<a>a</a>'],
    ['a tag that does not end', 'a<p style="', 'a'],
  ])('%s goes', (_, html, expected) => {
    expect(kept(html)).toBe(expected);
  });

  test.each([
    ['<p>a', '<p>a</p>'],
    ['a</div></p>b', 'ab'],
    ['<div><p>a</div>b</p>', '<div><p>a</p></div>b'],
    ['<b><b>a', '<b><b>a</b></b>'],
    ['1 < 2 <3 </ 4', '1 &lt; 2 &lt;3 '],
    ['<p style=color:red>a<br/>b</P>', '<p style="color:red">a<br>b</p>'],
  ])('%j comes out well-formed', (html, expected) => {
    expect(kept(html)).toBe(expected);
  });

  test('what was kept once is kept again unchanged', () => {
    const once = kept(
      '<div id=a><p style="color:red;background:url(x)">a <b>c & d < e<img src=x></div><a href=y>',
    );
    expect(kept(once)).toBe(once);
  });

  test('its words are read in one line', () => {
    expect(plainText('<p>a&amp;b</p>\n<p>&#x4f60;好 <b>c</b></p>')).toBe('a&b 你好 c');
  });
});
