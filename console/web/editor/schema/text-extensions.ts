/** What an article's text can consist of: what readers get, and nothing more. */
import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { linkTo } from '../document/addresses.js';
import { CommentMarks } from './comment-marks.js';
import { EmptyHeads } from './empty-heads.js';
import { PictureNode } from './picture-node.js';
import type { PictureViewPorts } from './picture-view.js';

/** A cell has one line, as Markdown has it, and maybe pictures. */
const cell = { content: 'paragraph picture*' } as const;

/** `view`: how pictures are shown while they are written about. */
export const textExtensions = (view: PictureViewPorts): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4, 5, 6] },
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      protocols: [],
      isAllowedUri: (address) => linkTo(address) !== null,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    undoRedo: { depth: 500 },
  }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend(cell),
  TableCell.extend(cell),
  PictureNode.configure({ view }),
  CommentMarks,
  EmptyHeads,
];
