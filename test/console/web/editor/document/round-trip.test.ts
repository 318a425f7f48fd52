import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocNode } from '../../../../../console/web/editor/document/doc-node.js';
import { readMarkdown } from '../../../../../console/web/editor/document/read-markdown.js';
import {
  createMarkdownWriter,
  writeMarkdown,
} from '../../../../../console/web/editor/document/write-markdown.js';
import { createRenderer } from '../../../../../publishing/renderer.js';

const renderer = createRenderer();
const id = '0123456789abcdef0123456789abcdef';
const rewritten = (markdown: string): string => writeMarkdown(readMarkdown(markdown));

const kept: readonly (readonly [what: string, markdown: string])[] = [
  ['bold beside Chinese punctuation', '**注意：**请看'],
  ['bold that ends with a mark before a letter', 'a **(b)** c'],
  ['italics within bold', '**a *b* c**'],
  ['a link within bold', '**a [b](https://example.org/x) c**'],
  ['signs that are none', '1 \\* 2, \\[x\\], a\\_ b, \\`c\\`, 5 < 6, snake_case'],
  ['an entity that is written as such', '&amp;copy; and &'],
  ['what would be a list', '1\\. first\n\n\\- second\n\n\\+ third'],
  ['what would be a heading or a quote', '\\# no\n\n\\> no'],
  ['breaks', 'one\\\ntwo\\\n\\--- | ---'],
  ['headings', '## One\n\n### Two\n\ntext'],
  ['a heading that ends with a sign', '## C\\#'],
  ['lists in lists', '- a\n  - b\n    1. c\n    2. d\n- e'],
  ['lists with space between', '- a\n\n  b\n\n- c'],
  ['lists side by side', '- a\n\n* b\n\n1. c\n\n1) d'],
  ['a list that begins later', 'word\n\n3. c\n4. d'],
  ['a quote with a list', '> a\n>\n> - b\n> - c'],
  ['a picture with words', `![甲 \\[乙\\]](picture:${id} "它的\\"说明\\"")`],
  ['a picture without caption', `a\n\n![b](picture:${id})\n\nc`],
  ['a picture in a list', `- ![b](picture:${id})`],
  ['a table', '| a | b \\| c | d |\n| --- | :-: | --: |\n| 1 | **2** |  |'],
  ['code', '```\na **b**\n\n  c\n```'],
  ['code within words', 'a `b *c*` `` ` `` d'],
  ['deletions', 'a ~~b~~ c'],
  ['a rule', 'a\n\n---\n\nb'],
  ['an address with parentheses', '[a](https://example.org/\\(b\\))'],
  ['an exclamation mark before a link', 'a\\![b](https://example.org/)'],
];

describe('a text that is read and written again', () => {
  test.each(kept)('keeps %s as it was', (_, markdown) => {
    expect(rewritten(markdown)).toBe(markdown);
  });

  test.each(kept)('shows readers the same: %s', (_, markdown) => {
    expect(renderer.web(rewritten(markdown))).toBe(renderer.web(markdown));
  });

  test.each([12, 13, 50, 500, 10_000])(
    'keeps words below %d quotes or lists as readers have them, and takes no time for it',
    (levels) => {
      for (const sign of ['> ', '- ', '1. ']) {
        const markdown = `${sign.repeat(levels)}底`;
        expect(rewritten(markdown)).toContain('底');
        expect(renderer.web(rewritten(markdown))).toBe(renderer.web(markdown));
      }
    },
  );

  test.each([
    ['the highest heading becomes the second level', '# A\n\n## B', '## A\n\n### B'],
    ['lines of one paragraph become one', '甲\n乙\n\na\nb', '甲乙\n\na b'],
    ['underscores become stars', '_a_ __b__', '*a* **b**'],
    ['foreign pictures leave their words', '![a](https://example.org/a.png)', 'a'],
    ['addresses that lead nowhere leave their words', '[a](javascript:alert) [b](ftp://x)', 'a b'],
    ['HTML is text', '<b>a</b>', '\\<b>a\\</b>'],
    ['empty items go', '- a\n-\n- b', '- a\n- b'],
  ])('%s', (_, markdown, expected) => {
    expect(rewritten(markdown)).toBe(expected);
    expect(rewritten(expected)).toBe(expected);
  });
});

