/** What somebody does on the calendar page: look at something, drag it, move it, take that back. */
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { Calendar } from '../api/article-types.js';
import type { OccurrenceLine } from '../api/occurrence-types.js';
import { useAction, type Action } from '../composables/use-action.js';
import type { Load } from '../composables/use-load.js';
import { useWords } from '../composables/use-words.js';
import { useServices } from '../services/services.js';
import { entriesOf, movableKey, type CalendarEntry } from './calendar-entries.js';
import { focusEntry, selectedEntry } from './calendar-focus.js';
import {
  planMove,
  whyFixed,
  whyNoticeFixed,
  type FixedReason,
  type MoveProblem,
  type NoticeFixedReason,
} from './calendar-move.js';
import {
  createCalendarMoves,
  isOutOfDate,
  timeOf,
  type CalendarMoves,
  type Movable,
} from './calendar-moves.js';
import type { Place } from './calendar-place.js';
import type { DayRange } from './calendar-range.js';
import type { Zone } from './calendar-zone.js';
import { useListWords } from './list-words.js';

export interface ShownCalendar extends Calendar, Place {
  readonly range: DayRange;
  readonly today: string;
  readonly notices: readonly OccurrenceLine[];
  /** years ahead whose holidays nobody has entered */
  readonly unconfirmed: readonly number[];
}

export type WhyFixed = FixedReason | NoticeFixedReason;

export interface CalendarMoving {
  readonly entries: ComputedRef<readonly CalendarEntry[]>;
  readonly opened: ComputedRef<CalendarEntry | null>;
  /** why something was not done; empty: nothing to say */
  readonly notice: Readonly<Ref<string>>;
  readonly action: Action;
  readonly moves: CalendarMoves;
  readonly fixed: (entry: CalendarEntry) => WhyFixed | null;
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
  const { articles, clock, notices, session } = useServices();
  const { say } = useWords();
  const { t } = useListWords();
  const action = useAction();
  const moves = createCalendarMoves({ articles, notices });
  const notice = ref('');
  const openedKey = ref<string | null>(null);

  const entries = computed(() => {
    const { value: state } = load.state;
    if (state.kind !== 'ready') return [];
    const { items, notices: lines, show, range } = state.data;
    const shown = {
      articles: show === 'notices' ? [] : items,
      notices: show === 'articles' ? [] : lines,
    };
    return entriesOf(shown, range, zone);
  });
  const entryOf = (key: string | null): CalendarEntry | null =>
    entries.value.find((entry) => entry.key === key) ?? null;
  const fixed = (entry: CalendarEntry): WhyFixed | null =>
    entry.kind === 'notice'
      ? whyNoticeFixed(entry.line, session.may('notices.write'))
      : whyFixed(entry.line, entry.what, session.may('articles.review'));

  function replace(moved: Movable): void {
    const { value: state } = load.state;
    if (state.kind !== 'ready') return;
    const { items, notices: lines } = state.data;
    if (moved.kind === 'article')
      load.set({ ...state.data, items: items.map((one) => (one.id === moved.line.id ? moved.line : one)) });
    else
      load.set({ ...state.data, notices: lines.map((one) => (one.id === moved.line.id ? moved.line : one)) });
  }

  /** True: it was done. */
  async function tryTo(act: () => Promise<Movable | null>): Promise<boolean> {
    notice.value = '';
    const done = await action.run(async () => {
      const moved = await act();
      if (moved !== null) replace(moved);
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
      if (entry === null || !(await tryTo(() => moves.move(entry, at)))) return;
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
      if (at !== null && (await tryTo(() => moves.move(entry, at)))) return;
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
      const at = last === null ? null : timeOf(last.moved);
      if (last === null || last.before === null || at === null) return;
      const { problem } = planMove(at, zone.wall(last.before), zone, clock.now());
      const { kind, line } = last.moved;
      if (problem !== null) sayNot(problem);
      else if (await tryTo(moves.undo)) await focusEntry(movableKey(kind, line.id));
      else {
        sayNot(null);
        if (isOutOfDate(action.error.value)) moves.forget();
      }
    },
  };
}
