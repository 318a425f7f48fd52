import { describe, expect, test } from '@jest/globals';
import { createRenderer } from '../../publishing/renderer.js';

const id = '0123456789abcdef0123456789abcdef';
const other = 'fedcba9876543210fedcba9876543210';
const renderer = createRenderer();

describe('an article on our own pages', () => {
  test.each([
    ['paragraphs', 'one\n\ntwo', '<p>one</p><p>two</p>'],
    [
      'emphasis',
      'a **b** *c* ~~d~~ `e`',
      '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>',
    ],
    ['marks in marks', '**a *b***', '<p><strong>a <em>b</em></strong></p>'],
    [
      'emphasis at Chinese punctuation',
      '**注意：**请看“**引号**”后',
      '<p><strong>注意：</strong>请看“<strong>引号</strong>”后</p>',
    ],
    ['emphasis of quoted words', '他说**“不是我”**然后', '<p>他说<strong>“不是我”</strong>然后</p>'],
    ['the highest heading', '# one\n\n### three\n\n# one', '<h2>one</h2><h4>three</h4><h2>one</h2>'],
    ['a lower beginning', '### three\n\n## two', '<h3>three</h3><h2>two</h2>'],
    ['seven levels of headings at most', '# a\n\n###### f', '<h2>a</h2><h6>f</h6>'],
    ['lists', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['numbers from where they begin', '3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    [
      'quotes',
      '> a\n\n> > b',
      '<blockquote><p>a</p></blockquote><blockquote><blockquote><p>b</p></blockquote></blockquote>',
    ],
    ['a rule and code', '```js\na < b\n```\n\n---', '<pre><code>a &lt; b</code></pre><hr />'],
    ['text that is pushed in', '    not code', '<p>not code</p>'],
    [
      'a line end between Chinese characters',
      '第一行，\n第二行\nword\nword',
      '<p>第一行，第二行 word word</p>',
    ],
    ['a break that is meant', 'a  \nb\\\nc', '<p>a<br />b<br />c</p>'],
    ['nothing', ' \n\n', ''],
  ])('%s', (_, markdown, html) => {
    expect(renderer.web(markdown)).toBe(html);
  });

  test('a table, aligned by classes', () => {
    expect(renderer.web('| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |')).toBe(
      '<table><thead><tr><th>a</th><th class="center">b</th><th class="right">c</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="center">2</td><td class="right">3</td></tr></tbody></table>',
    );
  });

  test('a picture stands by itself, its caption below it', () => {
    const img = `<img src="/a/pictures/${id}/web" alt="港口" loading="lazy" />`;
    expect(renderer.web(`before ![港口](picture:${id} "资料图") after`)).toBe(
      `<p>before</p><figure>${img}<figcaption>资料图</figcaption></figure><p>after</p>`,
    );
    expect(renderer.web(`![港口](picture:${id.toUpperCase()})`)).toBe(`<figure>${img}</figure>`);
    expect(renderer.web(`# T ![港口](picture:${id})`)).toBe(`<h2>T</h2><figure>${img}</figure>`);
    expect(renderer.web(`[![港口](picture:${id})](https://example.org)`)).toBe(`<figure>${img}</figure>`);
  });

  test.each([
    'https://example.org/a.png',
    'http://e/x.gif',
    'picture:abc',
    `picture:${id}0`,
    '/a/pictures/x/web',
    'data:image/png;base64,AAAA',
  ])('of a picture at %s only the words are left', (address) => {
    expect(renderer.web(`see ![the *harbour*](${address}) here`)).toBe('<p>see the harbour here</p>');
  });

  test('links lead to other places without a word about the reader, and to our articles', () => {
    const rel = 'rel="noopener noreferrer nofollow"';
    expect(renderer.web('[a](https://example.org/?x=1&y=2 "t")')).toBe(
      `<p><a href="https://example.org/?x=1&amp;y=2" ${rel}>a</a></p>`,
    );
    expect(renderer.web('<http://example.org>')).toBe(
      `<p><a href="http://example.org/" ${rel}>http://example.org</a></p>`,
    );
    expect(renderer.web('[**b** c](/a/how-spies-ask)')).toBe(
      '<p><a href="/a/how-spies-ask"><strong>b</strong> c</a></p>',
    );
    expect(renderer.web('https://example.org www.example.org a@example.org')).toBe(
      '<p>https://example.org www.example.org a@example.org</p>',
    );
  });
});

describe('an article on the platform', () => {
  const pictures = (asked: string): string | null =>
    asked === id ? 'https://mmbiz.qpic.cn/mmbiz_jpg/x/0?wx_fmt=jpeg&a=1' : null;
  const platform = (markdown: string): string => renderer.platform(markdown, pictures);
  const bare = (html: string): string => html.replace(/ style="[^"]*"/g, '');

  test('every element but a table’s rows carries its own style', () => {
    const html = platform(
      `# T\n\n## U\n\n**a** *b* ~~c~~ \`d\`\n\n> q\n\n- l\n\n1. o\n\n| x |\n|-|\n| y |\n\n---\n\n\`\`\`\nc\n\`\`\`\n\n![p](picture:${id} "c")`,
    );
    const unstyled = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/g)].filter(
      ([, , rest = '']) => !rest.includes('style="'),
    );
    expect([...new Set(unstyled.map(([, tag]) => tag))].sort()).toEqual(['tbody', 'thead', 'tr']);
    expect(html).not.toMatch(/\n/);
    expect(bare(html)).toBe(
      '<section><h2>T</h2><h3>U</h3><p><strong>a</strong> <em>b</em> <span>c</span> <span>d</span></p>' +
        '<blockquote><p>q</p></blockquote><ul><li>l</li></ul><ol><li>o</li></ol>' +
        '<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>' +
        '<section></section><section>c</section>' +
        '<section><img src="https://mmbiz.qpic.cn/mmbiz_jpg/x/0?wx_fmt=jpeg&amp;a=1" alt="p" /><p>c</p></section></section>',
    );
  });

  test('headings have two levels, whatever they were', () => {
    expect(bare(platform('# a\n\n## b\n\n##### e'))).toBe(
      '<section><h2>a</h2><h3>b</h3><h3>e</h3></section>',
    );
  });

  test('a picture that is not on the platform is left out', () => {
    expect(bare(platform(`a ![x](picture:${other}) b`))).toBe('<section><p>a</p><p>b</p></section>');
  });

  test('of links the words are left, except to articles that are there', () => {
    expect(
      bare(platform('[a](https://example.org) [b](/a/boxes) [c](https://mp.weixin.qq.com/s/abc?x=1&y=2)')),
    ).toBe('<section><p>a b <a href="https://mp.weixin.qq.com/s/abc?x=1&amp;y=2">c</a></p></section>');
    expect(bare(platform('[c](https://mp.weixin.qq.com.example.org/s/abc)'))).toBe(
      '<section><p>c</p></section>',
    );
    const told = createRenderer({
      onPlatform: (link) => (link === '/a/boxes' ? 'https://mp.weixin.qq.com/s/b' : null),
    });
    expect(bare(told.platform('[a](https://mp.weixin.qq.com/s/a) [b](/a/boxes)', pictures))).toBe(
      '<section><p>a <a href="https://mp.weixin.qq.com/s/b">b</a></p></section>',
    );
  });

  test('nothing is nothing', () => {
    expect(platform('\n')).toBe('');
  });

  test('an ordinary article of two thousand characters stays far below the platform’s limit', () => {
    const article = `## 小标题\n\n${'一个普通的段落，讲清楚一件事。'.repeat(5)}\n\n`.repeat(25);
    expect(article.length).toBeGreaterThan(2_000);
    expect(platform(article).length).toBeLessThan(8_000);
  });
});

