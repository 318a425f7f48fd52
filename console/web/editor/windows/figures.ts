import type { Views } from '../../api/article-types.js';

export interface FigureRow {
  /** YYYY-MM-DD */
  readonly day: string;
  /** how often the page here was opened */
  readonly views: number;
  /** how many people read it on the platform; null: the platform does not say it of this day */
  readonly readers: number | null;
}

export interface Figures {
  /** the newest day first */
  readonly rows: readonly FigureRow[];
  readonly views: number;
  /** null: the platform has said nothing of this article */
  readonly readers: number | null;
}

/** Both counts side by side: they count different things, so they are never added up. */
export function figuresOf({ items, platform }: Pick<Views, 'items' | 'platform'>): Figures {
  const viewsOn = new Map(items.map(({ day, views }) => [day, views]));
  const readersOn = new Map((platform ?? []).map(({ day, readers }) => [day, readers]));
  const days = [...new Set([...viewsOn.keys(), ...readersOn.keys()])].sort().reverse();
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
  return {
    rows: days.map((day) => ({
      ...{ day, views: viewsOn.get(day) ?? 0, readers: readersOn.get(day) ?? null },
    })),
    views: sum(viewsOn.values()),
    readers: platform === null ? null : sum(readersOn.values()),
  };
}
