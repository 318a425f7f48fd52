/**
 * What is pasted, before the editor reads it: headings, paragraphs, lists, quotes, tables, links, bold and italics, and
 * nothing else. Written anew from what was understood, so that nothing of the foreign markup is left.
 */
import { cleanInline } from './clean-inline.js';
import { cleanTable } from './clean-table.js';
import { isUnseen, type Gathering } from './seen.js';
import { encoded } from './html-tokens.js';
import { htmlTree, isElement, styleOf, textOf, type HtmlElement, type HtmlNode } from './html-tree.js';
import { listEntry, writeLists, type ListEntry } from './word-lists.js';

export interface Cleaned {
  readonly html: string;
  /** `data:` addresses of pictures, in the order in which `<img data-upload="n">` stands for them */
  readonly pictures: readonly string[];
  /** pictures that were left out, because they lie elsewhere */
  readonly foreign: number;
}

const blockTags: ReadonlySet<string> = new Set(
  'p div section article main header footer aside nav center address figure figcaption form fieldset details summary dl dt dd pre hr ul ol li blockquote table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 body html'.split(
    ' ',
  ),
);

export function cleanHtml(html: string): Cleaned {
  const gathering: Gathering = { pictures: [], foreign: 0 };
  const tree = htmlTree(html);
  const cleaner = new Cleaner(gathering, has(tree, 'h1') ? 1 : 0);
  const blocks = cleaner.blocks(tree).join('');
  const own = ownSlice(tree);
  return {
    html: own === null ? blocks : `<div data-pm-slice="${encoded(own)}">${blocks}</div>`,
    ...gathering,
  };
}

/** How open its ends are, where it was copied from this editor. */
function ownSlice(tree: readonly HtmlNode[]): string | null {
  for (const node of tree) {
    if (!isElement(node)) continue;
    const own = node.attributes.get('data-pm-slice') ?? ownSlice(node.children);
    if (own !== null && /^\d+ \d+ \[\]$/.test(own)) return own;
  }
  return null;
}

const has = (tree: readonly HtmlNode[], tag: string): boolean =>
  tree.some((node) => isElement(node) && (node.tag === tag || has(node.children, tag)));

const holdsBlocks = (node: HtmlNode): boolean =>
  isElement(node) && (blockTags.has(node.tag) || node.children.some(holdsBlocks));

class Cleaner {
  constructor(
    private readonly gathering: Gathering,
    /** by how much headings go down: the title of an article is none of its own */
    private readonly lower: number,
  ) {}

