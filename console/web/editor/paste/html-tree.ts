/** Tags and text as a tree. What is not closed is closed where its parent is. */
import { decoded, htmlTokens } from './html-tokens.js';

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}
/** text without entities, or an element */
export type HtmlNode = string | HtmlElement;

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';

/** What Word puts before the words of a list's item, for programs that know no lists. */
export const markerTag = 'list-marker';

const single: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** What a new element of these closes, if it is open. */
const closes: Readonly<Partial<Record<string, readonly string[]>>> = {
  p: ['p'],
  li: ['li', 'p'],
  tr: ['tr', 'td', 'th', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
};
/** Nothing is closed beyond these. */
const walls: ReadonlySet<string> = new Set(['table', 'ul', 'ol', 'body', 'blockquote']);
/** Deeper than anybody writes: what is below stands side by side. */
const mostLevels = 200;

interface Building extends HtmlElement {
  readonly children: HtmlNode[];
}

export function htmlTree(html: string): readonly HtmlNode[] {
  const root: Building = { tag: '', attributes: new Map(), children: [] };
  const open: Building[] = [root];
  const add = (node: HtmlNode): void => {
    open.at(-1)?.children.push(node);
  };
  const begin = (tag: string, attributes: HtmlElement['attributes']): Building => {
    const element: Building = { tag, attributes, children: [] };
    add(element);
    if (open.length < mostLevels) open.push(element);
    return element;
  };

  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') add(decoded(token.text));
    else if (token.kind === 'comment') {
      if (/\[if\s+!supportLists\]/i.test(token.text)) begin(markerTag, new Map());
      else if (/\[endif\]/i.test(token.text)) closeIn(open, [markerTag]);
    } else if (token.kind === 'close') closeIn(open, [token.tag]);
    else {
      const over = closes[token.tag];
      if (over !== undefined) closeWithin(open, over);
      if (single.has(token.tag) || token.closed)
        add({ tag: token.tag, attributes: token.attributes, children: [] });
      else begin(token.tag, token.attributes);
    }
  }
  return root.children;
}

/** Closes the innermost open element of a name, and what is open in it. */
function closeIn(open: Building[], tags: readonly string[]): void {
  const at = open.findLastIndex(({ tag }) => tags.includes(tag));
  if (at > 0) open.length = at;
}

/** The same, as far as the next wall; the outermost of them. */
function closeWithin(open: Building[], tags: readonly string[]): void {
  const wall = open.findLastIndex(({ tag }) => walls.has(tag));
  const at = open.findIndex(({ tag }, place) => place > wall && tags.includes(tag));
  if (at > 0) open.length = at;
}

/** A declaration of its `style`; empty where there is none. */
export function styleOf({ attributes }: HtmlElement, name: string): string {
  for (const declaration of (attributes.get('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, colon).trim().toLowerCase() === name) return declaration.slice(colon + 1).trim();
  }
  return '';
}

/** All its words. */
export const textOf = (node: HtmlNode): string =>
  isElement(node) ? node.children.map(textOf).join('') : node;
