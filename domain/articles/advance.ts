/** What a step of the line itself needs, and what comes of it. */
import type { Clock } from '../ports.js';
import type { Article } from './article.js';
import type { ArticlePlatform } from './platform.js';
import type { Articles, ArticleVersions } from './ports.js';

export interface AdvancePorts {
  readonly articles: Articles;
  readonly versions: ArticleVersions;
  readonly clock: Clock;
  /** null: no Official Account is set up */
  readonly platform: ArticlePlatform | null;
  /** whether the mass send of this article has its place in what the account may send */
  readonly hasPlace: (article: string) => Promise<boolean>;
  /** whether readers get the article's page just now */
  readonly shows: (slug: string) => Promise<boolean>;
}

/** What an article becomes next, and what follows once that is written. */
export interface Next {
  readonly article: Article;
  readonly afterwards?: (written: Article) => Promise<void>;
}
