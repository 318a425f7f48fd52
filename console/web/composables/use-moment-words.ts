import { computed, type ComputedRef } from 'vue';
import { shortTimes } from '../services/short-times.js';
import { useLine, useServices } from '../services/services.js';
import { createDates } from '../services/dates.js';
import { useDates } from './use-dates.js';
import { useDeskWords } from './use-desk-words.js';

/** A moment in the line's zone, with its name, and what a clock here would show, where that is another. */
export function useMomentWords(): ComputedRef<(at: string) => string> {
  const { zone } = useLine();
  const { preferences } = useServices();
  const { t } = useDeskWords();
  const plain = useDates();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return computed(() => {
    const language = preferences.language.value;
    const written = (at: string, timeZone: string): string =>
      [createDates(language, timeZone).day(at), shortTimes(language, timeZone).time(at)].join(
        language === 'zh' ? ' ' : ', ',
      );
    return (at) => {
      const there = t('moment.inZone', { at: written(at, zone), zone });
      if (createDates(language, here).moment(at) === plain.value.moment(at)) return there;
      const mine = t('moment.here', { at: written(at, here), zone: here });
      return `${there}${language === 'zh' ? '' : ' '}${mine}`;
    };
  });
}
