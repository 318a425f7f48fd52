/** Articles of a running line: the catalogue for readers, the use cases for staff, and the steps of the line itself. */
import { createAdvanceArticles } from '../../domain/articles/advance-articles.js';
import { createCommentArticle } from '../../domain/articles/comment-article.js';
import { createNewArticle } from '../../domain/articles/new-article.js';
import type { ArticlePlatform } from '../../domain/articles/platform.js';
import { createReadFigures } from '../../domain/articles/read-figures.js';
import { createProblemsOf } from '../../domain/articles/problems-of.js';
import { createRestoreVersion } from '../../domain/articles/restore-version.js';
import { createSaveArticle } from '../../domain/articles/save-article.js';
import { createSearchDrafts } from '../../domain/articles/search-drafts.js';
import { createTakeBack } from '../../domain/articles/take-back.js';
import { createTakeStep } from '../../domain/articles/take-step.js';
import { createUploadPicture } from '../../domain/articles/upload-picture.js';
import type { RecordAct } from '../../domain/audit/record-act.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createCatalogue } from '../../publishing/catalogue.js';
import { createRenderPicture } from '../../publishing/pictures.js';
import { createRenderer } from '../../publishing/renderer.js';
import type { MassBudget } from '../notices/open-budget.js';
import type { Storage } from '../storage/storage.js';

export interface ArticlesParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly record: RecordAct;
  /** 32 hex digits made of bytes */
  readonly pictureId: (bytes: Uint8Array) => string;
  /** null: no Official Account is set up */
  readonly platform: ArticlePlatform | null;
  /** what the account may still send to many */
  readonly budget: Pick<MassBudget, 'affordable' | 'hasPlace'>;
  /** whether readers get the page of an article just now */
  readonly shows: (slug: string) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

export type ArticleCases = ReturnType<typeof openArticles>;

export const renderer = createRenderer();

export function openArticles(parts: ArticlesParts) {
  const { storage, clock, random, record, pictureId, platform, budget, shows, failed } = parts;
  const { articles, versions, readers, pictures, staff } = storage;
  const renderPicture = createRenderPicture();
  const problemsOf = createProblemsOf({ renderer, pictures });
  const shared = { articles, versions, clock, random, record };
  return {
    catalogue: createCatalogue({ articles, renderer, clock, failed }),
    problemsOf,
    renderPicture,
    pictureId,
    newArticle: createNewArticle(shared),
    saveArticle: createSaveArticle(shared),
    commentArticle: createCommentArticle(shared),
    restoreVersion: createRestoreVersion(shared),
    searchDrafts: createSearchDrafts(shared),
    uploadPicture: createUploadPicture({ ...shared, pictures, renderPicture, pictureId }),
    takeStep: createTakeStep({
      ...shared,
      problemsOf,
      affordable: ({ id, at }) => budget.affordable({ kind: 'article', id, at }),
      otherEditor: async (than) =>
        (await staff.all()).some(
          ({ id, roles, state }) => state === 'active' && roles.includes('editor') && !than.includes(id),
        ),
    }),
    takeBack: createTakeBack({ articles, clock, platform }),
    readers,
    readFigures: createReadFigures({ articles, readers, clock, figures: platform?.figures ?? null }),
    advance: createAdvanceArticles({
      ...{ articles, versions, clock, platform, shows },
      hasPlace: (id) => budget.hasPlace({ kind: 'article', id }),
    }),
  };
}
