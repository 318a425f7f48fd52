import { shallowRef, watch, type ShallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { calendarViews, isDay, type CalendarView } from './calendar-range.js';

/** What is shown: all of it, or only one kind. */
export const calendarShows = ['all', 'articles', 'notices'] as const;
export type CalendarShow = (typeof calendarShows)[number];

/** Which days a calendar shows, and what of them, as its address has it. */
export interface Place {
  readonly view: CalendarView;
  /** YYYY-MM-DD, one of the days */
  readonly day: string;
  readonly show: CalendarShow;
}

type Values = Readonly<Record<string, unknown>>;

/** What is in an address and makes no sense is left out. */
export function readPlace({ view, day, show }: Values, today: string): Place {
  return {
    view: calendarViews.find((one) => one === view) ?? 'month',
    day: typeof day === 'string' && isDay(day) ? day : today,
    show: calendarShows.find((one) => one === show) ?? 'all',
  };
}

/** The place, and a way to another one; going there can be undone by the browser's own way back. */
export function useCalendarPlace(today: () => string): {
  readonly place: Readonly<ShallowRef<Place>>;
  readonly go: (place: Partial<Place>) => void;
} {
  const route = useRoute();
  const router = useRouter();
  const place = shallowRef(readPlace(route.query, today()));
  watch(
    () => route.query,
    (values) => {
      if (route.name === 'calendar') place.value = readPlace(values, today());
    },
  );
  return {
    place,
    go: (part) => void router.push({ path: '/calendar', query: { ...place.value, ...part } }),
  };
}
