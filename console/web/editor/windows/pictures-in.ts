import { childrenOf, textAttr, type DocNode } from '../document/doc-node.js';
import { readMarkdown } from '../document/read-markdown.js';

export interface NamedPicture {
  readonly id: string;
  readonly alt: string;
}

/** The pictures of a text in their order, each once. */
export function picturesIn(markdown: string): readonly NamedPicture[] {
  const found = new Map<string, NamedPicture>();
  for (const node of leaves(readMarkdown(markdown))) {
    const id = textAttr(node, 'id');
    if (node.type === 'picture' && id !== '' && !found.has(id))
      found.set(id, { id, alt: textAttr(node, 'alt') });
  }
  return [...found.values()];
}

function* leaves(node: DocNode): Generator<DocNode> {
  yield node;
  for (const child of childrenOf(node)) yield* leaves(child);
}
