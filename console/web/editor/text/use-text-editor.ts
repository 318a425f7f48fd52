import type { Editor } from '@tiptap/core';
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { Lang } from '../../api/common-types.js';
import { useWords } from '../../composables/use-words.js';
import { useServices } from '../../services/services.js';
import { sendPicture } from '../api/send-picture.js';
import { useDesk } from '../desk.js';
import { countText } from '../document/count-text.js';
import { htmlLang } from '../draft.js';
import { useEditorWords } from '../editor-words.js';
import { createUploads } from '../schema/uploads.js';
import { createBodySync, type BodySync } from './body-sync.js';
import { createTextEditor } from './create-text-editor.js';
import { useLater } from './use-later.js';
import { usePictureWords, type PictureWords } from './use-picture-words.js';

export interface TextEditor {
  readonly editor: Readonly<ShallowRef<Editor | null>>;
  /** changes with every change in the text, and of the place in it */
  readonly turn: Readonly<Ref<number>>;
  readonly count: Readonly<Ref<number>>;
  /** pictures that were left out when something was pasted */
  readonly leftOut: Readonly<Ref<number>>;
  readonly pictures: PictureWords;
}

/** What may wait until nothing is typed for a moment, in milliseconds. */
const restMs = 400;

/** The text of one language in an element, kept the same as the draft of the desk. */
export function useTextEditor(lang: Lang, id: string, host: Readonly<Ref<HTMLElement | null>>): TextEditor {
  const desk = useDesk();
  const { session, toasts } = useServices();
  const { t } = useEditorWords();
  const { say } = useWords();
  const editor = shallowRef<Editor | null>(null);
  const [turn, count, leftOut] = [ref(0), ref(0), ref(0)];
  const text = computed(() => desk.draft.texts[lang]);
  const uploads = createUploads((blob, progress) =>
    sendPicture(blob, { progress, sessionOver: () => session.over() }),
  );
  const pictures = usePictureWords(editor, uploads);
  let sync: BodySync | null = null;

  const recount = (): void => {
    if (editor.value !== null) count.value = countText(editor.value.getText({ blockSeparator: '\n' }), lang);
  };
  const read = (): void => {
    if (sync !== null && text.value !== null) text.value.body = sync.read();
  };
  const later = useLater(() => {
    recount();
    read();
  }, restMs);
  const frame = useLater(() => {
    turn.value += 1;
  }, 0);

  onMounted(() => {
    if (host.value === null) return;
    const body = text.value?.body ?? '';
    const made = createTextEditor({
      element: host.value,
      markdown: body,
      attributes: {
        ...{ id, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label` },
        ...{ 'aria-describedby': `${id}-count`, lang: htmlLang(lang), class: 'article-text' },
      },
      open: () => desk.open.value,
      uploads,
      view: {
        uploads,
        arrived: pictures.arrived,
        edit: (at) => {
          pictures.place.value = at;
        },
        words: {
          noAlt: () => t('picture.noAlt'),
          says: (alt) => t('picture.says', { alt }),
          edit: () => t('picture.edit'),
          going: (percent) => t('picture.going', { percent }),
          failed: (error) => say(error),
          again: () => t('picture.again'),
        },
      },
      moved: (textChanged) => {
        frame();
        if (!textChanged) return;
        desk.touch();
        later();
      },
      // after what was pasted stands in the text
      pictures: (names) => setTimeout(pictures.ask, 0, names),
      leftOut: (left) => {
        leftOut.value = left;
        toasts.show(t('picture.leftOut', { count: left }));
      },
    });
    sync = createBodySync(() => made, body);
    editor.value = made;
    desk.editors.value = { ...desk.editors.value, [lang]: made };
    recount();
  });

  watch(
    () => text.value?.body,
    (body) => {
      if (body !== undefined) sync?.write(body);
    },
    // at once: who reads the draft next reads what was put there, and not what stood in the editor before
    { flush: 'sync' },
  );
  watch(
    [editor, desk.open],
    ([current, open]) => {
      current?.view.dom.setAttribute('aria-readonly', String(!open));
      // a caret for comments needs no keyboard on the screen
      current?.view.dom.setAttribute('inputmode', open ? 'text' : 'none');
    },
    { flush: 'post' },
  );
  const stopReading = desk.beforeRead(read);
  onBeforeUnmount(() => {
    read();
    stopReading();
    desk.editors.value = Object.fromEntries(
      Object.entries(desk.editors.value).filter(([other]) => other !== lang),
    );
    editor.value?.destroy();
  });
  return { editor, turn, count, leftOut, pictures };
}
