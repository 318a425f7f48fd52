/** What an article can consist of. What is not in these types cannot come out of any writer. */

export interface Marks {
  readonly strong: boolean;
  readonly em: boolean;
  readonly deleted: boolean;
  readonly code: boolean;
  /** an address that was looked at (links.ts) */
  readonly link: string | null;
}

/** Words of one look. A line feed in `text` is a line break. */
export interface Run {
  readonly text: string;
  readonly marks: Marks;
}

export interface Cell {
  readonly align: 'left' | 'center' | 'right';
  readonly blocks: readonly Block[];
}

export type Block =
  /** the highest level of an article is 2: its title is 1 */
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  /** `tight`: the only lines of a list item or a cell */
  | { readonly kind: 'paragraph'; readonly tight: boolean; readonly runs: readonly Run[] }
  | { readonly kind: 'picture'; readonly id: string; readonly alt: string; readonly caption: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  /** `start` null: bullets */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** Every run of the blocks and of what is in them, and every picture, in the order of reading. */
export function* leaves(blocks: readonly Block[]): Generator<Run | Extract<Block, { kind: 'picture' }>> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        yield* block.runs;
        break;
      case 'picture':
        yield block;
        break;
      case 'quote':
        yield* leaves(block.blocks);
        break;
      case 'list':
        yield* leaves(block.items.flat());
        break;
      case 'table':
        yield* leaves([block.head, ...block.rows].flat().flatMap((cell) => cell.blocks));
        break;
      case 'code':
      case 'rule':
    }
  }
}
