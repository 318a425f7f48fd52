/** The text of the editor to Markdown. What is read back is the same text, and written again it is the same Markdown. */
import { childrenOf, numberAttr, textAttr, type DocNode } from './doc-node.js';
import { escapeCell, escapeLine, escapeText, escapeTitle } from './escape-text.js';
import { writeInline } from './write-inline.js';

/** Empty paragraphs and pictures that are still on their way up are left out. */
export function writeMarkdown(doc: DocNode): string {
  return blocks(childrenOf(doc));
}

/**
 * The same, with a memory for the blocks of the texts before: while somebody writes, one of them changes and the others are
 * the same objects.
 */
export function createMarkdownWriter(): (doc: DocNode) => string {
  const [known, knownOther] = [new WeakMap<DocNode, string>(), new WeakMap<DocNode, string>()];
  const remembered = (node: DocNode, other: boolean): string => {
    const memory = other ? knownOther : known;
    const text = memory.get(node) ?? block(node, other);
    memory.set(node, text);
    return text;
  };
  return (doc) => blocks(childrenOf(doc), '\n\n', remembered);
}

/** One block of it; empty where there is nothing to write. */
export const writeBlock = (block: DocNode): string => blocks([block]);

function blocks(nodes: readonly DocNode[], between = '\n\n', write = block): string {
  const found: string[] = [];
  let before = { type: '', other: false };
  for (const node of nodes) {
    // two lists side by side differ in their signs
    const other = before.type === node.type && !before.other;
    const text = write(node, other);
    if (text === '') continue;
    found.push(text);
    before = { type: node.type, other };
  }
  return found.join(between);
}

function block(node: DocNode, other: boolean): string {
  switch (node.type) {
    case 'paragraph':
      return lines(writeInline(childrenOf(node)));
    case 'heading':
      return heading(node);
    case 'blockquote':
      return prefixed(blocks(childrenOf(node)), '> ', '> ');
    case 'bulletList':
      return list(node, () => (other ? '* ' : '- '));
    case 'orderedList':
      return list(node, (at) => `${numberAttr(node, 'start', 1) + at}${other ? ')' : '.'} `);
    case 'codeBlock':
      return fenced(
        childrenOf(node)
          .map(({ text }) => text ?? '')
          .join(''),
      );
    case 'horizontalRule':
      return '---';
    case 'table':
      return table(node);
    case 'picture':
      return picture(node);
    default:
      return '';
  }
}

const lines = (text: string): string => text.split('\n').map(escapeLine).join('\n');

function heading(node: DocNode): string {
  const words = oneLine(node);
  // signs at its end would be taken for its end
  return words === '' ? '' : `${'#'.repeat(numberAttr(node, 'level', 2))} ${words.replace(/#+$/, '\\$&')}`;
}

/** Where no second line can be, a break is a space. */
const oneLine = (node: DocNode): string =>
  writeInline(
    childrenOf(node).map((part) => (part.type === 'hardBreak' ? { ...part, type: 'text', text: ' ' } : part)),
  );

function prefixed(text: string, first: string, rest: string): string {
  if (text === '') return '';
  return text
    .split('\n')
    .map((line, at) => ((at === 0 ? first : line === '' ? rest.trimEnd() : rest) + line).trimEnd())
    .join('\n');
}

/** Items of one paragraph, and lists within it, stand line by line; others have space between them. */
function list(node: DocNode, sign: (at: number) => string): string {
  const items = childrenOf(node)
    .map((item) => childrenOf(item).filter(hasWords))
    .filter(({ length }) => length > 0);
  const tight = items.every(isTight);
  const between = tight ? '\n' : '\n\n';
  // a rule of lines behind the sign of an item would be one rule with it
  const text = (item: readonly DocNode[]): string => blocks(item, between).replace(/^---(?=\n|$)/, '___');
  return items.map((item, at) => prefixed(text(item), sign(at), ' '.repeat(sign(at).length))).join(between);
}

/** Whether something is written of it: told without writing all that is in it once more at each level. */
const hasWords = (node: DocNode): boolean =>
  isList(node) || node.type === 'listItem' || node.type === 'blockquote'
    ? childrenOf(node).some(hasWords)
    : block(node, false) !== '';

/** A list that does not begin with 1 does not follow a line of words without space. */
const isTight = ([first, ...others]: readonly DocNode[]): boolean =>
  (first?.type === 'paragraph' || isList(first)) &&
  others.every((one) => isList(one) && (one.type === 'bulletList' || numberAttr(one, 'start', 1) === 1));

const isList = (node: DocNode | undefined): boolean =>
  node?.type === 'bulletList' || node?.type === 'orderedList';

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/^ *`+/gm) ?? []).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function table(node: DocNode): string {
  const rows = childrenOf(node).map((row) => childrenOf(row).flatMap(cellsOf));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width === 0) return '';
  const filled = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? empty));
  const [head = [], ...body] = filled;
  const rule = head.map(({ align }) => (align === 'center' ? ':-:' : align === 'right' ? '--:' : '---'));
  return [head.map(({ text }) => text), rule, ...body.map((row) => row.map(({ text }) => text))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

interface Cell {
  readonly text: string;
  readonly align: string;
}

const empty: Cell = { text: '', align: '' };

/** A cell over several columns, which Markdown does not know, is followed by empty ones. */
function cellsOf(cell: DocNode): readonly Cell[] {
  const text = childrenOf(cell)
    .map((one) => (one.type === 'picture' ? picture(one) : oneLine(one)))
    .filter((part) => part !== '')
    .map(escapeCell)
    .join(' ');
  const more = Array.from({ length: numberAttr(cell, 'colspan', 1) - 1 }, () => empty);
  return [{ text, align: textAttr(cell, 'align') }, ...more];
}

function picture(node: DocNode): string {
  const id = textAttr(node, 'id');
  if (id === '') return '';
  const alt = escapeText(textAttr(node, 'alt').replace(/\s+/gu, ' ').trim());
  const caption = escapeTitle(textAttr(node, 'caption'));
  return `![${alt}](picture:${id}${caption === '' ? '' : ` "${caption}"`})`;
}
