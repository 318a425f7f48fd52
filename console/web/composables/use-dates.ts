import { computed, type ComputedRef } from 'vue';
import { createDates, type Dates } from '../services/dates.js';
import { useServices } from '../services/services.js';

/** Dates in the language that is shown and the line's zone. */
export function useDates(): ComputedRef<Dates> {
  const { preferences, line } = useServices();
  return computed(() => createDates(preferences.language.value, line.value?.zone ?? 'UTC'));
}
