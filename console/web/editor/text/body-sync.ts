/** The Markdown of a text editor: written only when it is asked for, as writing takes longer than a key press may. */
import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { DocNode } from '../document/doc-node.js';
import { readMarkdown } from '../document/read-markdown.js';
import { createMarkdownWriter } from '../document/write-markdown.js';

export interface BodySync {
  /** The text as Markdown. What is only written in another way than it was loaded counts as unchanged. */
  read(): string;
  /** Another text takes the place of this one; the same one leaves it alone. */
  write(markdown: string): void;
}

export function createBodySync(editor: () => Editor, first: string): BodySync {
  let markdown = first;
  const writeMarkdown = createMarkdownWriter();
  let written = writeMarkdown(readMarkdown(first));
  let seen: ProseMirrorNode | null = null;
  /** what did not change is the same object as before */
  const plain = new WeakMap<ProseMirrorNode, DocNode>();
  const plainOf = (block: ProseMirrorNode): DocNode => {
    const known = plain.get(block) ?? (block.toJSON() as DocNode);
    plain.set(block, known);
    return known;
  };

  function read(): string {
    const { doc } = editor().state;
    if (doc === seen) return markdown;
    seen = doc;
    const now = writeMarkdown({ type: 'doc', content: doc.children.map(plainOf) });
    if (now !== written) {
      written = now;
      markdown = now;
    }
    return markdown;
  }

  return {
    read,
    write: (next) => {
      if (next === read()) return;
      markdown = next;
      const doc = readMarkdown(next);
      written = writeMarkdown(doc);
      const { state, view, schema } = editor();
      const content = schema.nodeFromJSON(doc).content;
      view.dispatch(state.tr.replaceWith(0, state.doc.content.size, content).setMeta('loaded', true));
      seen = editor().state.doc;
    },
  };
}
