/** Writes a document as text for a chat. */
import type { Block, Run } from './document.js';

/** A line for each paragraph, item and row; pictures are named where they have words. */
export const writePlain = (blocks: readonly Block[]): string => linesOf(blocks).join('\n');

const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return words(block.runs).split('\n');
      case 'picture':
        return [named(block.alt), block.caption].filter((line) => line !== '');
      case 'quote':
        return linesOf(block.blocks);
      case 'list':
        return block.items.flatMap((item, i) =>
          itemLines(item, block.start === null ? '· ' : `${block.start + i}. `),
        );
      case 'table':
        return [block.head, ...block.rows].map((row) =>
          row
            .map((cell) => linesOf(cell.blocks).join(' '))
            .filter((cell) => cell !== '')
            .join(' · '),
        );
      case 'code':
        return block.text.split('\n');
      case 'rule':
        return [];
    }
  });

function itemLines(item: readonly Block[], sign: string): readonly string[] {
  const [first = '', ...others] = linesOf(item);
  return [`${sign}${first}`, ...others.map((line) => `  ${line}`)];
}

const words = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** In the language in which it is described. */
const named = (alt: string): string =>
  alt === '' ? '' : /\p{Script=Han}/u.test(alt) ? `【图：${alt}】` : `[Picture: ${alt}]`;
