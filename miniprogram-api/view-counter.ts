/** How often articles are read: a number by day and article, and nothing about who reads. */
import type { ArticleViews } from '../domain/articles/ports.js';
import type { Clock } from '../domain/ports.js';

export interface ViewCounter {
  /** One more on this day. */
  readonly count: (article: string) => void;
  /**
   * Stores what was counted since the last time; nothing counted is no write. Called every minute and at the end.
   * @throws what the store throws; what was counted stays for the next time
   */
  readonly flush: () => Promise<void>;
}

export function createViewCounter({
  views,
  clock,
}: {
  readonly views: Pick<ArticleViews, 'add'>;
  readonly clock: Pick<Clock, 'now' | 'dayAt'>;
}): ViewCounter {
  /** by day, then article */
  let counted = new Map<string, Map<string, number>>();
  let last: Promise<void> = Promise.resolve();
  let minute = { number: -1, day: '' };

  /** Asked once a minute: no zone changes its day within one. */
  function today(): string {
    const now = clock.now();
    const number = Math.floor(now / 60_000);
    if (number !== minute.number) minute = { number, day: clock.dayAt(now) };
    return minute.day;
  }

  function add(day: string, article: string, more: number): void {
    const ofDay = counted.get(day) ?? new Map<string, number>();
    ofDay.set(article, (ofDay.get(article) ?? 0) + more);
    counted.set(day, ofDay);
  }

  async function store(): Promise<void> {
    const counts = [...counted].flatMap(([day, ofDay]) =>
      [...ofDay].map(([article, number]) => ({ article, day, views: number })),
    );
    if (counts.length === 0) return;
    counted = new Map();
    try {
      await views.add(counts);
    } catch (error) {
      for (const { article, day, views: number } of counts) add(day, article, number);
      throw error;
    }
  }

  return {
    count(article) {
      add(today(), article, 1);
    },
    flush() {
      // one after the other: what an earlier one could not store is in the next
      last = last.then(store, store);
      return last;
    },
  };
}
