/** Writes a document as HTML in one of two dialects: our own pages', or the platform's. */
import type { Block, Cell, Marks, Run } from './document.js';

type Plain = 'p' | 'quote' | 'li' | 'table' | 'thead' | 'tbody' | 'tr' | 'ul' | 'code';
type Mark = 'strong' | 'em' | 'deleted' | 'inlineCode';

/** What opens an element and what closes it. */
export type Pair = readonly [open: string, close: string];

export interface Dialect {
  readonly pairs: Readonly<Record<Plain | Mark, Pair>>;
  readonly rule: string;
  heading(level: number): Pair;
  /** `start`: the first number, or null where it is 1 */
  ol(start: number | null): Pair;
  cell(head: boolean, align: Cell['align']): Pair;
  /** null: only its words are shown */
  link(address: string): Pair | null;
  /** '' leaves it out */
  picture(picture: Extract<Block, { kind: 'picture' }>): string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? '');

/** Text between double quotation marks. */
export const escapeValue = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

export const element = (tag: string, attributes = ''): Pair => [
  `<${tag}${attributes === '' ? '' : ` ${attributes}`}>`,
  `</${tag}>`,
];

/** No space between elements: the platform's editor makes an empty list item of it. */
export const writeHtml = (blocks: readonly Block[], dialect: Dialect): string =>
  blocks.map((block) => writeBlock(block, dialect)).join('');

function writeBlock(block: Block, dialect: Dialect): string {
  const { pairs } = dialect;
  const within = (blocks: readonly Block[]): string => writeHtml(blocks, dialect);
  switch (block.kind) {
    case 'heading':
      return wrap(dialect.heading(block.level), writeRuns(block.runs, dialect));
    case 'paragraph':
      return block.tight ? writeRuns(block.runs, dialect) : wrap(pairs.p, writeRuns(block.runs, dialect));
    case 'picture':
      return dialect.picture(block);
    case 'quote':
      return wrap(pairs.quote, within(block.blocks));
    case 'list': {
      const pair = block.start === null ? pairs.ul : dialect.ol(block.start === 1 ? null : block.start);
      return wrap(pair, block.items.map((item) => wrap(pairs.li, within(item))).join(''));
    }
    case 'table':
      return writeTable(block, dialect);
    case 'code':
      return wrap(pairs.code, lines(block.text));
    case 'rule':
      return dialect.rule;
  }
}

function writeTable({ head, rows }: Extract<Block, { kind: 'table' }>, dialect: Dialect): string {
  const { table, thead, tbody, tr } = dialect.pairs;
  const row = (cells: readonly Cell[], isHead: boolean): string =>
    wrap(
      tr,
      cells
        .map(({ align, blocks }) => wrap(dialect.cell(isHead, align), writeHtml(blocks, dialect)))
        .join(''),
    );
  const body = rows.map((cells) => row(cells, false)).join('');
  return wrap(table, wrap(thead, row(head, true)) + (body === '' ? '' : wrap(tbody, body)));
}

/** Opens and closes as little as the marks of neighbouring runs allow, always in one order: the tree stays a tree. */
function writeRuns(runs: readonly Run[], dialect: Dialect): string {
  let html = '';
  let open: readonly Pair[] = [];
  for (const { text, marks } of runs) {
    const wanted = pairsOf(marks, dialect);
    const shared = sharedStart(open, wanted);
    html +=
      closing(open.slice(shared)) +
      wanted
        .slice(shared)
        .map(([start]) => start)
        .join('');
    html += lines(text);
    open = wanted;
  }
  return html + closing(open);
}

function pairsOf(marks: Marks, dialect: Dialect): readonly Pair[] {
  const linked = marks.link === null ? null : dialect.link(marks.link);
  const { pairs } = dialect;
  return [
    ...(linked === null ? [] : [linked]),
    ...(marks.strong ? [pairs.strong] : []),
    ...(marks.em ? [pairs.em] : []),
    ...(marks.deleted ? [pairs.deleted] : []),
    ...(marks.code ? [pairs.inlineCode] : []),
  ];
}

function sharedStart(a: readonly Pair[], b: readonly Pair[]): number {
  const different = a.findIndex(([open], i) => b[i]?.[0] !== open);
  return different === -1 ? a.length : different;
}

const closing = (pairs: readonly Pair[]): string =>
  pairs
    .map(([, close]) => close)
    .reverse()
    .join('');

const wrap = ([open, close]: Pair, html: string): string => open + html + close;

const lines = (text: string): string => escapeText(text).replaceAll('\n', '<br />');
