import { computed, type ComputedRef } from 'vue';
import type { ArticlePlan } from '../../api/article-types.js';
import { useMomentWords } from '../../composables/use-moment-words.js';
import { useEditorWords } from '../editor-words.js';

export interface PlanWords {
  /** the moment in the line's zone, with its name, and what a clock here would show, where that is another */
  when(at: string): string;
  /** on which ways */
  how(plan: ArticlePlan['platform']): string;
}

/** Plans in words. */
export function usePlanWords(): ComputedRef<PlanWords> {
  const { t } = useEditorWords();
  const when = useMomentWords();
  return computed(() => ({
    when: when.value,
    how: ({ way, tag }) => {
      if (way !== 'send') return t(`plan.short.${way}`);
      return tag === null ? t('plan.short.send') : t('plan.short.tag', { tag });
    },
  }));
}
