/** Lists, the calendar, one article and its versions. */
import { isDay } from '../../../../domain/days.js';
import { DomainError } from '../../../../domain/errors.js';
import { querying } from '../../../../http/endpoint.js';
import { addDays, dayNumber } from '../../../../questions/day.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import { shownBy, whole, type ArticleParts } from './article-parts.js';
import { CalendarQuery, limitOf, ListArticlesQuery, SearchArticlesQuery } from './articles.dto.js';
import { presentContent, presentLine, presentLines, presentVersion } from './articles.presenter.js';

const mostVersions = 200;
/** Days that a calendar shows at most. */
const mostDays = 400;

export function readArticles(parts: ArticleParts): RouteTable {
  const { articles, versions, views, readers } = parts;
  const act = 'articles.read';
  return [
    {
      ...{ method: 'GET', path: '/api/articles', act },
      handle: querying(ListArticlesQuery, async (query, ctx) => {
        const { state, kind, cursor } = query;
        const filter = {
          ...(state === undefined ? {} : { states: [state] }),
          ...(kind === undefined ? {} : { kind }),
        };
        const page = await articles.list(filter, { after: cursor ?? null, limit: limitOf(query) });
        ctx.body = presentLines(page, await shownBy(parts));
      }),
    },
    {
      ...{ method: 'GET', path: '/api/articles/search', act },
      handle: querying(SearchArticlesQuery, async ({ q }, ctx) => {
        const items = await parts.searchDrafts(q);
        ctx.body = presentLines({ items, next: null }, await shownBy(parts));
      }),
    },
    {
      ...{ method: 'GET', path: '/api/articles/calendar', act },
      handle: querying(CalendarQuery, async ({ from, to }, ctx) => {
        if (![from, to].every(isDay) || from > to || dayNumber(to) - dayNumber(from) >= mostDays)
          throw new DomainError('request.invalid');
        const [begin, end] = [parts.dayStart(from), parts.dayStart(addDays(to, 1))];
        const shown = await shownBy(parts);
        const items = (await articles.planned(begin, end)).map((line) => presentLine(line, shown));
        ctx.body = { items, days: await parts.daysBetween(from, to) };
      }),
    },
    {
      ...{ method: 'GET', path: '/api/platform', act },
      async handle(ctx) {
        ctx.body = await parts.ways();
      },
    },
    {
      ...{ method: 'GET', path: '/api/articles/:id', act },
      async handle(ctx) {
        const article = await articles.byId(partOf(ctx, 'id'));
        if (article === null) throw new DomainError('article.unknown');
        ctx.body = await whole(parts, meOf(ctx), article);
      },
    },
    {
      ...{ method: 'GET', path: '/api/articles/:id/versions', act },
      async handle(ctx) {
        const { nameOf } = await shownBy(parts);
        const items = await versions.list(partOf(ctx, 'id'), mostVersions);
        ctx.body = { items: items.map((version) => presentVersion(version, nameOf)), nextCursor: null };
      },
    },
    {
      ...{ method: 'GET', path: '/api/articles/:id/versions/:revision', act },
      async handle(ctx) {
        const version = await versions.get(partOf(ctx, 'id'), Number(partOf(ctx, 'revision')));
        if (version === null) throw new DomainError('article.unknown');
        const { nameOf } = await shownBy(parts);
        ctx.body = { ...presentVersion(version, nameOf), content: presentContent(version.content) };
      },
    },
    {
      ...{ method: 'GET', path: '/api/articles/:id/views', act },
      async handle(ctx) {
        const id = partOf(ctx, 'id');
        const [items, platform] = await Promise.all([views.of(id), readers.of(id)]);
        // ours are views of the page, the platform's are people by day: two columns, never one sum
        ctx.body = { items, platform, nextCursor: null };
      },
    },
  ];
}
