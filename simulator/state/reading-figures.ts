/** How often articles that were sent were read, day by day: kept for the platform's two calls that tell it. */
import { keepLatest } from './latest.js';

/** One article of a mass send; its id is `<msg_data_id>_<place, from 1>`. */
export interface SentArticle {
  readonly id: string;
  readonly title: string;
  /** day it was sent on, `YYYY-MM-DD` in the platform's zone, and to how many */
  readonly day: string;
  readonly target: number;
  readonly reads: ReadonlyMap<string, Reads>;
}

export interface Reads {
  readonly people: number;
  readonly times: number;
}

export interface ReadingFigures {
  /** Notes a mass send. */
  sent(dataId: string, titles: readonly string[], day: string, target: number): void;
  /** Adds what was read on a day; false where there is no such article. */
  read(id: string, day: string, reads: Reads): boolean;
  all(): readonly SentArticle[];
}

const most = 500;

export function createReadingFigures(): ReadingFigures {
  const articles = new Map<string, SentArticle & { readonly reads: Map<string, Reads> }>();
  return {
    sent(dataId, titles, day, target) {
      for (const [at, title] of titles.entries()) {
        const id = `${dataId}_${at + 1}`;
        articles.set(id, { id, title, day, target, reads: new Map() });
      }
      keepLatest(articles, most);
    },
    read(id, day, { people, times }) {
      const article = articles.get(id);
      const before = article?.reads.get(day) ?? { people: 0, times: 0 };
      article?.reads.set(day, { people: before.people + people, times: before.times + times });
      return article !== undefined;
    },
    all: () => [...articles.values()],
  };
}
