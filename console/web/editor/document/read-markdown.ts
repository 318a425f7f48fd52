/** Markdown to the text of the editor. What an article cannot hold is left out; nothing that is read throws. */
import type { Token } from 'markdown-it';
import { childrenOf, numberAttr, type DocNode } from './doc-node.js';
import { flattenNesting } from './flatten-nesting.js';
import { createMarkdownParser } from './markdown-parser.js';
import { partedInline, trimmedInline } from './parts.js';
import { readInline } from './read-inline.js';

const parser = createMarkdownParser();

/** The whole text; of nothing, one empty paragraph. */
export function readMarkdown(markdown: string): DocNode {
  const blocks = levelled(new BlockReading(parser.parse(flattenNesting(markdown), {})).blocks());
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
}

/** The words of one line, as they would be read within a text. */
export const readWords = (markdown: string): readonly DocNode[] =>
  readInline(parser.parseInline(markdown, {})[0]?.children ?? []);

const node = (type: string, content: readonly DocNode[], attrs?: DocNode['attrs']): DocNode => ({
  ...{ type, ...(attrs === undefined ? {} : { attrs }) },
  ...(content.length === 0 ? {} : { content }),
});

class BlockReading {
  #at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  /** Everything up to the token that closes what is open. */
  blocks(): readonly DocNode[] {
    const found: DocNode[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.nesting === -1) break;
      found.push(...this.#block(token));
    }
    return found;
  }

  #next(): Token | undefined {
    const token = this.tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #block(token: Token): readonly DocNode[] {
    switch (token.type) {
      case 'heading_open':
        return this.#heading(Number(token.tag.slice(1)));
      case 'paragraph_open':
        return partedInline(this.#inline()).map((part) =>
          Array.isArray(part) ? node('paragraph', part) : part,
        );
      case 'blockquote_open':
        return unlessEmpty(node('blockquote', this.blocks()));
      case 'bullet_list_open':
        return unlessEmpty(node('bulletList', this.#items()));
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        return unlessEmpty(node('orderedList', this.#items(), { start }));
      }
      case 'table_open':
        return unlessEmpty(this.#table());
      case 'fence':
        return [codeBlock(token.content.replace(/\n$/, ''))];
      case 'hr':
        return [{ type: 'horizontalRule' }];
      default:
        return [];
    }
  }

  /** The inline token and the token that closes its block. */
  #inline(): readonly DocNode[] {
    const inline = readInline(this.#next()?.children ?? []);
    this.#next();
    return inline;
  }

  /** A picture cannot stand in a heading: it follows it. */
  #heading(level: number): readonly DocNode[] {
    const inline = this.#inline();
    const words = trimmedInline(inline.filter(({ type }) => type !== 'picture'));
    const pictures = inline.filter(({ type }) => type === 'picture');
    return words.length === 0 ? pictures : [node('heading', words, { level }), ...pictures];
  }

  /** An item begins with a paragraph, be it an empty one. */
  #items(): readonly DocNode[] {
    const items: DocNode[] = [];
    while (this.#next()?.type === 'list_item_open') {
      const blocks = this.blocks();
      const first = blocks[0]?.type === 'paragraph' ? [] : [node('paragraph', [])];
      items.push(node('listItem', [...first, ...blocks]));
    }
    return items;
  }

  #table(): DocNode {
    const rows: DocNode[][] = [];
    for (
      let token = this.#next();
      token !== undefined && token.type !== 'table_close';
      token = this.#next()
    ) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open' || token.type === 'td_open')
        rows.at(-1)?.push(this.#cell(token, token.type === 'th_open' ? 'tableHeader' : 'tableCell'));
    }
    return node(
      'table',
      rows.map((cells) => node('tableRow', cells)),
    );
  }

  #cell(token: Token, type: string): DocNode {
    const inline = this.#inline();
    const words = trimmedInline(inline.filter((one) => one.type !== 'picture'));
    const pictures = inline.filter((one) => one.type === 'picture');
    return node(type, [node('paragraph', words), ...pictures], { align: alignment(token) });
  }
}

const codeBlock = (text: string): DocNode => node('codeBlock', text === '' ? [] : [{ type: 'text', text }]);

function alignment(token: Token): 'center' | 'right' | null {
  const style = String(token.attrGet('style') ?? '');
  return style.endsWith('right') ? 'right' : style.endsWith('center') ? 'center' : null;
}

const unlessEmpty = (found: DocNode): readonly DocNode[] => (childrenOf(found).length === 0 ? [] : [found]);

/** The page's title is the first level: the highest heading of a text becomes the second, the others follow it. */
function levelled(blocks: readonly DocNode[]): readonly DocNode[] {
  const by = 2 - Math.min(...levelsIn(blocks), 6);
  return by === 0 ? blocks : blocks.map((block) => shifted(block, by));
}

const levelsIn = (blocks: readonly DocNode[]): readonly number[] =>
  blocks.flatMap((block) =>
    block.type === 'heading' ? [numberAttr(block, 'level', 2)] : levelsIn(childrenOf(block)),
  );

function shifted(block: DocNode, by: number): DocNode {
  if (block.type === 'heading')
    return { ...block, attrs: { level: Math.min(numberAttr(block, 'level', 2) + by, 6) } };
  return block.content === undefined
    ? block
    : { ...block, content: block.content.map((one) => shifted(one, by)) };
}
