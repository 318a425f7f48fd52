import { decoded, escaped, type Token, tokensOf } from './html-tokens.js';

/** What an article may show and where it may lead. */
export interface Allowed {
  readonly picture: (address: string) => boolean;
  readonly link: (address: string) => boolean;
}

const kept = new Set(
  [
    'section p div span br hr a img strong b em i u s del ins sub sup small mark',
    'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q pre code figure figcaption',
    'table caption colgroup col thead tbody tfoot tr td th ruby rt rp',
  ].flatMap((line) => line.split(' ')),
);
const empty = new Set(['br', 'hr', 'img', 'col']);
/** Elements that go with all that is in them; of others that are not kept the content stays. */
const gone = new Set(
  [
    'script style textarea title iframe noscript noembed noframes xmp',
    'svg math template object select video audio canvas head',
  ].flatMap((line) => line.split(' ')),
);
const attributes: Readonly<Record<string, readonly string[]>> = {
  img: ['alt', 'width', 'height'],
  ol: ['start'],
  col: ['span'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
};

/**
 * The HTML of an article as the platform keeps it (reference 10.5, 10.6): no script, no class and no id, pictures only
 * from the platform, links only to its articles, no pictures in backgrounds, no style on a div. Always well-formed.
 */
export function keptContent(html: string, allowed: Allowed): string {
  const open: string[] = [];
  let out = '';
  let skipped: { readonly tag: string; depth: number } | null = null;
  for (const token of tokensOf(html)) {
    if (skipped !== null) {
      if (token.is !== 'text' && token.tag === skipped.tag) skipped.depth += token.is === 'open' ? 1 : -1;
      if (skipped.depth === 0) skipped = null;
    } else if (token.is === 'text') out += token.text;
    else if (token.is === 'open' && gone.has(token.tag)) skipped = { tag: token.tag, depth: 1 };
    else if (!kept.has(token.tag)) continue;
    else if (token.is === 'open') {
      out += openTag(token, allowed);
      if (!empty.has(token.tag)) open.push(token.tag);
    } else out += closeTags(open, token.tag);
  }
  return out + closing(open);
}

/** Closes this element and all that is open inside it; nothing where it is not open. */
function closeTags(open: string[], tag: string): string {
  const at = open.lastIndexOf(tag);
  if (at < 0) return '';
  return closing(open.splice(at));
}

const closing = (tags: readonly string[]): string =>
  tags
    .toReversed()
    .map((tag) => `</${tag}>`)
    .join('');

function openTag(token: Extract<Token, { is: 'open' }>, allowed: Allowed): string {
  const { tag } = token;
  const value = (name: string): string | null => {
    const written = token.attributes.get(name);
    return written === undefined ? null : decoded(written);
  };
  const written = (name: string, text: string): string => ` ${name}="${escaped(text)}"`;
  let inside = '';
  if (tag === 'img') {
    const source = value('src')?.trim() ?? '';
    if (!allowed.picture(source)) return '';
    inside += written('src', source);
  }
  if (tag === 'a') {
    const address = value('href')?.trim() ?? '';
    if (allowed.link(address)) inside += written('href', address);
  }
  for (const name of attributes[tag] ?? []) {
    const text = value(name);
    if (text !== null) inside += written(name, text);
  }
  const style = tag === 'div' ? '' : keptStyle(value('style') ?? '');
  return `<${tag}${inside}${style === '' ? '' : written('style', style)}>`;
}

/** A style without pictures, and without what only looks like something else. */
function keptStyle(style: string): string {
  return declarations(style)
    .filter((one) => {
      const [property = '', ...rest] = one.split(':');
      if (!/^[a-z-]+$/i.test(property.trim()) || /^background-image$/i.test(property.trim())) return false;
      return !/\\|\/\*|url\s*\(|image(?:-set)?\s*\(|gradient\s*\(|expression\s*\(|@import/i.test(
        rest.join(':'),
      );
    })
    .join(';');
}

/** Split at semicolons, but not inside brackets and quotation marks. */
function declarations(style: string): readonly string[] {
  const found = style.match(/(?:"[^"]*"|'[^']*'|\([^()]*\)|[^;])+/g) ?? [];
  return found.map((one) => one.trim()).filter((one) => one.includes(':'));
}

/** The words of what is kept, in one line. */
export function plainText(html: string): string {
  let out = '';
  for (const token of tokensOf(html)) out += token.is === 'text' ? decoded(token.text) : ' ';
  return out.replace(/\s+/g, ' ').trim();
}
