import { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import { mutable } from '../document/doc-node.js';
import { readMarkdown } from '../document/read-markdown.js';
import { cleanHtml } from '../paste/clean-html.js';
import { fitSlice } from '../paste/fit-slice.js';
import type { PictureViewPorts } from '../schema/picture-view.js';
import { textExtensions } from '../schema/text-extensions.js';
import { goOnBehind } from '../schema/go-on-behind.js';
import { blobOf, isPicture, type Uploads } from '../schema/uploads.js';

export interface TextEditorPorts {
  readonly element: HTMLElement;
  readonly markdown: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly open: () => boolean;
  readonly uploads: Uploads;
  readonly view: PictureViewPorts;
  /** Something in the text, or the place in it, changed. */
  readonly moved: (textChanged: boolean) => void;
  /** Pictures came in, from the clipboard or by drop, without words. */
  readonly pictures: (names: readonly string[]) => void;
  /** Pictures that were left out, as they lie elsewhere. */
  readonly leftOut: (count: number) => void;
}

/**
 * A text editor in an element. It never asks the browser to read foreign HTML: what is pasted is cleaned as a string, and
 * only what was written anew is read. Where it may not be written in, the caret still moves, so that somebody without a
 * mouse can comment.
 */
export function createTextEditor(ports: TextEditorPorts): Editor {
  const { uploads, open } = ports;

  function insert(files: readonly Blob[], at?: number): void {
    const names = files.map((file) => uploads.add(file));
    const nodes = names.map((upload) => ({ type: 'picture', attrs: { upload } }));
    const chain = editor.chain().focus();
    (at === undefined ? chain.insertContent(nodes) : chain.insertContentAt(at, nodes))
      .command(({ tr }) => {
        goOnBehind(tr);
        return true;
      })
      .run();
    ports.pictures(names);
  }

  const editor = new Editor({
    element: ports.element,
    injectCSS: false,
    content: mutable(readMarkdown(ports.markdown)),
    extensions: textExtensions(ports.view),
    enablePasteRules: ['link'],
    editorProps: {
      attributes: { ...ports.attributes },
      // below what sticks to the top
      scrollThreshold: { top: 170, bottom: 48, left: 0, right: 0 },
      scrollMargin: { top: 180, bottom: 60, left: 0, right: 0 },
      transformPastedHTML(html) {
        const { html: clean, pictures, foreign } = cleanHtml(html);
        const names = pictures.map((address) => {
          const picture = blobOf(address);
          return picture === null ? null : uploads.add(picture);
        });
        if (foreign > 0) ports.leftOut(foreign);
        const known = names.flatMap((name) => name ?? []);
        if (known.length > 0) ports.pictures(known);
        return clean.replace(
          /<img data-upload="(\d+)"/g,
          (_, n: string) => `<img data-upload="${names[Number(n)] ?? ''}"`,
        );
      },
      transformPasted: (slice, { state }) => fitSlice(slice, state),
      handleDOMEvents: {
        // a window that closes gives the focus back, and leaves the caret where it stood itself
        focus(view) {
          if (!view.dom.contains(getSelection()?.anchorNode ?? null)) view.focus();
          return false;
        },
      },
      handlePaste: (view, event) => {
        // one step back takes back what was pasted, and not the words before it
        view.dispatch(closeHistory(view.state.tr));
        const files = picturesIn(event.clipboardData);
        // a copied picture comes as a file and as markup that points elsewhere
        const words = cleanHtml(event.clipboardData?.getData('text/html') ?? '').html;
        if (files.length === 0 || words !== '' || !open()) return false;
        insert(files);
        return true;
      },
      handleDrop: (view, event, _, moved) => {
        const files = picturesIn(event.dataTransfer);
        if (moved || files.length === 0) return false;
        if (open()) insert(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        event.preventDefault();
        return true;
      },
    },
    onTransaction: ({ transaction }) => {
      ports.moved(transaction.docChanged);
    },
  });
  editor.registerPlugin(closed(open));
  return editor;
}

/** Lets nothing be changed while it is not open. */
const closed = (open: () => boolean): Plugin =>
  new Plugin({
    filterTransaction: (transaction) =>
      open() || !transaction.docChanged || transaction.getMeta('loaded') === true,
  });

const picturesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])].filter(isPicture);
