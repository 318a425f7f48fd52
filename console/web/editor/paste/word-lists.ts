/** Lists of Word and WPS: paragraphs that only look like items, and say in their style which list and level they are of. */
import { isElement, markerTag, styleOf, textOf, type HtmlElement, type HtmlNode } from './html-tree.js';

export interface ListEntry {
  readonly list: string;
  /** 1 is the outermost */
  readonly level: number;
  readonly ordered: boolean;
  readonly words: readonly HtmlNode[];
}

/** The paragraph as an item; null: it is none. */
export function listEntry(node: HtmlElement): ListEntry | null {
  if (node.tag !== 'p' && node.tag !== 'div' && !/^h[1-6]$/.test(node.tag)) return null;
  const style = styleOf(node, 'mso-list');
  const found = /^(l\d+)\s+level(\d)/i.exec(style);
  const marker = markerIn(node);
  if (found === null && (marker === null || !/MsoList/i.test(node.attributes.get('class') ?? '')))
    return null;
  return {
    list: found?.[1] ?? '',
    level: Number(found?.[2] ?? 1),
    ordered: isNumber((marker ?? '').trim()),
    words: node.children,
  };
}

/** What stands before the words; null: nothing does. */
function markerIn(node: HtmlNode): string | null {
  if (!isElement(node)) return null;
  if (node.tag === markerTag || /ignore/i.test(styleOf(node, 'mso-list'))) return textOf(node);
  for (const child of node.children) {
    const marker = markerIn(child);
    if (marker !== null) return marker;
  }
  return null;
}

const isNumber = (marker: string): boolean =>
  /^[（(]?(\d+|[a-z]|[ivxlcdm]+|[一二三四五六七八九十百]+|[①-⑳])\s*[.)）、．]?$/i.test(marker) &&
  !/^o$/.test(marker);

/** Entries one after the other as lists in lists. */
export function writeLists(
  entries: readonly ListEntry[],
  wordsIn: (nodes: readonly HtmlNode[]) => string,
): string {
  let html = '';
  const open: string[] = [];
  const close = (): void => {
    html += `</li></${open.pop() ?? 'ul'}>`;
  };
  for (const { level, ordered, words } of entries) {
    const tag = ordered ? 'ol' : 'ul';
    const depth = Math.min(level, open.length + 1);
    while (open.length > depth) close();
    if (open.length === depth && open.at(-1) !== tag) close();
    if (open.length === depth) html += '</li>';
    else {
      html += `<${tag}>`;
      open.push(tag);
    }
    html += `<li><p>${wordsIn(words)}</p>`;
  }
  while (open.length > 0) close();
  return html;
}
