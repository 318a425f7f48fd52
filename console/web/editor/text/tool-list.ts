/** The tools of the text: what each does, and its key. */
import type { Editor } from '@tiptap/core';

export type ToolName =
  | 'heading'
  | 'subheading'
  | 'bold'
  | 'italic'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'link'
  | 'picture'
  | 'table'
  | 'undo'
  | 'redo';
export type TableToolName =
  'rowAbove' | 'rowBelow' | 'rowDelete' | 'columnBefore' | 'columnAfter' | 'columnDelete' | 'tableDelete';

export interface Tool<Name extends string> {
  readonly name: Name;
  /** as `aria-keyshortcuts` has it; `Mod` stands for Control, on a Mac for Command */
  readonly keys?: string;
  /** null: it is not switched on and off */
  readonly on: ((editor: Editor) => boolean) | null;
  readonly can: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const always = (): boolean => true;

/** `ask`: tools that open a window first */
export const createTools = (ask: (what: 'link' | 'picture') => void): readonly Tool<ToolName>[] => [
  headingTool('heading', 2),
  headingTool('subheading', 3),
  {
    ...{ name: 'bold', keys: 'Mod+B', on: (editor) => editor.isActive('bold') },
    can: (editor) => editor.can().toggleBold(),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    ...{ name: 'italic', keys: 'Mod+I', on: (editor) => editor.isActive('italic') },
    can: (editor) => editor.can().toggleItalic(),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    ...{ name: 'bullets', keys: 'Mod+Shift+8', on: (editor) => editor.isActive('bulletList') },
    can: (editor) => editor.can().toggleBulletList(),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    ...{ name: 'numbers', keys: 'Mod+Shift+7', on: (editor) => editor.isActive('orderedList') },
    can: (editor) => editor.can().toggleOrderedList(),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    ...{ name: 'quote', keys: 'Mod+Shift+B', on: (editor) => editor.isActive('blockquote') },
    can: (editor) => editor.can().toggleBlockquote(),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    ...{ name: 'link', keys: 'Mod+K', on: (editor) => editor.isActive('link'), can: always },
    run: () => {
      ask('link');
    },
  },
  {
    ...{ name: 'picture', on: null, can: always },
    run: () => {
      ask('picture');
    },
  },
  {
    ...{ name: 'table', on: null, can: (editor) => !editor.isActive('table') },
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    ...{ name: 'undo', keys: 'Mod+Z', on: null, can: (editor) => editor.can().undo() },
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    ...{ name: 'redo', keys: 'Mod+Shift+Z', on: null, can: (editor) => editor.can().redo() },
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

const headingTool = (name: 'heading' | 'subheading', level: 2 | 3): Tool<ToolName> => ({
  ...{ name, keys: `Mod+Alt+${level}`, on: (editor) => editor.isActive('heading', { level }) },
  can: (editor) => editor.can().toggleHeading({ level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

export const tableTools: readonly Tool<TableToolName>[] = [
  tableTool('rowAbove', (editor) => editor.chain().focus().addRowBefore().run()),
  tableTool('rowBelow', (editor) => editor.chain().focus().addRowAfter().run()),
  tableTool('rowDelete', (editor) => editor.chain().focus().deleteRow().run()),
  tableTool('columnBefore', (editor) => editor.chain().focus().addColumnBefore().run()),
  tableTool('columnAfter', (editor) => editor.chain().focus().addColumnAfter().run()),
  tableTool('columnDelete', (editor) => editor.chain().focus().deleteColumn().run()),
  tableTool('tableDelete', (editor) => editor.chain().focus().deleteTable().run()),
];

function tableTool(name: TableToolName, run: (editor: Editor) => void): Tool<TableToolName> {
  return { name, on: null, can: always, run };
}

/** Keys as this machine writes them. */
export const writtenKeys = (keys: string, mac: boolean): string =>
  keys
    .replace('Mod', mac ? '⌘' : 'Ctrl')
    .replace('Alt', mac ? '⌥' : 'Alt')
    .replace('Shift', mac ? '⇧' : 'Shift');

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as `aria-keyshortcuts` wants them. */
export const ariaKeys = (keys: string, mac: boolean): string => keys.replace('Mod', mac ? 'Meta' : 'Control');
