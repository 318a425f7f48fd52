/** Times of runs and letters, short enough for a row, in the line's zone. */
import { computed, type ComputedRef } from 'vue';
import { useServices, useLine } from '../services/services.js';
import { createDates } from '../services/dates.js';
import { shortTimes } from '../services/short-times.js';

export interface JobTimes {
  /** `3 Dec 09:30`, of another year `3 Dec 2025` */
  short(at: string): string;
  /** `09:30:05` */
  clock(at: number): string;
  /** `2026-12-03 09:30:05` */
  exact(at: string): string;
}

export function useJobTimes(): ComputedRef<JobTimes> {
  const { clock, preferences } = useServices();
  const { zone } = useLine();
  return computed(() => {
    const language = preferences.language.value;
    const [times, dates] = [shortTimes(language, zone), createDates(language, zone)];
    return {
      short: (at) => times.short(at, clock.now()),
      clock: (at) => dates.exact(at).slice(11),
      exact: (at) => dates.exact(at),
    };
  });
}
