/** What the server answers about the account on the platform, and what it says of articles beyond a list. */
import type { ArticleProblem } from '../../api/article-types.js';

export type Ability = 'yes' | 'no' | 'unknown';

/** What an article can reach beside the web, the chat and the API. */
export interface PlatformWays {
  /** an Official Account is set up */
  readonly account: boolean;
  /** whether it may publish without telling anybody, and send to its followers */
  readonly quiet: Ability;
  readonly send: Ability;
  /** how many follow it; null: not known */
  readonly followers: number | null;
  /** `month`: YYYY-MM in the line's zone */
  readonly budget: { readonly month: string; readonly sent: number; readonly most: number };
}

/** Something that is missing, or that the platform would refuse. */
export interface Problem extends ArticleProblem {
  /** how many, where that is said */
  readonly count?: number;
}
