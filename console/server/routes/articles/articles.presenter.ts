/** Articles as the console's page gets them. */
import type { Article, Content, Plan } from '../../../../domain/articles/article.js';
import type { ArticleLine } from '../../../../domain/articles/article-line.js';
import type { Problem } from '../../../../domain/articles/check-article.js';
import { lateness } from '../../../../domain/articles/late.js';
import type { ArticleVersion, Page } from '../../../../domain/articles/ports.js';
import { stepsFor, type Actor } from '../../../../domain/articles/take-step.js';
import type { Named } from '../../../../domain/staff/name-staff.js';

/** What a presenter needs beside the article. */
export interface Shown {
  readonly nameOf: (id: string) => Named;
  /** milliseconds since 1970 */
  readonly now: number;
  readonly held: boolean;
}

const time = (ms: number): string => new Date(ms).toISOString();
const named = (nameOf: Shown['nameOf'], id: string | null) => (id === null ? null : nameOf(id));

const presentPlan = (plan: Plan | null) => plan && { at: time(plan.at), platform: platformWay(plan) };
const platformWay = ({ platform }: Plan) => ({
  way: platform.way,
  tag: platform.way === 'send' ? platform.tag : null,
});

const presentLive = (live: ArticleLine['live']) =>
  live && { number: live.number, firstAt: time(live.firstAt), at: time(live.at) };

export const presentContent = ({ kind, texts, author, cover, tags, category, sources }: Content) => ({
  ...{ kind, texts, author, cover, tags, category, sources },
});

export function presentLine(line: ArticleLine, { nameOf, now, held }: Shown) {
  const { id, slug, revision, state, kind, titles, cover, openComments } = line;
  return {
    ...{ id, slug, revision, state, kind, titles, cover, openComments },
    stateAt: time(line.stateAt),
    createdBy: nameOf(line.createdBy),
    editedBy: nameOf(line.editedBy),
    submittedBy: named(nameOf, line.submittedBy),
    editedAt: time(line.editedAt),
    plan: presentPlan(line.plan),
    live: presentLive(line.live),
    late: lateness(line, now, held),
  };
}

export const presentLines = ({ items, next }: Page<ArticleLine>, shown: Shown) => ({
  items: items.map((line) => presentLine(line, shown)),
  nextCursor: next,
});

/** The whole article, with what this person may do with it now. */
export function presentArticle(
  article: Article,
  {
    nameOf,
    now,
    held,
    actor,
    problems,
  }: Shown & { readonly actor: Actor; readonly problems: readonly Problem[] },
) {
  const { id, slug, revision, state, platform } = article;
  return {
    ...{ id, slug, revision, state, stateAt: time(article.stateAt) },
    ...presentContent(article.content),
    createdBy: nameOf(article.createdBy),
    editedBy: nameOf(article.editedBy),
    submittedBy: named(nameOf, article.submittedBy),
    approvedBy: named(nameOf, article.approvedBy),
    createdAt: time(article.createdAt),
    editedAt: time(article.editedAt),
    plan: presentPlan(article.plan),
    live: presentLive(article.live),
    platform: platform && {
      ...{ way: platform.way.way, url: platform.url, reason: platform.reason, jobId: platform.jobId },
    },
    comments: article.comments.map(({ by, at, ...comment }) => ({
      ...comment,
      ...{ by: nameOf(by), at: time(at) },
    })),
    events: article.events.map(({ at, by, what, detail, note = null }) => ({
      ...{ at: time(at), by: named(nameOf, by), what, detail, note },
    })),
    steps: stepsFor(actor, article),
    late: lateness(article, now, held),
    problems,
  };
}

export function presentVersion(
  { revision, at, by, why }: Omit<ArticleVersion, 'content'>,
  nameOf: Shown['nameOf'],
) {
  return { revision, at: time(at), by: nameOf(by), why };
}
