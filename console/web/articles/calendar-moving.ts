/** What somebody does to the articles of the calendar page: look at one, drag it, move it, take that back. */
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { ArticleLine, Calendar } from '../api/article-types.js';
import { useAction, type Action } from '../composables/use-action.js';
import type { Load } from '../composables/use-load.js';
import { useWords } from '../composables/use-words.js';
import { useServices } from '../services/services.js';
import { entriesOf, type CalendarEntry } from './calendar-entries.js';
import { focusEntry, selectedEntry } from './calendar-focus.js';
import { planMove, whyFixed, type FixedReason, type MoveProblem } from './calendar-move.js';
import { createCalendarMoves, isOutOfDate, type CalendarMoves } from './calendar-moves.js';
import type { Place } from './calendar-place.js';
import type { DayRange } from './calendar-range.js';
import type { Zone } from './calendar-zone.js';
import { useListWords } from './list-words.js';

export interface ShownCalendar extends Calendar, Place {
  readonly range: DayRange;
  readonly today: string;
}

export interface CalendarMoving {
  readonly entries: ComputedRef<readonly CalendarEntry[]>;
  readonly opened: ComputedRef<CalendarEntry | null>;
  /** why something was not done; empty: nothing to say */
  readonly notice: Readonly<Ref<string>>;
  readonly action: Action;
  readonly moves: CalendarMoves;
  readonly fixed: (entry: CalendarEntry) => FixedReason | null;
  readonly open: (key: string) => void;
  readonly openSelected: () => void;
  readonly close: () => void;
  readonly moveOpened: (at: string) => Promise<void>;
  /** It was dragged to a day; `revert` puts it back. */
  readonly drop: (key: string, day: string, revert: () => void) => Promise<void>;
  /** Somebody pulled at one that does not move. */
  readonly pulled: (key: string) => void;
  readonly undo: () => Promise<void>;
}

export function useCalendarMoving(load: Load<ShownCalendar>, zone: Zone): CalendarMoving {
  const { articles, clock, session } = useServices();
  const { say } = useWords();
  const { t } = useListWords();
  const action = useAction();
  const moves = createCalendarMoves(articles);
  const notice = ref('');
  const openedKey = ref<string | null>(null);

  const entries = computed(() => {
    const { value: state } = load.state;
    return state.kind === 'ready' ? entriesOf(state.data.items, state.data.range, zone) : [];
  });
  const entryOf = (key: string | null): CalendarEntry | null =>
    entries.value.find((entry) => entry.key === key) ?? null;
  const fixed = ({ line, what }: CalendarEntry): FixedReason | null =>
    whyFixed(line, what, session.may('articles.review'));

  function replace(line: ArticleLine): void {
    const { value: state } = load.state;
    if (state.kind !== 'ready') return;
    const items = state.data.items.map((one) => (one.id === line.id ? line : one));
    load.set({ ...state.data, items });
  }

  /** True: it was done. */
  async function tryTo(act: () => Promise<ArticleLine | null>): Promise<boolean> {
    notice.value = '';
    const done = await action.run(async () => {
      const line = await act();
      if (line !== null) replace(line);
    });
    if (!done && isOutOfDate(action.error.value)) void load.run();
    return done;
  }

  function sayNot(why: MoveProblem | null): void {
    const words = why === null ? say(action.error.value) : t(`moveProblems.${why}`);
    notice.value = t('move.notMoved', { why: words });
  }

  function open(key: string): void {
    action.error.value = null;
    notice.value = '';
    openedKey.value = key;
  }

  return {
    ...{ entries, notice, action, moves, fixed, open },
    opened: computed(() => entryOf(openedKey.value)),
    openSelected: () => {
      const key = selectedEntry();
      if (key === null) notice.value = t('move.none');
      else open(key);
    },
    close: () => {
      openedKey.value = null;
    },
    moveOpened: async (at) => {
      const entry = entryOf(openedKey.value);
      if (entry === null || !(await tryTo(() => moves.move(entry.line, at)))) return;
      openedKey.value = null;
      await focusEntry(entry.key);
    },
    drop: async (key, day, revert) => {
      const entry = entryOf(key);
      if (entry === null || action.busy.value) {
        revert();
        return;
      }
      const { at, problem } = planMove(entry.at, { day, time: entry.time }, zone, clock.now());
      if (at !== null && (await tryTo(() => moves.move(entry.line, at)))) return;
      revert();
      sayNot(problem);
    },
    pulled: (key) => {
      const entry = entryOf(key);
      const why = entry === null ? null : fixed(entry);
      if (why !== null) notice.value = t('move.notMoved', { why: t(`fixed.${why}`) });
    },
    undo: async () => {
      const { value: last } = moves.last;
      if (last === null || last.before === null || last.line.plan === null) return;
      const { problem } = planMove(last.line.plan.at, zone.wall(last.before), zone, clock.now());
      if (problem !== null) sayNot(problem);
      else if (await tryTo(moves.undo)) await focusEntry(`planned ${last.line.id}`);
      else {
        sayNot(null);
        if (isOutOfDate(action.error.value)) moves.forget();
      }
    },
  };
}
