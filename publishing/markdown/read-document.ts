/** Markdown to a document: parsed, judged, and brought into the few forms that there are. */
import type { Token } from 'markdown-it';
import { neutralText } from '../../domain/clean-text.js';
import type { Block, Cell } from './document.js';
import { levelled } from './levels.js';
import { parted, trimmed } from './parts.js';
import { createParser } from './parser.js';
import { readInline } from './read-inline.js';
import { beginning, flattenNesting, isWithinReason } from './within-reason.js';

export type ReadDocument = (markdown: string) => readonly Block[];

/** A reader of documents. It reads whatever comes in, in a time that grows with its length and with nothing else. */
export function createReadDocument(): ReadDocument {
  const parser = createParser();
  return (markdown) => {
    if (!isWithinReason(markdown)) return asText(markdown);
    const tokens = parser.parse(flattenNesting(markdown), {});
    return levelled(new BlockReading(tokens).blocks());
  };
}

const plain = { strong: false, em: false, deleted: false, code: false, link: null } as const;

const asText = (markdown: string): readonly Block[] => [
  {
    kind: 'paragraph',
    tight: false,
    runs: [{ text: neutralText(beginning(markdown)).trim(), marks: plain }],
  },
];

class BlockReading {
  #at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  /** Everything up to the token that closes what is open. */
  blocks(): readonly Block[] {
    const found: Block[] = [];
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

  #block(token: Token): readonly Block[] {
    switch (token.type) {
      case 'heading_open':
        return this.#heading(Number(token.tag.slice(1)));
      case 'paragraph_open':
        return this.#words(token.hidden);
      case 'blockquote_open':
        return notEmpty({ kind: 'quote', blocks: this.blocks() });
      case 'bullet_list_open':
        return notEmpty({ kind: 'list', start: null, items: this.#items() });
      case 'ordered_list_open':
        return notEmpty({ kind: 'list', start: Number(token.attrGet('start') ?? 1), items: this.#items() });
      case 'table_open':
        return [this.#table()];
      case 'fence':
        return [{ kind: 'code', text: neutralText(token.content).replace(/\n$/, '') }];
      case 'hr':
        return [{ kind: 'rule' }];
      default:
        return [];
    }
  }

  /** The inline token and the token that closes its paragraph. */
  #inline() {
    const inline = readInline(this.#next()?.children ?? []);
    this.#next();
    return inline;
  }

  #words(tight: boolean): readonly Block[] {
    return parted(this.#inline()).map((part) =>
      'kind' in part ? part : { kind: 'paragraph', tight, runs: part },
    );
  }

  /** A picture cannot stand in a heading: it follows it. */
  #heading(level: number): readonly Block[] {
    const inline = this.#inline();
    const runs = trimmed(inline.filter((part) => 'text' in part));
    const pictures = inline.filter((part) => 'kind' in part);
    return runs.length === 0 ? pictures : [{ kind: 'heading', level, runs }, ...pictures];
  }

  #items(): readonly (readonly Block[])[] {
    const items: (readonly Block[])[] = [];
    while (this.#next()?.type === 'list_item_open') items.push(this.blocks());
    return items;
  }

  #table(): Block {
    const rows: Cell[][] = [];
    for (
      let token = this.#next();
      token !== undefined && token.type !== 'table_close';
      token = this.#next()
    ) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open' || token.type === 'td_open')
        rows.at(-1)?.push({ align: alignment(token), blocks: this.#words(true) });
    }
    return { kind: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
  }
}

function alignment(token: Token): Cell['align'] {
  const style = String(token.attrGet('style') ?? '');
  return style.endsWith('right') ? 'right' : style.endsWith('center') ? 'center' : 'left';
}

const notEmpty = (block: Extract<Block, { kind: 'quote' | 'list' }>): readonly Block[] =>
  (block.kind === 'quote' ? block.blocks : block.items).length === 0 ? [] : [block];
