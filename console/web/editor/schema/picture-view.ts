/** A picture while it is written about: itself, or how far it has come, its words, and a way to change them. */
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { watch } from 'vue';
import { pictureUrl } from '../../api/articles-api.js';
import type { PictureAttributes } from './picture-attributes.js';
import type { Upload, Uploads } from './uploads.js';

export interface PictureWords {
  /** what it shows, said to be that */
  readonly says: (alt: string) => string;
  readonly noAlt: () => string;
  readonly edit: () => string;
  readonly going: (percent: number) => string;
  readonly failed: (error: unknown) => string;
  readonly again: () => string;
}

export interface PictureViewPorts {
  readonly uploads: Uploads;
  readonly words: PictureWords;
  /** Somebody wants to change its words. */
  readonly edit: (at: number) => void;
  /** It is up: its place in the text gets its id. */
  readonly arrived: (name: string, id: string) => void;
}

const attributesOf = ({ attrs }: ProseMirrorNode): PictureAttributes => attrs as PictureAttributes;

export function createPictureView({ uploads, words, edit, arrived }: PictureViewPorts): NodeViewRenderer {
  return ({ node: first, getPos }) => {
    const dom = document.createElement('figure');
    const image = document.createElement('img');
    const progress = document.createElement('progress');
    const note = document.createElement('p');
    const alt = document.createElement('p');
    const caption = document.createElement('figcaption');
    const button = makeButton(() => {
      const at = getPos();
      if (at !== undefined) edit(at);
    });
    const again = makeButton(() => {
      if (node.attrs['upload'] !== null) uploads.again(String(node.attrs['upload']));
    });
    let node = first;
    dom.className = 'picture';
    dom.contentEditable = 'false';
    alt.className = 'picture-alt';
    note.setAttribute('role', 'status');
    progress.max = 1;

    const show = (): void => {
      const attributes = attributesOf(node);
      const upload = attributes.upload === null ? null : (uploads.all.value.get(attributes.upload) ?? null);
      if (attributes.id !== '') {
        const address = pictureUrl(attributes.id, 'web');
        if (image.getAttribute('src') !== address) image.src = address;
      }
      image.alt = attributes.alt;
      alt.textContent = attributes.alt === '' ? words.noAlt() : words.says(attributes.alt);
      alt.classList.toggle('lacking', attributes.alt === '');
      caption.textContent = attributes.caption;
      button.textContent = words.edit();
      again.textContent = words.again();
      showUpload(upload, attributes.id);
    };
    const showUpload = (upload: Upload | null, id: string): void => {
      const parts: Node[] = [];
      if (id !== '') parts.push(image);
      else if (upload?.kind === 'failed') parts.push(note, again);
      else parts.push(progress, note);
      if (upload?.kind === 'going') {
        progress.value = upload.share;
        note.textContent = words.going(Math.round(upload.share * 100));
      } else if (upload?.kind === 'failed') note.textContent = words.failed(upload.error);
      if (attributesOf(node).caption !== '') parts.push(caption);
      // what is there stays there: replacing a button would drop the focus
      const wanted = [...parts, alt, button];
      if (wanted.some((part, at) => dom.childNodes[at] !== part) || dom.childNodes.length !== wanted.length)
        dom.replaceChildren(...wanted);
    };
    const follow = (): void => {
      const { upload, id } = attributesOf(node);
      const state = upload === null ? undefined : uploads.all.value.get(upload);
      if (id === '' && upload !== null && state?.kind === 'done')
        queueMicrotask(() => {
          arrived(upload, state.id);
        });
      show();
    };
    const stop = watch(uploads.all, follow);
    follow();

    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        node = next;
        follow();
        return true;
      },
      selectNode: () => {
        dom.classList.add('selected');
      },
      deselectNode: () => {
        dom.classList.remove('selected');
      },
      stopEvent: (event) => event.target instanceof Element && event.target.closest('button') !== null,
      ignoreMutation: () => true,
      destroy: stop,
    };
  };
}

function makeButton(act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.addEventListener('click', act);
  return button;
}
