import type { Block } from './document.js';

/** The page's title is the first level: the highest heading of a text becomes the second, the others follow it. */
export function levelled(blocks: readonly Block[]): readonly Block[] {
  const highest = Math.min(...levelsIn(blocks), 6);
  return shifted(blocks, 2 - highest);
}

const levelsIn = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading'
      ? [block.level]
      : block.kind === 'quote'
        ? levelsIn(block.blocks)
        : block.kind === 'list'
          ? block.items.flatMap(levelsIn)
          : [],
  );

const shifted = (blocks: readonly Block[], by: number): readonly Block[] =>
  blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return { ...block, level: Math.min(block.level + by, 6) };
      case 'quote':
        return { ...block, blocks: shifted(block.blocks, by) };
      case 'list':
        return { ...block, items: block.items.map((item) => shifted(item, by)) };
      default:
        return block;
    }
  });
