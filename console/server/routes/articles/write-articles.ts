/** What editors and reviewers do with an article. */
import { DomainError, isDomainError } from '../../../../domain/errors.js';
import type { Plan } from '../../../../domain/articles/article.js';
import { endpoint } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { shownOverBudget } from '../over-budget.js';
import { partOf, type RouteTable } from '../route.js';
import { shownBy, whole, type ArticleParts } from './article-parts.js';
import {
  CommentBody,
  NewArticleBody,
  PresenceBody,
  RestoreBody,
  SaveArticleBody,
  StepBody,
} from './articles.dto.js';

/** Two bodies of an article, as JSON. */
const largestArticle = 4 * 1024 * 1024;

export function writeArticles(parts: ArticleParts): RouteTable {
  return [
    {
      ...{ method: 'POST', path: '/api/articles', act: 'articles.write' },
      handle: endpoint(NewArticleBody, async ({ kind, copyOf }, ctx) => {
        const me = meOf(ctx);
        const article = await parts.newArticle(me.id, kind, copyOf ?? null);
        ctx.status = 201;
        ctx.body = await whole(parts, me, article);
      }),
    },
    {
      ...{ method: 'PUT', path: '/api/articles/:id', act: 'articles.write' },
      handle: endpoint(
        SaveArticleBody,
        async ({ revision, content, slug }, ctx) => {
          const saving = { who: meOf(ctx).id, id: partOf(ctx, 'id'), revision, content };
          const article = await parts
            .saveArticle({ ...saving, ...(slug === undefined ? {} : { slug }) })
            .catch((error: unknown) => namedStale(parts, error));
          const problems = await parts.problemsOf(article);
          ctx.body = {
            ...{ revision: article.revision, editedAt: new Date(article.editedAt).toISOString(), problems },
          };
        },
        largestArticle,
      ),
    },
    {
      // Which steps a person may take is decided by the step: reading is the least that all of them need.
      ...{ method: 'POST', path: '/api/articles/:id/steps', act: 'articles.read' },
      handle: endpoint(StepBody, async ({ revision, step, plan, checks, note }, ctx) => {
        const me = meOf(ctx);
        const taken = { id: partOf(ctx, 'id'), revision, step };
        const article = await parts
          .takeStep(me, {
            ...taken,
            ...(plan === undefined ? {} : { plan: planOf(plan) }),
            ...(checks === undefined ? {} : { checks }),
            ...(note === undefined ? {} : { note }),
          })
          .catch((error: unknown) => namedStale(parts, error));
        ctx.body = await whole(parts, me, await parts.afterStep(article));
      }),
    },
    {
      ...{ method: 'POST', path: '/api/articles/:id/versions/:revision/restore', act: 'articles.write' },
      handle: endpoint(RestoreBody, async ({ revision }, ctx) => {
        const me = meOf(ctx);
        const wanted = Number(partOf(ctx, 'revision'));
        const article = await parts.restoreVersion(me.id, partOf(ctx, 'id'), revision, wanted);
        ctx.body = await whole(parts, me, article);
      }),
    },
    {
      ...{ method: 'POST', path: '/api/articles/:id/comments', act: 'articles.read' },
      handle: endpoint(CommentBody, async (comment, ctx) => {
        const me = meOf(ctx);
        const article = await parts.commentArticle.add(me.id, partOf(ctx, 'id'), comment);
        ctx.status = 201;
        ctx.body = await whole(parts, me, article);
      }),
    },
    {
      ...{ method: 'POST', path: '/api/articles/:id/comments/:comment/resolve', act: 'articles.read' },
      async handle(ctx) {
        const article = await parts.commentArticle.resolve(partOf(ctx, 'id'), partOf(ctx, 'comment'));
        ctx.body = await whole(parts, meOf(ctx), article);
      },
    },
    {
      ...{ method: 'POST', path: '/api/articles/:id/presence', act: 'articles.read' },
      quiet: () => true,
      handle: endpoint(PresenceBody, async ({ editing }, ctx) => {
        const others = parts.presence.here(partOf(ctx, 'id'), meOf(ctx).id, editing);
        const { nameOf } = await shownBy(parts);
        ctx.body = { others: others.map(nameOf) };
      }),
    },
  ];
}

function planOf({ at, platform }: NonNullable<StepBody['plan']>): Plan {
  const { way, tag } = platform;
  return { at: Date.parse(at), platform: way === 'send' ? { way, tag } : { way } };
}

/** Who saved meanwhile is named, not numbered. */
async function namedStale({ nameStaff }: ArticleParts, error: unknown): Promise<never> {
  if (!isDomainError(error)) throw error;
  if (error.code !== 'article.stale' || error.details === undefined) throw shownOverBudget(error);
  const { revision, editedBy, editedAt } = error.details;
  const nameOf = await nameStaff();
  throw new DomainError('article.stale', {
    details: {
      ...{ revision, editedBy: nameOf(String(editedBy)) },
      editedAt: new Date(Number(editedAt)).toISOString(),
    },
  });
}
