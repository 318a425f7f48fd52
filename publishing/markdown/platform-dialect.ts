/**
 * The HTML of the platform's articles. Its editor drops classes, ids and `div`s with what they wear, so every element
 * carries its own style; colours are those of our pages in daylight, and sizes leave room for the reader's own.
 */
import { element, escapeText, escapeValue, type Dialect } from './write-html.js';

const ink = '#1d2527';
const soft = '#515c5f';
const accent = '#0b5a61';
const hairline = '#dcd9d0';
const sunk = '#f0eee8';

/** What all of it inherits, said once: every character counts against the platform's limit. */
export const platformFrame = (html: string): string =>
  html === '' ? '' : `<section style="font-size:16px;line-height:1.75;color:${ink}">${html}</section>`;

const styled = (tag: string, style: string) => element(tag, `style="${style}"`);
const cell = `padding:8px;border:1px solid ${hairline};font-size:15px;line-height:1.6`;
const picture = 'display:block;width:100%;height:auto;margin:0';

export interface PlatformAddresses {
  /** the address of a picture on the platform; null leaves the picture out */
  picture(id: string): string | null;
  /** the address on the platform behind a link; null leaves only its words */
  link(address: string): string | null;
}

export const platformDialect = (addresses: PlatformAddresses): Dialect => ({
  pairs: {
    p: styled('p', 'margin:0 0 16px'),
    quote: styled(
      'blockquote',
      `margin:0 0 16px;padding:8px 16px;border-left:3px solid ${accent};background-color:${sunk};color:${soft}`,
    ),
    ul: styled('ul', 'margin:0 0 16px;padding:0 0 0 24px;list-style-type:disc'),
    li: styled('li', 'margin:0 0 8px'),
    table: styled('table', 'width:100%;margin:0 0 16px;border-collapse:collapse'),
    thead: element('thead'),
    tbody: element('tbody'),
    tr: element('tr'),
    code: styled(
      'section',
      `margin:0 0 16px;padding:8px 16px;background-color:${sunk};font-family:monospace;font-size:14px;line-height:1.6;white-space:pre-wrap`,
    ),
    strong: styled('strong', 'font-weight:bold'),
    em: styled('em', 'font-style:italic'),
    deleted: styled('span', 'text-decoration:line-through'),
    inlineCode: styled('span', `font-family:monospace;background-color:${sunk}`),
  },
  rule: `<section style="margin:24px 0;border-top:1px solid ${hairline}"></section>`,
  heading: (level) =>
    level === 2
      ? styled('h2', `margin:24px 0 16px;font-size:20px;line-height:1.5;font-weight:bold;color:${accent}`)
      : styled('h3', 'margin:24px 0 8px;font-size:17px;line-height:1.5;font-weight:bold'),
  ol: (start) =>
    element(
      'ol',
      `${start === null ? '' : `start="${start}" `}style="margin:0 0 16px;padding:0 0 0 24px;list-style-type:decimal"`,
    ),
  cell: (head, align) =>
    head
      ? styled('th', `${cell};background-color:${sunk};font-weight:bold;text-align:${align}`)
      : styled('td', `${cell};text-align:${align}`),
  link(address) {
    const there = addresses.link(address);
    return there === null
      ? null
      : element('a', `href="${escapeValue(there)}" style="color:${accent};text-decoration:underline"`);
  },
  picture({ id, alt, caption }) {
    const there = addresses.picture(id);
    if (there === null) return '';
    const image = `<img src="${escapeValue(there)}" alt="${escapeValue(alt)}" style="${picture}" />`;
    const words =
      caption === ''
        ? ''
        : `<p style="margin:8px 0 0;font-size:14px;line-height:1.6;text-align:center;color:${soft}">${escapeText(caption)}</p>`;
    return `<section style="margin:0 0 16px">${image}${words}</section>`;
  },
});
