/** Paragraphs that somebody commented on are marked beside the text. */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isParagraph } from '../document/paragraph-start.js';

interface Marks {
  readonly starts: readonly string[];
  readonly set: DecorationSet;
}

export const commentKey = new PluginKey<Marks>('comments');

/** Where a paragraph with this beginning stands; null: it is not there any more. */
export function placeOf(
  doc: ProseMirrorNode,
  start: string,
): { readonly from: number; readonly to: number } | null {
  let found: { readonly from: number; readonly to: number } | null = null;
  doc.descendants((node, at) => {
    if (found !== null) return false;
    if (node.isTextblock && isParagraph(node.textContent, start))
      found = { from: at, to: at + node.nodeSize };
    return found === null && !node.isTextblock;
  });
  return found;
}

function marksIn(doc: ProseMirrorNode, starts: readonly string[]): Marks {
  const places = [...new Set(starts)].flatMap((start) => {
    const place = placeOf(doc, start);
    return place === null ? [] : [Decoration.node(place.from, place.to, { class: 'commented' })];
  });
  return { starts, set: DecorationSet.create(doc, places) };
}

/** A transaction with the meta `commentKey` says which beginnings there are. */
export const CommentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key: commentKey,
      state: {
        init: () => ({ starts: [], set: DecorationSet.empty }),
        apply: (transaction, marks) => {
          const starts = transaction.getMeta(commentKey) as readonly string[] | undefined;
          if (starts !== undefined) return marksIn(transaction.doc, starts);
          if (!transaction.docChanged) return marks;
          return { ...marks, set: marks.set.map(transaction.mapping, transaction.doc) };
        },
      },
      props: {
        decorations: (state) => commentKey.getState(state)?.set,
      },
    }),
  ],
});
