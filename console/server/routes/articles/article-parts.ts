/** What the article routes are made of. */
import type { Article } from '../../../../domain/articles/article.js';
import type { CommentArticle } from '../../../../domain/articles/comment-article.js';
import type { NewArticle } from '../../../../domain/articles/new-article.js';
import type {
  Articles,
  ArticleReaders,
  ArticleVersions,
  ArticleViews,
  Pictures,
  Renderer,
} from '../../../../domain/articles/ports.js';
import type { ProblemsOf } from '../../../../domain/articles/problems-of.js';
import type { PublishingWays } from '../../../../domain/articles/publishing-ways.js';
import type { RestoreVersion } from '../../../../domain/articles/restore-version.js';
import type { SaveArticle } from '../../../../domain/articles/save-article.js';
import type { SearchDrafts } from '../../../../domain/articles/search-drafts.js';
import type { Actor, TakeStep } from '../../../../domain/articles/take-step.js';
import type { UploadPicture } from '../../../../domain/articles/upload-picture.js';
import type { ReadHold } from '../../../../domain/line-marks/hold-line.js';
import type { Clock } from '../../../../domain/ports.js';
import type { NameStaff } from '../../../../domain/staff/name-staff.js';
import { presentArticle, type Shown } from './articles.presenter.js';
import type { Presence } from './presence.js';

export interface ArticleParts {
  readonly articles: Articles;
  readonly versions: ArticleVersions;
  readonly views: ArticleViews;
  readonly readers: Pick<ArticleReaders, 'of'>;
  readonly pictures: Pictures;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly hold: ReadHold;
  readonly nameStaff: NameStaff;
  readonly problemsOf: ProblemsOf;
  readonly newArticle: NewArticle;
  readonly saveArticle: SaveArticle;
  readonly takeStep: TakeStep;
  readonly commentArticle: CommentArticle;
  readonly restoreVersion: RestoreVersion;
  readonly searchDrafts: SearchDrafts;
  readonly uploadPicture: UploadPicture;
  readonly presence: Presence;
  /** Days off, make-up days and named days of the line's calendar between two days, `YYYY-MM-DD`. */
  readonly daysBetween: (from: string, to: string) => Promise<readonly CalendarDay[]>;
  /** The moment at which a day begins in the line's zone, in milliseconds. */
  readonly dayStart: (day: string) => number;
  /** What the Official Account may, and whom it reaches. */
  readonly ways: () => Promise<PublishingWays>;
  /** What follows a step at once: a withdrawn article is taken back on the platform. Never throws. */
  readonly afterStep: (article: Article) => Promise<Article>;
}

export interface CalendarDay {
  readonly day: string;
  readonly off: boolean;
  readonly worked: boolean;
  readonly name: Readonly<Record<'zh' | 'en', string>> | null;
}

/** Names, the moment and whether the line is held, looked up once an answer. */
export async function shownBy({ nameStaff, clock, hold }: ArticleParts): Promise<Shown> {
  const [nameOf, held] = await Promise.all([nameStaff(), hold()]);
  return { nameOf, now: clock.now(), held: held !== null };
}

/** The whole article as one person gets it. */
export async function whole(parts: ArticleParts, actor: Actor, article: Article) {
  const [shown, problems] = await Promise.all([shownBy(parts), parts.problemsOf(article)]);
  return presentArticle(article, { ...shown, actor, problems });
}
