/** What the engine asks about published articles and what it is told of them; `types.ts` imports it, so it imports nothing. */

export const articleKinds = ['case', 'law', 'advice', 'notice', 'figures'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** The newest, those of a kind, or those that words find. `after` goes on where a list ended. */
export interface ListQuery {
  readonly get: 'articles';
  readonly lang: 'zh' | 'en';
  readonly kind?: ArticleKind;
  /** what somebody looks for: written nowhere */
  readonly words?: string;
  readonly after?: string;
}

/** A page of an article, by its number or its address; pages count from 1. */
export interface PageQuery {
  readonly get: 'article';
  readonly which: number | string;
  readonly page: number;
  readonly lang: 'zh' | 'en';
}

export interface ArticleList {
  readonly items: readonly ArticleLine[];
  /** where the list goes on; null: that was all */
  readonly next: string | null;
}

export interface ArticleLine {
  /** its own for good, no place in a list */
  readonly number: number;
  readonly title: string;
  /** there is only the other language */
  readonly foreign: boolean;
}

export interface ArticlePage extends ArticleLine {
  /** the one there is, where a page was asked for that is none */
  readonly page: number;
  readonly pages: number;
  readonly body: string;
  /** the address of the whole article */
  readonly link: string;
  /** the category of a report of something like it */
  readonly category: string | null;
}

/** A list or a page of an article that somebody was just shown, so that "more" goes on. */
export interface ReadingPlace {
  /** what "more" asks for; null: that was all */
  readonly more: ListQuery | PageQuery | null;
  /** the list to go back to */
  readonly list: ListQuery | null;
  /** numbers of the articles just listed */
  readonly listed: readonly number[];
  /** the category of a report of something like the article */
  readonly category: string | null;
  /** false once anything else was said: from then on only taps lead on */
  readonly open: boolean;
}
