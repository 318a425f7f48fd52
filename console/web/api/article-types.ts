/** Answers of the part of the API that knows articles. Times are ISO 8601 in UTC, days are YYYY-MM-DD in the line's zone. */
import type { Lang, Named, Page, Words } from './common-types.js';

export const articleKinds = ['case', 'law', 'advice', 'notice', 'figures'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const articleStates = [
  'draft',
  'in_review',
  'scheduled',
  'about_to_go',
  'submitted',
  'awaiting_admin',
  'checking',
  'published',
  'refused',
  'partly_published',
  'in_doubt',
  'withdrawn',
] as const;
export type ArticleState = (typeof articleStates)[number];

/** The steps that a request may ask for. */
export type RequestedStep =
  | 'submit'
  | 'return'
  | 'approve'
  | 'reschedule'
  | 'unschedule'
  | 'stop'
  | 'withdraw'
  | 'retry'
  | 'confirm'
  | 'fall_short';
/** What this person may do now. */
export type ArticleStep = 'edit' | RequestedStep;

export const reviewChecks = ['shows_conduct', 'names_no_real_person', 'no_opinion_case'] as const;
export type ReviewCheck = (typeof reviewChecks)[number];

export interface ArticleText {
  readonly title: string;
  readonly digest: string;
  /** Markdown */
  readonly body: string;
  readonly coverAlt: string;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

/** All that an editor writes. */
export interface ArticleContent {
  readonly kind: ArticleKind;
  readonly texts: Readonly<Record<Lang, ArticleText | null>>;
  readonly author: string;
  /** id of a picture */
  readonly cover: string | null;
  readonly tags: readonly string[];
  readonly category: string | null;
  readonly sources: readonly Source[];
}

export interface PlatformPlan {
  readonly way: 'none' | 'quiet' | 'send';
  readonly tag: number | null;
}

export interface ArticlePlan {
  readonly at: string;
  readonly platform: PlatformPlan;
}

export interface LiveCopy {
  readonly number: number;
  readonly firstAt: string;
  readonly at: string;
}

export interface ArticleComment {
  readonly id: string;
  readonly by: Named;
  readonly at: string;
  readonly lang: Lang;
  /** the beginning of the paragraph it stands at */
  readonly paragraph: string;
  readonly text: string;
  readonly resolved: boolean;
}

export interface ArticleEvent {
  readonly at: string;
  /** null: the line itself */
  readonly by: Named | null;
  readonly what: string;
  readonly detail: string | null;
  /** what whoever took the step wrote to the others */
  readonly note: string | null;
}

/** What the platform would refuse, or what is missing. */
export interface ArticleProblem {
  /** `stop`: it cannot be sent for review like this · `warn`: it can, and somebody should know */
  readonly level: 'stop' | 'warn';
  readonly lang: Lang | null;
  readonly field: string;
  readonly code: string;
  readonly max?: number;
}

export type Lateness = 'held' | 'no_jobs' | 'platform';

/** An article in a list. */
export interface ArticleLine {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
  readonly state: ArticleState;
  readonly stateAt: string;
  readonly kind: ArticleKind;
  readonly titles: Readonly<Record<Lang, string | null>>;
  readonly cover: string | null;
  readonly createdBy: Named;
  readonly editedBy: Named;
  /** who sent it for review */
  readonly submittedBy: Named | null;
  readonly editedAt: string;
  readonly plan: ArticlePlan | null;
  readonly live: LiveCopy | null;
  readonly late: Lateness | null;
  /** how many comments nobody has resolved yet */
  readonly openComments: number;
}

export interface Article extends ArticleContent {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
  readonly state: ArticleState;
  readonly stateAt: string;
  readonly createdBy: Named;
  readonly editedBy: Named;
  readonly submittedBy: Named | null;
  readonly approvedBy: Named | null;
  readonly createdAt: string;
  readonly editedAt: string;
  readonly plan: ArticlePlan | null;
  readonly live: LiveCopy | null;
  readonly platform: {
    readonly way: PlatformPlan['way'];
    readonly url: string | null;
    readonly reason: string | null;
    readonly jobId: string | null;
  } | null;
  readonly comments: readonly ArticleComment[];
  readonly events: readonly ArticleEvent[];
  readonly steps: readonly ArticleStep[];
  readonly late: Lateness | null;
  readonly problems: readonly ArticleProblem[];
}

export interface CalendarDay {
  readonly day: string;
  readonly off: boolean;
  readonly worked: boolean;
  readonly name: Words | null;
}

export interface Calendar {
  readonly items: readonly ArticleLine[];
  readonly days: readonly CalendarDay[];
}

export interface ArticleFilter {
  readonly state?: ArticleState;
  readonly kind?: ArticleKind;
}

export interface Saved {
  readonly revision: number;
  readonly editedAt: string;
  readonly problems: readonly ArticleProblem[];
}

/** `details` of 409 article.stale. */
export interface StaleDetails {
  readonly revision: number;
  readonly editedBy: Named;
  readonly editedAt: string;
}

export interface StepRequest {
  readonly revision: number;
  readonly step: RequestedStep;
  readonly plan?: ArticlePlan;
  readonly checks?: readonly ReviewCheck[];
  readonly note?: string;
}

export interface VersionLine {
  readonly revision: number;
  readonly at: string;
  readonly by: Named;
  readonly why: 'saved' | 'submitted' | 'published' | 'restored';
}

export interface Version extends VersionLine {
  readonly content: ArticleContent;
}

export interface DayViews {
  readonly day: string;
  readonly views: number;
}

/** People who read the article on the platform on a day of the platform's. */
export interface DayReaders {
  readonly day: string;
  readonly readers: number;
}

export interface Views extends Page<DayViews> {
  /** the platform's own figures; null: it has said nothing of this article, or not yet */
  readonly platform: readonly DayReaders[] | null;
}

export interface UploadedPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export type Rendition = 'web' | 'small' | 'platform' | 'cover';

export interface Preview {
  readonly web: string;
  readonly platform: string;
  readonly plain: string;
}
