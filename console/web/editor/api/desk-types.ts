/** What the server answers about the account on the platform and about phones, and what it says of articles beyond a list. */
import type { Article, ArticleProblem, PlatformPlan } from '../../api/article-types.js';

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

/** The phone that gets tests. */
export interface Phone {
  readonly linked: boolean;
  /** YYYY-MM-DD */
  readonly linkedOn: string | null;
  readonly available: boolean;
}

export interface PhoneLink {
  readonly id: string;
  readonly url: string;
  readonly endsAt: string;
}

/** `stop`: it cannot be sent for review like this · `warn`: it can, and somebody should know */
export type Level = 'stop' | 'warn';

/** Something that is missing, or that the platform would refuse. */
export interface Problem extends ArticleProblem {
  readonly level: Level;
  /** how many, where that is said */
  readonly count?: number;
}

const levelOf = (problem: ArticleProblem): Level =>
  'level' in problem && problem.level === 'warn' ? 'warn' : 'stop';

/** Problems as the server names them, each with its weight. */
export const problemsOf = (problems: readonly ArticleProblem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, level: levelOf(problem) }));

/** How the article went to the platform; null: not at all. */
export function platformWay({ platform }: Pick<Article, 'platform'>): PlatformPlan['way'] | null {
  const way: unknown = platform?.way;
  const name: unknown = typeof way === 'object' && way !== null && 'way' in way ? way.way : way;
  return name === 'quiet' || name === 'send' || name === 'none' ? name : null;
}