  blocks(nodes: readonly HtmlNode[]): readonly string[] {
    const found: string[] = [];
    let line: HtmlNode[] = [];
    let entries: ListEntry[] = [];
    let quoted: string[] = [];
    const endLine = (): void => {
      found.push(...this.#paragraphs('p', line));
      line = [];
    };
    const endList = (): void => {
      if (entries.length > 0) found.push(writeLists(entries, (words) => this.#words(words)));
      entries = [];
    };
    const endQuote = (): void => {
      if (quoted.length > 0) found.push(`<blockquote>${quoted.join('')}</blockquote>`);
      quoted = [];
    };
    for (const node of nodes) {
      if (isElement(node) && isUnseen(node)) continue;
      if (!holdsBlocks(node) || !isElement(node)) {
        if (textOf(node).trim() !== '') {
          endList();
          endQuote();
        }
        line.push(node);
        continue;
      }
      endLine();
      const entry = listEntry(node);
      if (entry !== null) {
        endQuote();
        entries.push(entry);
      } else if (textOf(node).trim() !== '' || hasPicture(node)) {
        endList();
        if (isQuote(node)) quoted.push(...this.#paragraphs('p', node.children));
        else {
          endQuote();
          found.push(...this.#block(node));
        }
      }
    }
    endLine();
    endList();
    endQuote();
    return found;
  }

  #block(node: HtmlElement): readonly string[] {
    const level = headingLevel(node);
    if (level !== null)
      return this.#paragraphs(`h${Math.min(Math.max(level + this.lower, 2), 3)}`, node.children);
    switch (node.tag) {
      case 'ul':
      case 'ol':
        return [this.#list(node)];
      case 'blockquote':
        return [`<blockquote>${this.blocks(node.children).join('')}</blockquote>`];
      case 'table':
        return this.#table(node);
      case 'pre':
        return textOf(node)
          .split('\n')
          .flatMap((text) => this.#paragraphs('p', [text]));
      case 'hr':
        return [];
      case 'figure':
        return ownPicture(node) ?? this.blocks(node.children);
      default:
        return node.children.some(holdsBlocks)
          ? this.blocks(node.children)
          : this.#paragraphs('p', node.children);
    }
  }

  /** Two breaks, one after the other, begin a new paragraph; pictures stand between paragraphs. */
  #paragraphs(tag: string, nodes: readonly HtmlNode[]): readonly string[] {
    return cleanInline(nodes, this.gathering, tag === 'p')
      .split(/(?:\s*<br>\s*){2,}|(?=<img )|(?<=<img [^>]*>)/)
      .map((words) => words.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, ''))
      .filter((words) => words !== '')
      .map((words) => (words.startsWith('<img ') ? words : `<${tag}>${words}</${tag}>`));
  }

  /** Words of an item or a cell, where no second paragraph can be. */
  #words(nodes: readonly HtmlNode[]): string {
    return cleanInline(nodes, this.gathering, true).trim();
  }

  #list({ tag, children, attributes }: HtmlElement): string {
    const start = Number(attributes.get('start') ?? 1);
    const items: string[] = [];
    for (const child of children) {
      if (!isElement(child)) continue;
      const blocks = this.blocks(child.tag === 'li' ? child.children : [child]).join('');
      // a list that stands beside the items belongs to the one before it
      const last = items.at(-1);
      if ((child.tag === 'ul' || child.tag === 'ol') && last !== undefined)
        items.splice(-1, 1, last + blocks);
      else if (blocks !== '') items.push(/^<(ul|ol|blockquote)/.test(blocks) ? `<p></p>${blocks}` : blocks);
    }
    if (items.length === 0) return '';
    const first = tag === 'ol' && Number.isInteger(start) && start !== 1 ? ` start="${start}"` : '';
    return `<${tag}${first}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
  }

  /** A table of one cell is a frame around other things. */
  #table(node: HtmlElement): readonly string[] {
    const table = cleanTable(node, (cell) => this.#words(cell.children));
    return typeof table === 'string' ? [table] : this.blocks(table.children);
  }
}

function headingLevel(node: HtmlElement): number | null {
  const tag = /^h([1-6])$/.exec(node.tag);
  if (tag !== null) return Number(tag[1]);
  if (node.tag !== 'p' && node.tag !== 'div') return null;
  const named = /^(?:Mso)?Heading\s?([1-6])$|^MsoTitle$/i.exec(node.attributes.get('class') ?? '');
  if (named !== null) return Number(named[1] ?? 1);
  const outline = Number(styleOf(node, 'mso-outline-level'));
  return outline >= 1 && outline <= 6 ? outline : null;
}

/** Word's style for quotes: paragraph after paragraph of them are one. */
const isQuote = ({ tag, attributes }: HtmlElement): boolean =>
  tag === 'p' && /^Mso(Intense)?Quote/.test(attributes.get('class') ?? '');

const hasPicture = (node: HtmlNode): boolean =>
  isElement(node) &&
  (node.tag === 'img' || node.attributes.has('data-picture') || node.children.some(hasPicture));

/** A picture that was copied from this editor. */
function ownPicture(node: HtmlElement): readonly string[] | null {
  const id = /^[0-9a-f]{32}$/.exec(node.attributes.get('data-picture') ?? '')?.[0];
  if (id === undefined) return null;
  const words = ['alt', 'caption'].map(
    (name) => ` data-${name}="${encoded(node.attributes.get(`data-${name}`) ?? '')}"`,
  );
  return [`<figure data-picture="${id}"${words.join('')}></figure>`];
}
