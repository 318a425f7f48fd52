import type { Editor } from '@tiptap/core';
import { computed, watch, type ShallowRef } from 'vue';
import type { Lang } from '../../api/common-types.js';
import { useDesk } from '../desk.js';
import { commentKey } from '../schema/comment-marks.js';

/** Marks the paragraphs that have open comments. */
export function useCommentMarks(lang: Lang, editor: Readonly<ShallowRef<Editor | null>>): void {
  const desk = useDesk();
  const starts = computed(() =>
    desk.article.value.comments.flatMap((comment) =>
      comment.lang === lang && !comment.resolved ? [comment.paragraph] : [],
    ),
  );
  watch(
    [editor, () => starts.value.join('\n')],
    ([current]) => {
      current?.view.dispatch(current.state.tr.setMeta(commentKey, starts.value));
    },
    { flush: 'post' },
  );
}
