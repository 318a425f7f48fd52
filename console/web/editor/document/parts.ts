/** Words without the space around them, and apart from the pictures between them. */
import type { DocNode } from './doc-node.js';

const isBlank = (part: DocNode): boolean => part.type === 'hardBreak' || part.text?.trim() === '';

/** Without space and breaks at its ends; empty, if there is nothing else. */
export function trimmedInline(inline: readonly DocNode[]): DocNode[] {
  const first = inline.findIndex((part) => !isBlank(part));
  const last = inline.findLastIndex((part) => !isBlank(part));
  if (first === -1) return [];
  return inline.slice(first, last + 1).map((part, at, all) => {
    if (part.text === undefined) return part;
    const from = at === 0 ? part.text.trimStart() : part.text;
    return { ...part, text: at === all.length - 1 ? from.trimEnd() : from };
  });
}

/** Words before a picture, the picture, words after it. */
export function partedInline(inline: readonly DocNode[]): readonly (DocNode | DocNode[])[] {
  const parts: (DocNode | DocNode[])[] = [];
  for (const piece of inline) {
    const last = parts.at(-1);
    if (piece.type === 'picture') parts.push(piece);
    else if (Array.isArray(last)) last.push(piece);
    else parts.push([piece]);
  }
  return parts
    .map((part) => (Array.isArray(part) ? trimmedInline(part) : part))
    .filter((part) => !Array.isArray(part) || part.length > 0);
}
