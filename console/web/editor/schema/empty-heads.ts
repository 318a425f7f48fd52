/** A head of a column that nobody filled in yet is no head for who does not see that it is empty. */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<DecorationSet>('emptyHeads');

function emptyHeads(doc: ProseMirrorNode): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'tableHeader' && node.textContent === '')
      found.push(Decoration.node(at, at + node.nodeSize, { role: 'presentation' }));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

export const EmptyHeads = Extension.create({
  name: 'emptyHeads',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, { doc }) => emptyHeads(doc),
        apply: (transaction, set) => (transaction.docChanged ? emptyHeads(transaction.doc) : set),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
