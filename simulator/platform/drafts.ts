import { letters, type Random } from '../state/chance.js';
import { PlatformError } from './errors.js';
import { type KeptArticle } from './kept-article.js';

/** Drafts by media id. */
export interface Drafts {
  /** @throws PlatformError 45001 if the box is full */
  add(articles: readonly KeptArticle[]): string;
  /** @throws PlatformError 40007 if there is none, here and in `take` */
  get(id: string): readonly KeptArticle[];
  set(id: string, articles: readonly KeptArticle[]): void;
  /** A draft that is published or sent to all is gone from the box; `set` puts it back if nothing came of it. */
  take(id: string): readonly KeptArticle[];
  all(): ReadonlyMap<string, readonly KeptArticle[]>;
}

const most = 500;

export function createDrafts(random: Random): Drafts {
  const drafts = new Map<string, readonly KeptArticle[]>();
  const get = (id: string): readonly KeptArticle[] => {
    const draft = drafts.get(id);
    if (draft === undefined) throw new PlatformError(40007);
    return draft;
  };
  return {
    add: (articles) => {
      if (drafts.size >= most) throw new PlatformError(45001);
      const id = letters(random, 64);
      drafts.set(id, articles);
      return id;
    },
    get,
    set: (id, articles) => {
      drafts.set(id, articles);
    },
    take: (id) => {
      const draft = get(id);
      drafts.delete(id);
      return draft;
    },
    all: () => drafts,
  };
}
