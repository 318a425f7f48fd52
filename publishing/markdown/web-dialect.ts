/** The HTML of our own pages: no style, no id, and two classes, `center` and `right`, on the cells of tables. */
import { isForeign } from './links.js';
import { element, escapeText, escapeValue, type Dialect } from './write-html.js';

export const webDialect: Dialect = {
  pairs: {
    p: element('p'),
    quote: element('blockquote'),
    ul: element('ul'),
    li: element('li'),
    table: element('table'),
    thead: element('thead'),
    tbody: element('tbody'),
    tr: element('tr'),
    code: ['<pre><code>', '</code></pre>'],
    strong: element('strong'),
    em: element('em'),
    deleted: element('del'),
    inlineCode: element('code'),
  },
  rule: '<hr />',
  heading: (level) => element(`h${level}`),
  ol: (start) => element('ol', start === null ? '' : `start="${start}"`),
  cell: (head, align) => element(head ? 'th' : 'td', align === 'left' ? '' : `class="${align}"`),
  link: (address) =>
    element(
      'a',
      `href="${escapeValue(address)}"${isForeign(address) ? ' rel="noopener noreferrer nofollow"' : ''}`,
    ),
  picture: ({ id, alt, caption }) =>
    `<figure><img src="/a/pictures/${id}/web" alt="${escapeValue(alt)}" loading="lazy" />${
      caption === '' ? '' : `<figcaption>${escapeText(caption)}</figcaption>`
    }</figure>`,
};
