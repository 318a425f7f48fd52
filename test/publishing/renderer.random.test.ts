import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { createReadDocument } from '../../publishing/markdown/read-document.js';
import { platformDialect } from '../../publishing/markdown/platform-dialect.js';
import { platformAllowed, webAllowed } from '../../publishing/markdown/sanitize.js';
import { webDialect } from '../../publishing/markdown/web-dialect.js';
import { writeHtml } from '../../publishing/markdown/write-html.js';
import { createRenderer } from '../../publishing/renderer.js';
import { attributesIn } from './html.js';

const renderer = createRenderer();
const read = createReadDocument();
const id = '0123456789abcdef0123456789abcdef';
const address = 'https://mmbiz.qpic.cn/a"b<c>&d';

const pieces = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '\n',
    '\n\n',
    '  \n',
    '---\n',
    '```\n',
    '`',
    '*',
    '**',
    '_',
    '~~',
    '| a | b |\n|:-:|--|\n| ',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=x>',
    '<!--',
    '-->',
    '<a href="',
    '">',
    "'",
    '"',
    '\\',
  ],
  ...[
    '[a](',
    ')',
    '![a](',
    '[',
    ']',
    '[r]: ',
    '<',
    '>',
    'javascript:alert(1)',
    'JAVASCRIPT&colon;x',
    'data:text/html,x',
    ' "title"',
  ],
  ...[
    'https://example.org/',
    '//example.org',
    '/a/some-slug',
    `picture:${id}`,
    '&lt;',
    '&#x3c;',
    '&#0;',
    '&#x202e;',
    '\u0000',
    '\u202E',
  ],
  ...['间谍', '：', '“', 'words ', 'class="x" id="y" onclick="z" ', '<div>'],
);
const markdown = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
/** Attributes that are none of those. */
const strangers = (html: string, allowed: RegExp): readonly string[] =>
  attributesIn(html)
    .map(([name, value]) => `${name}=${value}`)
    .filter((attribute) => !allowed.test(attribute));
const runs = { numRuns: 1_000 };

describe('whatever is written', () => {
  test('our pages get what the second wall would not change, and the writer wrote nothing else', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const html = renderer.web(text);
        expect(sanitizeHtml(html, webAllowed)).toBe(html);
        expect(writeHtml(read(text), webDialect)).toBe(html);
      }),
      runs,
    );
  });

  test('nothing on our pages runs, loads or leads where it must not', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const html = renderer.web(text);
        expect(html).not.toMatch(/<(script|svg|style|iframe|div)/i);
        const allowed = new RegExp(
          `^(href=(https?://[^@]+|/a/[a-z0-9-]+)|rel=noopener noreferrer nofollow|src=/a/pictures/${id}/web|alt=[^]*|loading=lazy|class=(center|right)|start=\\d+)$`,
        );
        expect(strangers(html, allowed)).toEqual([]);
      }),
      runs,
    );
  });

  test('the platform gets styles, and no class, id, div or link', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const html = renderer.platform(text, () => address);
        expect(html).not.toMatch(/<(script|svg|style|iframe|div|a)\b/i);
        expect(sanitizeHtml(html, platformAllowed)).toBe(html);
        expect(
          strangers(
            html,
            /^(style=[-a-z0-9:;#.% ]+|src=https:\/\/mmbiz.qpic.cn\/a"b<c>&d|alt=[^]*|start=\d+)$/,
          ),
        ).toEqual([]);
        const written = writeHtml(read(text), platformDialect({ picture: () => address, link: () => null }));
        expect(html === '' ? '' : html.replace(/^<section[^>]*>/, '').replace(/<\/section>$/, '')).toBe(
          written,
        );
      }),
      runs,
    );
  });

  test('the pictures and links of the page are those it is said to refer to', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { pictures, links } = renderer.references(text);
        const html = renderer.web(text);
        const values = (wanted: string): Set<string> =>
          new Set(attributesIn(html).flatMap(([name, value]) => (name === wanted ? [value] : [])));
        expect(values('href')).toEqual(new Set(links));
        expect(values('src')).toEqual(new Set(pictures.map((picture) => `/a/pictures/${picture}/web`)));
      }),
      runs,
    );
  });

  test('a chat gets lines of words without controls', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(renderer.plain(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]|(?![\n\t])\p{Cc}/u);
      }),
      runs,
    );
  });
});
