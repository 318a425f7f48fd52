import { describe, expect, test } from '@jest/globals';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import type { Article } from '../../../../console/web/api/article-types.js';
import type { Role } from '../../../../console/web/api/common-types.js';
import { lineOf } from '../../../../console/web/articles/calendar-line.js';
import { loadQueue } from '../../../../console/web/articles/list-queue.js';
import { notForMe, waited } from '../../../../console/web/articles/list-review.js';
import { article } from './article-samples.js';

const named = (id: string) => ({ id, name: id });
const waiting = article({ state: 'in_review', editedBy: named('wrote'), submittedBy: named('sent') });
const member = (id: string, role: Role, state: 'active' | 'ended' = 'active') => ({
  id,
  roles: [role],
  state,
});
const me = (id: string, ...roles: Role[]) => ({ id, roles });

describe('who may review', () => {
  test('is nobody who wrote it last, nor who sent it', () => {
    expect(notForMe(waiting, me('wrote', 'editor'), null)).toBe('wrote');
    expect(notForMe(waiting, me('sent', 'editor', 'supervisor'), null)).toBe('sent');
    expect(notForMe(waiting, me('other', 'editor'), null)).toBeNull();
  });

  test('is a supervisor only where no editor could', () => {
    const others = [member('wrote', 'editor'), member('sent', 'editor'), member('gone', 'editor', 'ended')];
    const supervisor = me('boss', 'supervisor');
    expect(notForMe(waiting, supervisor, others)).toBeNull();
    expect(notForMe(waiting, supervisor, [...others, member('free', 'editor')])).toBe('editor');
    expect(notForMe(waiting, me('boss', 'supervisor', 'editor'), [member('free', 'editor')])).toBeNull();
  });

  test('is left to the server where the others are not known', () => {
    expect(notForMe(waiting, me('boss', 'supervisor'), null)).toBeNull();
  });
});

describe('how long something waits', () => {
  const now = Date.parse('2026-12-10T12:00:00Z');
  test.each([
    ['2026-12-10T12:00:30Z', 'minutes', 0],
    ['2026-12-10T11:01:00Z', 'minutes', 59],
    ['2026-12-10T11:00:00Z', 'hours', 1],
    ['2026-12-08T12:00:01Z', 'hours', 47],
    ['2026-12-08T12:00:00Z', 'days', 2],
    ['2026-11-10T12:00:00Z', 'days', 30],
  ])('since %s is told in %s', (since, unit, count) => {
    expect(waited(since, now)).toEqual({ unit, count });
  });
});

describe('the queue', () => {
  const of = (id: string, stateAt: string, change: Partial<Article> = {}): Article =>
    article({ id, state: 'in_review', stateAt, ...change });
  const articles = [
    of('1', '2026-12-03T00:00:00Z'),
    of('2', '2026-12-01T00:00:00Z'),
    of('3', '2026-12-02T00:00:00Z'),
  ];

  const api = (get: (id: string) => Promise<Article>) => ({
    get,
    list: async (filter: object, cursor?: string) => {
      expect(filter).toEqual({ state: 'in_review' });
      const from = Number(cursor ?? 0);
      return {
        items: articles.slice(from, from + 2).map(lineOf),
        nextCursor: from + 2 < articles.length ? String(from + 2) : null,
      };
    },
  });
  const found = async (id: string): Promise<Article> => {
    const one = articles.find((article) => article.id === id);
    if (one === undefined) throw new TypeError('none');
    return one;
  };

  test('has all pages, what waits longest first', async () => {
    expect((await loadQueue(api(found))).map(({ id }) => id)).toEqual(['2', '3', '1']);
  });

  test('leaves out what is gone, or waits no more', async () => {
    const queue = await loadQueue(
      api(async (id) => {
        if (id === '2') throw new ApiError(404, 'article.unknown', {}, null, null);
        return { ...(await found(id)), ...(id === '3' ? { state: 'draft' as const } : {}) };
      }),
    );
    expect(queue.map(({ id }) => id)).toEqual(['1']);
  });

  test('fails as a whole where the server does', async () => {
    const failing = loadQueue(api(() => Promise.reject(new OfflineError())));
    await expect(failing).rejects.toBeInstanceOf(OfflineError);
  });
});
