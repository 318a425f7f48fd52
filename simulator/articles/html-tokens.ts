/** HTML as a row of tokens, read as forgivingly as browsers do. What is made of them is written anew, never passed on. */
export type Token =
  /** as it was written, entities included, fit to stand between tags */
  | { readonly is: 'text'; readonly text: string }
  /** names in small letters, values as written, entities included; of a name given twice the first counts */
  | { readonly is: 'open'; readonly tag: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly is: 'close'; readonly tag: string };

/** Elements whose content is no markup. */
const raw = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'noscript',
  'noembed',
  'noframes',
  'xmp',
]);

export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next !== at) yield textOf(html.slice(at, next < 0 ? html.length : next));
    if (next < 0) return;
    const tag = tagAt(html, next);
    if (tag === null) {
      yield textOf('<');
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.token === null) continue;
    yield tag.token;
    if (tag.token.is === 'open' && raw.has(tag.token.tag)) {
      const end = endOfRaw(html, at, tag.token.tag);
      yield textOf(html.slice(at, end));
      at = end;
    }
  }
}

const textOf = (text: string): Token => ({
  is: 'text',
  text: text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
});

/** The tag that begins here and where it ends; a null token for comments and the like; null where none begins. */
function tagAt(html: string, from: number): { readonly token: Token | null; readonly end: number } | null {
  const after = (mark: string): number => {
    const end = html.indexOf(mark, from);
    return end < 0 ? html.length : end + mark.length;
  };
  if (html.startsWith('<!--', from)) return { token: null, end: after('-->') };
  const name = nameAt(html, from);
  if (name === null) return /[!?/]/.test(html[from + 1] ?? '') ? { token: null, end: after('>') } : null;
  const { attributes, end } = attributesAt(html, name.end);
  // A tag that does not end is none, and takes what follows with it.
  if (end === null) return { token: null, end: html.length };
  return {
    token: name.closes ? { is: 'close', tag: name.tag } : { is: 'open', tag: name.tag, attributes },
    end,
  };
}

function nameAt(
  html: string,
  from: number,
): { readonly closes: boolean; readonly tag: string; readonly end: number } | null {
  const pattern = /<(\/?)([a-z][^\s/>]*)/iy;
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  if (found === null) return null;
  return { closes: found[1] === '/', tag: (found[2] ?? '').toLowerCase(), end: pattern.lastIndex };
}

function attributesAt(
  html: string,
  from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number | null } {
  const pattern = /[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?)/y;
  pattern.lastIndex = from;
  const attributes = new Map<string, string>();
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    if (found[1] === '>') return { attributes, end: pattern.lastIndex };
    const name = (found[2] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, found[3] ?? found[4] ?? found[5] ?? '');
  }
  return { attributes, end: null };
}

function endOfRaw(html: string, from: number, tag: string): number {
  const pattern = new RegExp(`</${tag}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A written value or text with its numbers and commonest names of characters read. */
export const decoded = (written: string): string =>
  written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** A text fit to stand between tags and in a value between double quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
