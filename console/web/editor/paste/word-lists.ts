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
    ordered: marker !== null && isNumber(marker),
    words: node.children,
  };
}

interface Marker {
  readonly text: string;
  /** stands in a font whose letters are dots and squares */
  readonly inSymbols: boolean;
}

/** What stands before the words; null: nothing does. */
function markerIn(node: HtmlNode, within = false): Marker | null {
  if (!isElement(node)) return null;
  const inSymbols = within || usesSymbols(node);
  if (node.tag === markerTag || /ignore/i.test(styleOf(node, 'mso-list')))
    return { text: textOf(node).trim(), inSymbols: inSymbols || node.children.some(usesSymbols) };
  for (const child of node.children) {
    const marker = markerIn(child, inSymbols);
    if (marker !== null) return marker;
  }
  return null;
}

const usesSymbols = (node: HtmlNode): boolean =>
  isElement(node) && /wingdings|webdings|symbol/i.test(styleOf(node, 'font-family'));

const isNumber = ({ text, inSymbols }: Marker): boolean =>
  /^[（(]?(\d+|[a-z]|[ivxlcdm]+|[一二三四五六七八九十百]+|[①-⑳])\s*[.)）、．]?$/i.test(text) &&
  !/^o$/.test(text) &&
  !(inSymbols && text.length === 1);

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
