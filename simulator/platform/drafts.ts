import { letters, type Random } from '../state/chance.js';
import { isJson, type Json, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

/** Drafts by media id, and what was published of them by article id. */
export interface Drafts {
  add(articles: readonly Json[]): string;
  get(id: string): readonly Json[];
  set(id: string, articles: readonly Json[]): void;
  /** A draft that is published or sent to all is gone from the box. */
  take(id: string): readonly Json[];
  all(): ReadonlyMap<string, readonly Json[]>;
}

const most = 500;

export function createDrafts(random: Random): Drafts {
  const drafts = new Map<string, readonly Json[]>();
  const get = (id: string): readonly Json[] => {
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

/** Checks an article by reference 10.6. @throws PlatformError 45003, 45004, 45166, 40007 */
export function checkArticle(article: unknown, { media }: Platform): Json {
  if (!isJson(article)) throw new PlatformError(47001);
  const long = (name: string, characters: number): boolean => str(article, name).length > characters;
  if (str(article, 'title') === '' || long('title', 32)) throw new PlatformError(45003);
  if (long('author', 16) || long('digest', 128)) throw new PlatformError(45004);
  if (str(article, 'content') === '' || long('content', 20_000)) throw new PlatformError(45166);
  const isNews = (article['article_type'] ?? 'news') === 'news';
  if (isNews && media.get(str(article, 'thumb_media_id'))?.permanent !== true) throw new PlatformError(40007);
  return { ...article, content: withoutScript(str(article, 'content')) };
}

/** The platform drops scripts from what is written; nothing else is touched here. */
const withoutScript = (html: string): string => html.replace(/<script\b[\s\S]*?<\/script\s*>/gi, '');
