/** The article routes of the console on memory stores, and two editors who ask them. */
import { articleRoutes } from '../../../console/server/routes/articles/articles.js';
import { createPresence } from '../../../console/server/routes/articles/presence.js';
import type { Article } from '../../../domain/articles/article.js';
import { createCommentArticle } from '../../../domain/articles/comment-article.js';
import { createNewArticle } from '../../../domain/articles/new-article.js';
import { createProblemsOf } from '../../../domain/articles/problems-of.js';
import { createRestoreVersion } from '../../../domain/articles/restore-version.js';
import { createSaveArticle } from '../../../domain/articles/save-article.js';
import { createSearchDrafts } from '../../../domain/articles/search-drafts.js';
import { createTakeStep } from '../../../domain/articles/take-step.js';
import { createUploadPicture } from '../../../domain/articles/upload-picture.js';
import { DomainError } from '../../../domain/errors.js';
import type { Hold } from '../../../domain/line-marks/line-mark.js';
import { createRenderer } from '../../../publishing/renderer.js';
import { memoryArticleVersions } from '../../support/fakes/article-versions.js';
import { memoryArticleReaders } from '../../support/fakes/article-readers.js';
import { memoryArticleViews } from '../../support/fakes/article-views.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { memoryPictures } from '../../support/fakes/pictures.js';
import { staffLine } from '../../support/staff-line.js';
import { consoleLine } from './console.js';

const day = 24 * 3_600_000;

export async function articleDesk(...first: readonly Article[]) {
  const line = staffLine();
  const { clock, random, record } = line;
  const articles = memoryArticles(...first);
  const versions = memoryArticleVersions();
  const views = memoryArticleViews();
  const readers = memoryArticleReaders();
  const pictures = memoryPictures();
  let hold: Hold | null = null;
  const budget = { full: false };
  const affordable = async ({ id, at }: { readonly id: string; readonly at: number }): Promise<void> => {
    const displaces = [{ kind: 'article', id, at }];
    if (budget.full)
      throw new DomainError('notice.over_budget', {
        details: { period: '2026-11', most: 4, sent: 4, displaces },
      });
  };
  const renderer = createRenderer();
  const problemsOf = createProblemsOf({ renderer, pictures });
  const shared = { articles, versions, clock, random, record };
  await pictures.add({
    ...{ id: 'c'.repeat(32), uploadedBy: 'ed', day: '2026-11-22' },
    renditions: [{ name: 'web', type: 'image/webp', width: 8, height: 4, bytes: Uint8Array.of(1, 2) }],
  });
  const table = articleRoutes({
    ...{ articles, versions, views, readers, pictures, renderer, clock, problemsOf },
    hold: async () => hold,
    nameStaff: line.cases.nameStaff,
    newArticle: createNewArticle(shared),
    saveArticle: createSaveArticle(shared),
    takeStep: createTakeStep({ ...shared, problemsOf, affordable, otherEditor: async () => true }),
    commentArticle: createCommentArticle(shared),
    restoreVersion: createRestoreVersion(shared),
    searchDrafts: createSearchDrafts(shared),
    uploadPicture: createUploadPicture({
      ...{ ...shared, pictures, pictureId: () => 'd'.repeat(32) },
      renderPicture: async (bytes) => {
        if (bytes[0] !== 0xff) throw new DomainError('picture.not_one');
        return [{ name: 'web', type: 'image/webp', width: 3, height: 2, bytes: Uint8Array.of(9) }];
      },
    }),
    presence: createPresence(clock),
    daysBetween: async (from) => [{ day: from, off: true, worked: false, name: null }],
    dayStart: (text) => Date.parse(`${text}T00:00:00+08:00`),
    ways: async () => ({
      ...{ account: true, quiet: 'yes', send: 'no', followers: 12 },
      budget: { month: '2026-11', sent: 1, most: 4 },
    }),
    afterStep: async (article) => article,
  });
  const server = consoleLine({ more: [table], staff: line.cases }, line);
  const ada = await line.hire('Ada', 'editor');
  const ben = await line.hire('Ben', 'editor');
  const enter = async (id: string): Promise<string> => {
    const { secret, hash } = line.vault.newSecret();
    const now = clock.now();
    await line.sessions.insert({ id: hash, staffId: id, startedAt: now, seenAt: now, endsAt: now + day });
    return `console=${secret}`;
  };
  const cookies = { ada: await enter(ada.me.id), ben: await enter(ben.me.id) };
  const as = (cookie: string) => (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: unknown) =>
    server.ask(method, path, { cookie, ...(body === undefined ? {} : { body }) });
  return {
    ...{
      articles,
      versions,
      views,
      readers,
      clock,
      ada: as(cookies.ada),
      ben: as(cookies.ben),
      server,
      cookies,
    },
    acts: line.acts,
    /** The month has no mass send left. */
    spendBudget: () => (budget.full = true),
    /** The line is held, as after a restore. */
    holdLine: () => (hold = { since: clock.now(), why: 'restored' }),
    ids: { ada: ada.me.id, ben: ben.me.id },
  };
}
