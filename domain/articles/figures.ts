/** What the platform counts of an article's page there: how many people, and nothing about who. */
import type { PlatformCopy } from './article.js';

export interface DayReaders {
  /** `YYYY-MM-DD` in the platform's zone */
  readonly day: string;
  readonly readers: number;
}

/** What the platform says of all that came out on one day. */
export type FiguresOfDay =
  | {
      readonly is: 'told';
      /** By the end of each day since, the earliest first, how many had read this copy; null: it did not come out that day. */
      of(copy: Pick<PlatformCopy, 'dataId' | 'url'>): readonly DayReaders[] | null;
    }
  /** this account may not ask */
  | { readonly is: 'refused' }
  /** no answer, or busy */
  | { readonly is: 'silent' };

export interface PlatformFigures {
  /** The platform's calendar day, `YYYY-MM-DD`, and the hour of it at a moment in milliseconds since 1970. */
  at(ms: number): { readonly day: string; readonly hour: number };
  /** @param day one that is over there */
  cameOut(day: string): Promise<FiguresOfDay>;
}
