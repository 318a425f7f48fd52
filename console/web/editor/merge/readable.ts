/** Paragraphs as they are read, without the signs of Markdown. */
import { childrenOf, numberAttr, textAttr, type DocNode } from '../document/doc-node.js';
import { readMarkdown } from '../document/read-markdown.js';

/** Two texts to be compared: as they are read, or with their signs where they differ in nothing else. */
export function readablePair(left: string, right: string): readonly [left: string, right: string] {
  const [a, b] = [readable(left), readable(right)];
  return a === b ? [left, right] : [a, b];
}

const readable = (markdown: string): string =>
  childrenOf(readMarkdown(markdown)).map(words).join('\n\n').trim();

function words(node: DocNode): string {
  if (node.text !== undefined) return node.text;
  const inner = childrenOf(node).map(words);
  switch (node.type) {
    case 'hardBreak':
      return '\n';
    case 'horizontalRule':
      return '———';
    case 'picture':
      return `[${[textAttr(node, 'alt'), textAttr(node, 'caption')].filter((part) => part !== '').join(' · ')}]`;
    case 'bulletList':
      return inner.map((item) => `• ${item}`).join('\n');
    case 'orderedList':
      return inner.map((item, at) => `${numberAttr(node, 'start', 1) + at}. ${item}`).join('\n');
    case 'tableRow':
      return inner.join(' | ');
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return inner.join('');
    default:
      return inner.join('\n');
  }
}
