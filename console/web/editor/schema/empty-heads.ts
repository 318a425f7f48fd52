/** Heads of columns that nobody filled in yet are named for who does not see that they are empty. */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface EmptyHeadsOptions {
  readonly words: () => string;
}

const key = new PluginKey<DecorationSet>('emptyHeads');

function emptyHeads(doc: ProseMirrorNode, words: string): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'tableHeader' && node.textContent === '')
      found.push(Decoration.node(at, at + node.nodeSize, { 'aria-label': words }));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

export const EmptyHeads = Extension.create<EmptyHeadsOptions>({
  name: 'emptyHeads',
  addOptions: () => ({ words: () => '' }),
  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => emptyHeads(doc, words()),
          apply: (transaction, set) => (transaction.docChanged ? emptyHeads(transaction.doc, words()) : set),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
