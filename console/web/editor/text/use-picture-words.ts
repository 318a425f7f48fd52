import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { computed, ref, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { PictureAttributes } from '../schema/picture-attributes.js';
import type { Uploads } from '../schema/uploads.js';

export interface ChosenWords {
  readonly alt: string;
  readonly caption: string;
  /** a new picture; null: words of one that is there */
  readonly file: File | null;
}

export interface PictureWords {
  /** place of the picture whose words are asked for; -1: a new one; null: none */
  readonly place: Ref<number | null>;
  readonly words: ComputedRef<PictureAttributes | null>;
  /** Asks for the words of pictures that came in, one after the other. */
  readonly ask: (names: readonly string[]) => void;
  askNext(): void;
  keep(words: ChosenWords): void;
  /** It is up: its place in the text gets its id. */
  readonly arrived: (name: string, id: string) => void;
  /** Where the chosen picture stands; null: no picture is chosen. */
  chosen(): number | null;
}

/** The words of the pictures of one text. */
export function usePictureWords(editor: Readonly<ShallowRef<Editor | null>>, uploads: Uploads): PictureWords {
  const place = ref<number | null>(null);
  /** names among the uploads whose words are still to be asked for */
  const queue = ref<readonly string[]>([]);
  const words = computed((): PictureAttributes | null => {
    if (place.value === null || place.value === -1) return null;
    const node = editor.value?.state.doc.nodeAt(place.value);
    return node?.type.name === 'picture' ? (node.attrs as PictureAttributes) : null;
  });

  function placeNamed(name: string): number | null {
    let found: number | null = null;
    editor.value?.state.doc.descendants((node, at) => {
      if (node.attrs['upload'] === name) found = at;
    });
    return found;
  }

  function askNext(): void {
    const [next, ...rest] = queue.value;
    queue.value = rest;
    place.value = next === undefined ? null : placeNamed(next);
  }

  return {
    place,
    words,
    askNext,
    ask: (names) => {
      queue.value = [...queue.value, ...names];
      if (place.value === null) askNext();
    },
    keep: ({ alt, caption, file }) => {
      const [current, at] = [editor.value, place.value];
      if (current === null || at === null) return;
      if (file !== null)
        current
          .chain()
          .focus()
          .insertPicture({ id: '', alt, caption, upload: uploads.add(file) })
          .run();
      else if (at >= 0) {
        const { state, view } = current;
        // it may have arrived while its words were written
        view.dispatch(state.tr.setNodeMarkup(at, null, { ...state.doc.nodeAt(at)?.attrs, alt, caption }));
        current.commands.focus();
      }
      askNext();
    },
    arrived: (name, id) => {
      if (editor.value === null) return;
      const { state, view } = editor.value;
      const change = state.tr.setMeta('addToHistory', false).setMeta('loaded', true);
      state.doc.descendants((node, at) => {
        if (node.type.name === 'picture' && node.attrs['upload'] === name && node.attrs['id'] === '')
          change.setNodeMarkup(at, null, { ...node.attrs, id });
      });
      if (change.docChanged) view.dispatch(change);
    },
    chosen: () => {
      const selection = editor.value?.state.selection;
      const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'picture';
      return isPicture ? selection.from : null;
    },
  };
}
