/** HTML cut into tags and text, as a string: what comes from a clipboard is cleaned before any browser reads it. */

export type HtmlToken =
  | {
      readonly kind: 'open';
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly closed: boolean;
    }
  | { readonly kind: 'close'; readonly tag: string }
  /** still with its entities */
  | { readonly kind: 'text'; readonly text: string }
  /** the words of a comment, also of Word's `<![if …]>` */
  | { readonly kind: 'comment'; readonly text: string };

/** Elements whose content is no markup. */
const raw: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noscript',
  'noembed',
]);

const tagName = /^<(\/?)([a-z][^\s/>]*)/i;
const attribute = /\s*\/?\s*([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

/** Whatever the text is, this ends, in a time that grows with its length. */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const found: HtmlToken[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next !== at) found.push({ kind: 'text', text: html.slice(at, next === -1 ? undefined : next) });
    if (next === -1) break;
    const read = markup(html, next);
    found.push(read.token);
    at = read.end;
    if (read.token.kind === 'open' && raw.has(read.token.tag)) at = endOfRaw(html, at, read.token.tag);
  }
  return found;
}

interface Read {
  readonly token: HtmlToken;
  readonly end: number;
}

function markup(html: string, at: number): Read {
  if (html.startsWith('<!--', at)) {
    const close = html.indexOf('-->', at + 4);
    const end = close === -1 ? html.length : close;
    return { token: { kind: 'comment', text: html.slice(at + 4, end) }, end: end + 3 };
  }
  if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
    const close = html.indexOf('>', at);
    const end = close === -1 ? html.length : close;
    return { token: { kind: 'comment', text: html.slice(at + 2, end) }, end: end + 1 };
  }
  const name = tagName.exec(html.slice(at, at + 100));
  // a sign that begins no tag
  if (name === null) return { token: { kind: 'text', text: '&lt;' }, end: at + 1 };
  const tag = (name[2] ?? '').toLowerCase();
  const { attributes, end, closed } = attributesFrom(html, at + name[0].length);
  return { token: name[1] === '/' ? { kind: 'close', tag } : { kind: 'open', tag, attributes, closed }, end };
}

function attributesFrom(html: string, from: number) {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    const gap = /[\s/]*>/y;
    gap.lastIndex = at;
    const over = gap.exec(html);
    if (over !== null) return { attributes, end: at + over[0].length, closed: over[0].includes('/') };
    attribute.lastIndex = at;
    const read = attribute.exec(html);
    if (read === null) return { attributes, end: html.length, closed: false };
    at += read[0].length;
    const name = (read[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decoded(read[2] ?? read[3] ?? read[4] ?? ''));
  }
}

function endOfRaw(html: string, from: number, tag: string): number {
  const close = new RegExp(`</${tag}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

const named: Readonly<Partial<Record<string, string>>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text without its entities, as far as a clipboard writes them. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    const code = Number(decimal ?? (hex === undefined ? Number.NaN : `0x${String(hex)}`));
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    return named[String(name).toLowerCase()] ?? whole;
  });

/** Text as it may stand in HTML, between tags or in double quotes. */
export const encoded = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