const word = fc.stringMatching(/^[ab*_~`[\]()!<>&#\-+.:|\\1 注意，：（）“]{1,8}$/);
const mark = fc.subarray(['bold', 'italic', 'strike']);
const textNode = fc
  .record({ text: word, marks: mark, link: fc.boolean(), code: fc.boolean() })
  .map(({ text, marks, link, code }): DocNode => {
    const all = [
      ...(link ? [{ type: 'link', attrs: { href: 'https://example.org/(a)' } }] : []),
      ...(code ? [] : marks.map((type) => ({ type }))),
      ...(code ? [{ type: 'code' }] : []),
    ];
    return { type: 'text', text, ...(all.length === 0 ? {} : { marks: all }) };
  });
const inline = fc.array(
  fc.oneof({ weight: 5, arbitrary: textNode }, fc.constant<DocNode>({ type: 'hardBreak' })),
  {
    maxLength: 6,
  },
);
const paragraph = inline.map((content): DocNode => ({ type: 'paragraph', content }));
const headingNode = inline.map((content): DocNode => ({ type: 'heading', attrs: { level: 2 }, content }));
const pictureNode = fc
  .record({ alt: word, caption: word })
  .map((attrs): DocNode => ({ type: 'picture', attrs: { id, ...attrs } }));
const cell = (type: string) => paragraph.map((one): DocNode => ({ type, content: [one] }));
const tableNode = fc
  .tuple(
    fc.array(cell('tableHeader'), { minLength: 1, maxLength: 3 }),
    fc.array(fc.array(cell('tableCell'), { maxLength: 3 }), { maxLength: 2 }),
  )
  .map(([head, rows]): DocNode => ({
    type: 'table',
    content: [head, ...rows].map((content) => ({ type: 'tableRow', content })),
  }));
const { blocks } = fc.letrec<{ blocks: readonly DocNode[]; item: DocNode; block: DocNode }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 1 }))
    .map(([first, rest]): DocNode => ({ type: 'listItem', content: [first, ...rest] })),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    headingNode,
    pictureNode,
    tableNode,
    fc.constant<DocNode>({ type: 'horizontalRule' }),
    fc
      .array(tie('item'), { minLength: 1, maxLength: 2 })
      .map((content): DocNode => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.array(tie('item'), { minLength: 1, maxLength: 2 }))
      .map(([start, content]): DocNode => ({ type: 'orderedList', attrs: { start }, content })),
    tie('blocks').map((content): DocNode => ({ type: 'blockquote', content })),
  ),
}));

/** All letters of a text, whatever stands between them. */
const lettersOf = (node: DocNode): string =>
  (node.text ?? '') +
  (node.type === 'picture' ? String(node.attrs?.['alt']) + String(node.attrs?.['caption']) : '') +
  (node.content ?? []).map(lettersOf).join('');
const squeezed = (text: string): string => text.replace(/\s+/gu, '');

describe('any text', () => {
  test('is the same Markdown when it is read and written once more', () => {
    fc.assert(
      fc.property(blocks, (content) => {
        const markdown = writeMarkdown({ type: 'doc', content });
        expect(rewritten(markdown)).toBe(markdown);
      }),
      { numRuns: 600 },
    );
  });

  test('is written by who remembers its blocks as by who does not, whatever is put in and taken out', () => {
    const orders = fc.array(fc.array(fc.nat({ max: 2 }), { maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(blocks, orders, (known, texts) => {
        const write = createMarkdownWriter();
        for (const order of texts) {
          const content = order.flatMap((at) => known[at] ?? []);
          expect(write({ type: 'doc', content })).toBe(writeMarkdown({ type: 'doc', content }));
        }
      }),
    );
  });

  test('keeps every letter', () => {
    fc.assert(
      fc.property(blocks, (content) => {
        const doc: DocNode = { type: 'doc', content };
        expect(squeezed(lettersOf(readMarkdown(writeMarkdown(doc))))).toBe(squeezed(lettersOf(doc)));
      }),
      { numRuns: 600 },
    );
  });

  test('is read without an error, and what readers see does not change', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('ab*_~`[]()!<>&#-+.:|\\1 注意，：\n\n')),
          maxLength: 60,
        }),
        (markdown) => {
          const once = rewritten(markdown);
          expect(rewritten(once)).toBe(once);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
