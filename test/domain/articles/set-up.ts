import { type createRecordAct } from '../../../domain/audit/record-act.js';
import type { AuditAct } from '../../../domain/audit/audit.js';
import type { Article } from '../../../domain/articles/article.js';
import type { Problem } from '../../../domain/articles/check-article.js';
import { createCommentArticle } from '../../../domain/articles/comment-article.js';
import { createNewArticle } from '../../../domain/articles/new-article.js';
import { createRestoreVersion } from '../../../domain/articles/restore-version.js';
import { createSaveArticle } from '../../../domain/articles/save-article.js';
import { createTakeStep } from '../../../domain/articles/take-step.js';
import { memoryArticleVersions } from '../../support/fakes/article-versions.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';
import { seeded } from '../../support/line.js';

export type RecordedActs = ReturnType<typeof createRecordAct>;

/** A desk of articles in memory. */
export function setUp(...first: readonly Article[]) {
  const articles = memoryArticles(...first);
  const versions = memoryArticleVersions();
  const clock = handClock('2026-11-23T09:00:00+08:00');
  const random = seeded(3);
  const acts: AuditAct[] = [];
  const record: RecordedActs = async (act) => {
    acts.push(act);
    return { ...act, seq: acts.length, at: clock.now(), before: '', hash: '' };
  };
  const desk = {
    problems: [] as readonly Problem[],
    otherEditor: false,
    affordable: (async () => {}) as (send: { readonly id: string; readonly at: number }) => Promise<void>,
  };
  const ports = { articles, versions, clock, random, record };
  return {
    ...ports,
    acts,
    desk,
    newArticle: createNewArticle(ports),
    save: createSaveArticle(ports),
    comment: createCommentArticle(ports),
    restore: createRestoreVersion(ports),
    take: createTakeStep({
      ...ports,
      problemsOf: async () => desk.problems,
      otherEditor: async () => desk.otherEditor,
      affordable: (send) => desk.affordable(send),
    }),
  };
}

export const ada = { id: 'ada', roles: ['editor'] as const };
export const ben = { id: 'ben', roles: ['editor'] as const };
export const sue = { id: 'sue', roles: ['supervisor'] as const };
export const hal = { id: 'hal', roles: ['handler', 'auditor', 'administrator'] as const };
