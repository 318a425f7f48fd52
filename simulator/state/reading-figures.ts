/** How often articles were read on the platform, day by day: kept for the calls that tell it. */
import { keepLatest } from './latest.js';

/** One article of a mass send or of a quiet publication; its id is `<msg_data_id>_<place, from 1>`. */
export interface CountedArticle {
  readonly id: string;
  readonly title: string;
  /** its page there */
  readonly url: string;
  readonly way: 'published' | 'sent';
  /** day on which it came, `YYYY-MM-DD` in the platform's zone, and to how many it was sent */
  readonly day: string;
  readonly target: number;
  readonly reads: ReadonlyMap<string, Reads>;
}

export interface Reads {
  readonly people: number;
  readonly times: number;
}

/** What came out together: a mass send, or a publication. */
export interface Opened extends Pick<CountedArticle, 'way' | 'day' | 'target'> {
  readonly dataId: string;
  readonly articles: readonly Pick<CountedArticle, 'title' | 'url'>[];
}

export interface ReadingFigures {
  opened(opened: Opened): void;
  /** Adds what was read on a day; false where there is no such article. */
  read(id: string, day: string, reads: Reads): boolean;
  all(): readonly CountedArticle[];
}

const most = 500;

export function createReadingFigures(): ReadingFigures {
  const articles = new Map<string, CountedArticle & { readonly reads: Map<string, Reads> }>();
  return {
    opened({ dataId, articles: opened, way, day, target }) {
      for (const [at, { title, url }] of opened.entries()) {
        const id = `${dataId}_${at + 1}`;
        articles.set(id, { id, title, url, way, day, target, reads: new Map() });
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
