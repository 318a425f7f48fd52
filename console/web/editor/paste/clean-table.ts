/** A table as Markdown has it: one row of heads, cells of one line, every row of the same width. */
import { isElement, type HtmlElement, type HtmlNode } from './html-tree.js';

/** The table, or its only cell where it has but one. */
export function cleanTable(table: HtmlElement, wordsIn: (cell: HtmlElement) => string): string | HtmlElement {
  const rows = rowsOf(table.children);
  const [only] = rows.flat();
  if (only !== undefined && rows.flat().length === 1) return only;
  const grid = gridOf(rows, wordsIn);
  const width = Math.max(0, ...grid.map(({ length }) => length));
  const lines = grid
    .filter((row) => row.some((words) => words !== ''))
    .map((row, at) => {
      const tag = at === 0 ? 'th' : 'td';
      const cells = Array.from(
        { length: width },
        (_, column) => `<${tag}><p>${row[column] ?? ''}</p></${tag}>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
  return lines.length === 0 ? '' : `<table><tbody>${lines.join('')}</tbody></table>`;
}

const rowsOf = (nodes: readonly HtmlNode[]): readonly (readonly HtmlElement[])[] =>
  nodes.filter(isElement).flatMap((node) => {
    if (node.tag !== 'tr') return /^t(head|body|foot)$/.test(node.tag) ? rowsOf(node.children) : [];
    return [node.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th')];
  });

/** Cells over several columns or rows are followed by empty ones. */
function gridOf(
  rows: readonly (readonly HtmlElement[])[],
  wordsIn: (cell: HtmlElement) => string,
): readonly (readonly string[])[] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let row = y; row < Math.min(y + height, rows.length); row += 1)
        for (let column = x; column < x + width; column += 1) {
          const line = grid[row];
          if (line !== undefined) line[column] = '';
        }
      const line = grid[y];
      if (line !== undefined)
        line[x] = wordsIn(cell)
          .replace(/(?:\s*<br>\s*)+/g, ' ')
          .replace(/<img [^>]*>/g, '')
          .trim();
      x += width;
    }
  });
  // cells that nothing was written to are holes
  return grid.map((row) => Array.from(row, (words: string | undefined) => words ?? ''));
}

function span({ attributes }: HtmlElement, name: string): number {
  const value = Number(attributes.get(name) ?? 1);
  return Number.isInteger(value) ? Math.min(Math.max(value, 1), 50) : 1;
}
