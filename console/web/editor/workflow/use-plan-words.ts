import { computed, type ComputedRef } from 'vue';
import type { ArticlePlan } from '../../api/article-types.js';
import { useListDates } from '../../articles/list-dates.js';
import { shortTimes } from '../../articles/list-short-times.js';
import { useDates } from '../../composables/use-dates.js';
import { useLine, useServices } from '../../services/services.js';
import { createDates } from '../../services/dates.js';
import { useEditorWords } from '../editor-words.js';

export interface PlanWords {
  /** the moment in the line's zone, with its name, and what a clock here would show, where that is another */
  when(at: string): string;
  /** on which ways */
  how(plan: ArticlePlan['platform']): string;
}

/** Plans in words. */
export function usePlanWords(): ComputedRef<PlanWords> {
  const { zone } = useLine();
  const { preferences } = useServices();
  const { t } = useEditorWords();
  const dates = useListDates();
  const plain = useDates();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return computed(() => ({
    when: (at) => {
      const there = t('plan.inZone', { at: dates.value.full(at), zone });
      const language = preferences.language.value;
      const [local, line] = [createDates(language, here).moment(at), plain.value.moment(at)];
      if (local === line) return there;
      const time = `${createDates(language, here).day(at)} ${shortTimes(language, here).time(at)}`;
      return `${there}${language === 'zh' ? '' : ' '}${t('plan.here', { at: time, zone: here })}`;
    },
    how: ({ way, tag }) => {
      if (way !== 'send') return t(`plan.short.${way}`);
      return tag === null ? t('plan.short.send') : t('plan.short.tag', { tag });
    },
  }));
}
