/** Times of articles, short for a row and written out, in the line's zone. */
import { computed, type ComputedRef } from 'vue';
import { useDates } from '../composables/use-dates.js';
import { useLine, useServices } from '../services/services.js';
import { shortTimes } from '../services/short-times.js';

export interface ListDates {
  /** `3 Dec 09:30`, of another year `3 Dec 2025` */
  short(at: string): string;
  /** `Thursday 3 December 2026, 09:30` */
  full(at: string): string;
}

export function useListDates(): ComputedRef<ListDates> {
  const { clock, preferences } = useServices();
  const { zone } = useLine();
  const dates = useDates();
  return computed(() => {
    const times = shortTimes(preferences.language.value, zone);
    const comma = preferences.language.value === 'zh' ? ' ' : ', ';
    return {
      short: (at) => times.short(at, clock.now()),
      full: (at) => `${dates.value.day(at)}${comma}${times.time(at)}`,
    };
  });
}
