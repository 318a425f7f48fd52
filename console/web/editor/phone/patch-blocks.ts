/** The text as readers get it, built by ProseMirror's own writer out of nodes: no HTML is read on the way. */
import { DOMSerializer, type Node as ProseMirrorNode } from '@tiptap/pm/model';

/** Shows a document in an element, and changes only the blocks that changed since it was last shown there. */
export function createBlockPatcher(target: HTMLElement): (doc: ProseMirrorNode) => void {
  let shown: readonly ProseMirrorNode[] = [];
  return (doc) => {
    const next = blocksIn(doc);
    const serializer = DOMSerializer.fromSchema(doc.type.schema);
    let start = 0;
    while (start < shown.length && start < next.length && shown[start] === next[start]) start += 1;
    let end = 0;
    while (
      end < shown.length - start &&
      end < next.length - start &&
      shown[shown.length - 1 - end] === next[next.length - 1 - end]
    )
      end += 1;
    for (let at = shown.length - end - 1; at >= start; at -= 1) target.children[at]?.remove();
    const before = target.children[start] ?? null;
    for (const block of next.slice(start, next.length - end))
      target.insertBefore(readable(serializer.serializeNode(block)), before);
    shown = next;
  };
}

/** Without empty paragraphs, which readers do not get. */
function blocksIn(doc: ProseMirrorNode): readonly ProseMirrorNode[] {
  const found: ProseMirrorNode[] = [];
  doc.forEach((block) => {
    if (block.type.name !== 'paragraph' || block.content.size > 0) found.push(block);
  });
  return found;
}

/** What can be pressed in a preview would lead out of the page; and a head without words is none. */
function readable(node: Node): Node {
  if (!(node instanceof Element)) return node;
  for (const link of node.querySelectorAll('a')) link.removeAttribute('href');
  for (const head of node.querySelectorAll('th'))
    if (head.textContent === '') head.setAttribute('role', 'presentation');
  return node;
}
