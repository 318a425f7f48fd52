/** An awareness article: what an editor writes, what is planned for it, and the copy that readers see. */
import type { ArticleState } from './lifecycle.js';

export const articleKinds = ['case', 'law', 'advice', 'notice', 'figures'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const articleLangs = ['zh', 'en'] as const;
export type ArticleLang = (typeof articleLangs)[number];

/** One language of an article. */
export interface ArticleText {
  readonly title: string;
  /** one or two sentences: lists, link previews, the platform's card */
  readonly digest: string;
  /** Markdown */
  readonly body: string;
  /** what the cover shows, for who does not see it */
  readonly coverAlt: string;
}

/** Where what is said can be checked. */
export interface Source {
  readonly title: string;
  /** https, or http */
  readonly url: string;
}

/** All that an editor writes. */
export interface Content {
  readonly kind: ArticleKind;
  /** null: not translated yet */
  readonly texts: Readonly<Record<ArticleLang, ArticleText | null>>;
  /** the byline */
  readonly author: string;
  /** id of a picture; null: none yet */
  readonly cover: string | null;
  readonly tags: readonly string[];
  /** the category of the question graph that "report something like this" opens; null: none */
  readonly category: string | null;
  readonly sources: readonly Source[];
}

/** Beside the web, the chat and the API, which every published article reaches, how it goes to the Official Account. */
export type PlatformWay =
  | { readonly way: 'none' }
  /** its page there exists and tells nobody */
  | { readonly way: 'quiet' }
  /** a mass send: one unit of the month's budget; `tag` null: to all followers */
  | { readonly way: 'send'; readonly tag: number | null };

export interface Plan {
  /** milliseconds since 1970 */
  readonly at: number;
  readonly platform: PlatformWay;
}

/** What readers see. */
export interface Live {
  readonly content: Content;
  /** names the article in the chat, counted from 1, never given twice */
  readonly number: number;
  /** milliseconds since 1970: when this article was first published, and when this copy of it was */
  readonly firstAt: number;
  readonly at: number;
}

/** What became of the copy on the platform. */
export interface PlatformCopy {
  readonly way: PlatformWay;
  readonly draftId: string | null;
  /** names the mass send for the platform, so that none goes out twice */
  readonly key: string;
  /** when a call was begun whose answer is not here yet, milliseconds since 1970; null: none is under way */
  readonly callingSince: number | null;
  /** the platform's name of the job: a publish id or the id of a mass send */
  readonly jobId: string | null;
  /** names it in the platform's reading figures */
  readonly dataId: string | null;
  readonly articleId: string | null;
  readonly url: string | null;
  /** why it was refused: an error code of the platform, or its status in a word */
  readonly reason: string | null;
}

/** Names one sending for the platform: at most 64 bytes, another one for each try. */
export const sendKey = (id: string, revision: number): string => `${id}-${revision}`;

/** One thing that happened, for the timeline. `by`: a member of staff; null: the line itself. */
export interface ArticleEvent {
  readonly at: number;
  readonly by: string | null;
  readonly what: string;
  /** a code or a name of ours, never text of the article */
  readonly detail: string | null;
  /** what whoever took the step wrote to the others, in neutral text; left out: nothing */
  readonly note?: string;
}

/** A note has at most so many characters; whoever takes it in looks. */
export const longestNote = 500;

/** What a reviewer ticks, all of it. */
export const reviewChecks = ['shows_conduct', 'names_no_real_person', 'no_opinion_case'] as const;

export interface Comment {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly lang: ArticleLang;
  /** the beginning of the paragraph it stands at */
  readonly paragraph: string;
  readonly text: string;
  readonly resolved: boolean;
}

export interface Article {
  /** 16 random bytes, hex */
  readonly id: string;
  /** its address `/a/<slug>`: never changes after it was first published */
  readonly slug: string;
  /** counts every write */
  readonly revision: number;
  /** the revision since which text and state are as they are: who saves over a newer one is told; comments leave it */
  readonly basis: number;
  readonly state: ArticleState;
  readonly content: Content;
  /** members of staff: who made it, who wrote it last, who sent it for review */
  readonly createdBy: string;
  readonly editedBy: string;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly createdAt: number;
  readonly editedAt: number;
  /** when it came into its state */
  readonly stateAt: number;
  readonly plan: Plan | null;
  readonly live: Live | null;
  readonly platform: PlatformCopy | null;
  readonly comments: readonly Comment[];
  readonly events: readonly ArticleEvent[];
}
