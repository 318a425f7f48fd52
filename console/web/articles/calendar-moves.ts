/** Moves articles and day notices to another time, and back. */
import { readonly, shallowRef, type ShallowRef } from 'vue';
import { ApiError } from '../api/api-error.js';
import type { ArticleLine, PlatformPlan } from '../api/article-types.js';
import type { ArticlesApi } from '../api/articles-api.js';
import type { NoticesApi } from '../api/notices-api.js';
import type { OccurrenceLine } from '../api/occurrence-types.js';
import { lineOf, occurrenceLineOf } from './calendar-line.js';

/** What can be moved. */
export type Movable =
  | { readonly kind: 'article'; readonly line: ArticleLine }
  | { readonly kind: 'notice'; readonly line: OccurrenceLine };

export interface LastMove {
  /** as it is after the move */
  readonly moved: Movable;
  /** ISO: where it was; null: that was the way back */
  readonly before: string | null;
}

export interface CalendarMoves {
  readonly last: Readonly<ShallowRef<LastMove | null>>;
  /** Answers it after the move; the server may have chosen a later time. @throws what the request throws */
  readonly move: (movable: Movable, at: string) => Promise<Movable>;
  /** Takes the last move back; null: there is none. @throws what the request throws */
  readonly undo: () => Promise<Movable | null>;
  readonly forget: () => void;
}

const nothing: PlatformPlan = { way: 'none', tag: null };

/** ISO: when it goes out; null: it has no time. */
export const timeOf = (movable: Movable): string | null =>
  movable.kind === 'article' ? (movable.line.plan?.at ?? null) : movable.line.at;

export function createCalendarMoves({
  articles,
  notices,
}: {
  readonly articles: Pick<ArticlesApi, 'step'>;
  readonly notices: Pick<NoticesApi, 'step'>;
}): CalendarMoves {
  const last = shallowRef<LastMove | null>(null);

  async function reschedule(movable: Movable, at: string): Promise<Movable> {
    const { id, revision } = movable.line;
    if (movable.kind === 'notice') {
      const moved = await notices.step(id, { revision, step: 'reschedule', at });
      return { kind: 'notice', line: occurrenceLineOf(moved) };
    }
    const plan = { at, platform: movable.line.plan?.platform ?? nothing };
    const moved = await articles.step(id, { revision, step: 'reschedule', plan });
    return { kind: 'article', line: lineOf(moved) };
  }

  return {
    last: readonly(last),
    move: async (movable, at) => {
      const moved = await reschedule(movable, at);
      last.value = { moved, before: timeOf(movable) };
      return moved;
    },
    undo: async () => {
      const { value: move } = last;
      if (move === null || move.before === null) return null;
      const back = await reschedule(move.moved, move.before);
      last.value = { moved: back, before: null };
      return back;
    },
    forget: () => {
      last.value = null;
    },
  };
}

const overtaken: ReadonlySet<string> = new Set(
  ['article', 'notice'].flatMap((what) =>
    ['stale', 'step_refused', 'unknown'].map((fact) => `${what}.${fact}`),
  ),
);

/** Whether the server knows it otherwise than this page: it was changed meanwhile. */
export const isOutOfDate = (error: unknown): boolean =>
  error instanceof ApiError && overtaken.has(error.code);
