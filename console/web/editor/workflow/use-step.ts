import { shallowRef, type ShallowRef } from 'vue';
import { isRefusal } from '../../api/api-error.js';
import type { StepRequest } from '../../api/article-types.js';
import { useAction } from '../../composables/use-action.js';
import { useWords } from '../../composables/use-words.js';
import { NotSavedError, useDesk } from '../desk.js';
import { useEditorWords } from '../editor-words.js';

export interface StepTaker {
  readonly busy: Readonly<{ readonly value: boolean }>;
  /** what went wrong, in words; null: nothing did */
  readonly wrong: ShallowRef<string | null>;
  /** True: it was taken. */
  take(request: Omit<StepRequest, 'revision'>): Promise<boolean>;
  /** Makes it a draft again. True: it is one. */
  reopen(): Promise<boolean>;
}

/** Takes steps, and says why one could not be taken; then the article is loaded anew, as it is not what was thought. */
export function useStep(): StepTaker {
  const desk = useDesk();
  const action = useAction();
  const { say } = useWords();
  const { t } = useEditorWords();
  const wrong = shallowRef<string | null>(null);

  function wordsFor(error: unknown): string {
    if (error instanceof NotSavedError) return t('steps.notSaved');
    if (isRefusal(error, 'article.own_review') && error.details['editors'] === true)
      return t('review.editorsFirst');
    return say(error);
  }

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    if (action.busy.value) return false;
    wrong.value = null;
    if (await action.run(act)) return true;
    wrong.value = wordsFor(action.error.value);
    if (isRefusal(action.error.value, 'article.not_ready')) desk.refused.value += 1;
    if (!(action.error.value instanceof NotSavedError)) desk.refresh().catch(() => undefined);
    return false;
  }

  return {
    busy: action.busy,
    wrong,
    take: (request) => attempt(() => desk.step(request)),
    reopen: () => attempt(() => desk.reopen()),
  };
}
