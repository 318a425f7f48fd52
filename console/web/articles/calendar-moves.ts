/** Moves articles to another time, and back. */
import { readonly, shallowRef, type ShallowRef } from 'vue';
import { ApiError } from '../api/api-error.js';
import type { ArticleLine, PlatformPlan } from '../api/article-types.js';
import type { ArticlesApi } from '../api/articles-api.js';
import { lineOf } from './calendar-line.js';

export interface LastMove {
  /** as it is after the move */
  readonly line: ArticleLine;
  /** ISO: where it was; null: that was the way back */
  readonly before: string | null;
}

export interface CalendarMoves {
  readonly last: Readonly<ShallowRef<LastMove | null>>;
  /** Answers the article after the move; the server may have chosen a later time. @throws what the request throws */
  readonly move: (line: ArticleLine, at: string) => Promise<ArticleLine>;
  /** Takes the last move back; null: there is none. @throws what the request throws */
  readonly undo: () => Promise<ArticleLine | null>;
  readonly forget: () => void;
}

const nothing: PlatformPlan = { way: 'none', tag: null };

export function createCalendarMoves(articles: Pick<ArticlesApi, 'step'>): CalendarMoves {
  const last = shallowRef<LastMove | null>(null);

  async function reschedule({ id, revision, plan }: ArticleLine, at: string): Promise<ArticleLine> {
    const platform = plan?.platform ?? nothing;
    return lineOf(await articles.step(id, { revision, step: 'reschedule', plan: { at, platform } }));
  }

  return {
    last: readonly(last),
    move: async (line, at) => {
      const moved = await reschedule(line, at);
      last.value = { line: moved, before: line.plan?.at ?? null };
      return moved;
    },
    undo: async () => {
      const { value: move } = last;
      if (move === null || move.before === null) return null;
      const back = await reschedule(move.line, move.before);
      last.value = { line: back, before: null };
      return back;
    },
    forget: () => {
      last.value = null;
    },
  };
}

/** Whether the server knows the article otherwise than this page: it was changed meanwhile. */
export const isOutOfDate = (error: unknown): boolean =>
  error instanceof ApiError &&
  ['article.stale', 'article.step_refused', 'article.unknown'].includes(error.code);