describe('an article in the chat', () => {
  test.each([
    ['headings and paragraphs are lines', '# T\n\none **two**\n\nthree', 'T\none two\nthree'],
    ['lists keep dots and numbers', '- a\n- b\n  1. c\n  2. d', '· a\n· b\n  1. c\n  2. d'],
    ['numbers go on from the first', '7. a\n8. b', '7. a\n8. b'],
    ['links are their words', '[a](https://example.org) <https://example.org>', 'a https://example.org'],
    [
      'a picture is named in the language of its words',
      `![港口](picture:${id} "资料图")`,
      '【图：港口】\n资料图',
    ],
    ['in English too', `![a harbour](picture:${id})`, '[Picture: a harbour]'],
    ['a picture without words is nothing', `a\n\n![](picture:${id})\n\nb`, 'a\nb'],
    ['quotes are lines', '> a\n>\n> b', 'a\nb'],
    ['rows are lines', '| a | b |\n|-|-|\n| 1 | 2 |', 'a · b\n1 · 2'],
    ['signs that are meant are kept', '2 \\* 3 = 6 &amp; 1 < 2', '2 * 3 = 6 & 1 < 2'],
    ['a rule is nothing', 'a\n\n---\n\nb', 'a\nb'],
  ])('%s', (_, markdown, text) => {
    expect(renderer.plain(markdown)).toBe(text);
  });
});

describe('what an article refers to', () => {
  test('pictures and links as they come, each once, without those that are refused', () => {
    const markdown = `![a](picture:${other}) ![b](picture:${id}) ![b](picture:${id}) ![c](https://example.org/c.png)

> - [d](/a/doors) and | [x](javascript:alert(1))

| [e](https://example.org/e) |
|-|
| ![f](picture:${id}) [**d** again](/a/doors) |

[unused]: https://example.org/unused`;
    expect(renderer.references(markdown)).toEqual({
      pictures: [other, id],
      links: ['/a/doors', 'https://example.org/e'],
    });
  });
});
