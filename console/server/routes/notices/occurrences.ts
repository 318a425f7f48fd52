/** What is planned: the calendar, one of it, and what editors and reviewers do with it. */
import { DomainError } from '../../../../domain/errors.js';
import { endpoint, querying } from '../../../../http/endpoint.js';
import { meOf } from '../../middleware/session.js';
import { partOf, type RouteTable } from '../route.js';
import { wholeOccurrence, type NoticeParts } from './notice-parts.js';
import {
  AddOccurrenceBody,
  OccurrencesQuery,
  OccurrenceStepBody,
  SaveOccurrenceBody,
} from './occurrences.dto.js';
import { presentOccurrenceLine } from './occurrences.presenter.js';
import { namedStale } from './refusals.js';

/** Days that a calendar shows at most. */
const mostDays = 800;
const dayMs = 24 * 3_600_000;

export function occurrenceRoutes(parts: NoticeParts): RouteTable {
  const { notices, occurrences, dayStart } = parts;
  return [
    {
      ...{ method: 'GET', path: '/api/occurrences', act: 'notices.read' },
      handle: querying(OccurrencesQuery, async ({ from, to, state }, ctx) => {
        const [begin, end] = [startOf(dayStart, from), startOf(dayStart, to) + dayMs];
        if (!(begin < end && end - begin <= mostDays * dayMs)) throw new DomainError('request.invalid');
        const states = state === undefined ? undefined : [state];
        const [lines, all, people] = await Promise.all([
          occurrences.lines(begin, end, states),
          notices.all(),
          parts.reach(),
        ]);
        const known = new Map(all.map((notice) => [notice.id, notice]));
        const items = lines.map((line) =>
          presentOccurrenceLine(line, { notice: known.get(line.notice) ?? null, people }),
        );
        ctx.body = { items, nextCursor: null };
      }),
    },
    {
      ...{ method: 'POST', path: '/api/occurrences', act: 'notices.write' },
      handle: endpoint(AddOccurrenceBody, async ({ notice, on }, ctx) => {
        const me = meOf(ctx);
        startOf(dayStart, on);
        const added = await parts.addOccurrence(me.id, notice, on);
        ctx.status = 201;
        ctx.body = await wholeOccurrence(parts, me, added);
      }),
    },
    {
      ...{ method: 'GET', path: '/api/occurrences/:id', act: 'notices.read' },
      async handle(ctx) {
        const occurrence = await occurrences.byId(partOf(ctx, 'id'));
        if (occurrence === null) throw new DomainError('notice.unknown');
        ctx.body = await wholeOccurrence(parts, meOf(ctx), occurrence);
      },
    },
    {
      ...{ method: 'PUT', path: '/api/occurrences/:id', act: 'notices.write' },
      handle: endpoint(SaveOccurrenceBody, async ({ revision, texts, ways, article, at }, ctx) => {
        const me = meOf(ctx);
        const saved = await parts
          .saveOccurrence({
            ...{ who: me.id, id: partOf(ctx, 'id'), revision },
            ...(texts === undefined ? {} : { texts }),
            ...(ways === undefined ? {} : { ways }),
            ...(article === undefined ? {} : { article }),
            ...(at === undefined ? {} : { at: Date.parse(at) }),
          })
          .catch((error: unknown) => namedStale(parts, error));
        ctx.body = await wholeOccurrence(parts, me, saved);
      }),
    },
    {
      // Which steps a person may take is decided by the step: reading is the least that all of them need.
      ...{ method: 'POST', path: '/api/occurrences/:id/steps', act: 'notices.read' },
      handle: endpoint(OccurrenceStepBody, async ({ revision, step, at, checks, note }, ctx) => {
        const me = meOf(ctx);
        const taken = await parts
          .takeOccurrenceStep(me, {
            ...{ id: partOf(ctx, 'id'), revision, step },
            ...(at === undefined ? {} : { at: Date.parse(at) }),
            ...(checks === undefined ? {} : { checks }),
            ...(note === undefined ? {} : { note }),
          })
          .catch((error: unknown) => namedStale(parts, error));
        ctx.body = await wholeOccurrence(parts, me, taken);
      }),
    },
    {
      ...{ method: 'POST', path: '/api/occurrences/:id/tests', act: 'notices.write' },
      async handle(ctx) {
        await parts.testOccurrence(meOf(ctx).id, partOf(ctx, 'id'));
        ctx.status = 204;
      },
    },
  ];
}

/** @throws DomainError request.invalid for what looks like a day and is none */
function startOf(dayStart: NoticeParts['dayStart'], day: string): number {
  try {
    return dayStart(day);
  } catch {
    throw new DomainError('request.invalid');
  }
}
