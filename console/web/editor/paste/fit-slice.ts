/** What is pasted, made to fit where it comes to. */
import { Fragment, Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

/**
 * What begins with a heading, a list or a quote and goes on begins with it also behind words: its first line is not joined
 * to theirs. In a cell, which has one line, all its words are one line; cells that are pasted into cells stay cells.
 */
export function fitSlice(slice: Slice, { selection }: EditorState): Slice {
  const { $from } = selection;
  const inCell = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).some(isCell);
  if (inCell) return inOneLine(slice);
  return $from.depth === 1 ? withItsBeginning(slice) : slice;
}

const isCell = ({ type }: ProseMirrorNode): boolean => /cell$/.test(String(type.spec['tableRole'] ?? ''));

function withItsBeginning(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  if (openStart === 0 || content.firstChild?.type.name === 'paragraph' || linesIn(slice).length < 2)
    return slice;
  return new Slice(content, 0, content.childCount === 1 ? 0 : openEnd);
}

function inOneLine(slice: Slice): Slice {
  const { content } = slice;
  const [first] = content.content;
  const lines = linesIn(slice).filter((line) => line.content.size > 0);
  const [line] = lines;
  if (line === undefined || (content.childCount === 1 && first?.type.name === 'table')) return slice;
  const { schema } = line.type;
  const words = lines.flatMap((one, at) => {
    const own = one.content.content.map((node) => (node.isText ? node : schema.text(' ')));
    return at === 0 ? own : [schema.text(' '), ...own];
  });
  const paragraph = schema.nodes['paragraph']?.create(null, words);
  return paragraph === undefined ? slice : new Slice(Fragment.from(paragraph), 1, 1);
}

function linesIn({ content }: Slice): readonly ProseMirrorNode[] {
  const lines: ProseMirrorNode[] = [];
  content.descendants((node) => {
    if (node.isTextblock) lines.push(node);
    return !node.isTextblock;
  });
  return lines;
}
