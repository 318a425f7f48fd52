/** Two texts side by side, paragraph by paragraph. A list, a quote, a table is one paragraph. */
import { diffArrays } from 'diff';
import { childrenOf } from '../document/doc-node.js';
import { readMarkdown } from '../document/read-markdown.js';
import { writeBlock, writeMarkdown } from '../document/write-markdown.js';

export type Stretch =
  | { readonly kind: 'same'; readonly blocks: readonly string[] }
  | { readonly kind: 'different'; readonly left: readonly string[]; readonly right: readonly string[] };

/** The paragraphs of a text, each as Markdown. */
export const blocksOf = (markdown: string): readonly string[] =>
  childrenOf(readMarkdown(markdown))
    .map(writeBlock)
    .filter((block) => block !== '');

/** Written as one text: two lists side by side stay two. */
export const joinBlocks = (blocks: readonly string[]): string =>
  writeMarkdown({ type: 'doc', content: blocks.flatMap((block) => childrenOf(readMarkdown(block))) });

export function diffBlocks(left: readonly string[], right: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { value, added, removed } of diffArrays([...left], [...right])) {
    const last = found.at(-1);
    if (!added && !removed) found.push({ kind: 'same', blocks: value });
    else if (last?.kind !== 'different')
      found.push({ kind: 'different', left: removed ? value : [], right: added ? value : [] });
    else
      found.splice(-1, 1, {
        kind: 'different',
        left: removed ? [...last.left, ...value] : last.left,
        right: added ? [...last.right, ...value] : last.right,
      });
  }
  return found;
}
