import { describe, expect, test } from '@jest/globals';
import { OfflineError } from '../../../../console/web/api/api-error.js';
import type { ArticleLine } from '../../../../console/web/api/article-types.js';
import type { Role } from '../../../../console/web/api/common-types.js';
import { loadQueue } from '../../../../console/web/articles/list-queue.js';
import { notForMe, waited } from '../../../../console/web/articles/list-review.js';
import { line } from './article-samples.js';

const named = (id: string) => ({ id, name: id });
const waiting = line({ state: 'in_review', editedBy: named('wrote'), submittedBy: named('sent') });
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
    ['2026-12-10T12:00:30Z', 'now', 0],
    ['2026-12-10T11:59:01Z', 'now', 0],
    ['2026-12-10T11:59:00Z', 'minutes', 1],
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
  const of = (id: string, stateAt: string): ArticleLine => line({ id, state: 'in_review', stateAt });
  const pages = (...pages: readonly (readonly ArticleLine[])[]) => ({
    list: async (filter: object, cursor?: string) => {
      expect(filter).toEqual({ state: 'in_review' });
      const at = Number(cursor ?? 0);
      return { items: pages[at] ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : null };
    },
  });
  const [first, second, third] = [
    of('1', '2026-12-03T00:00:00Z'),
    of('2', '2026-12-01T00:00:00Z'),
    of('3', '2026-12-02T00:00:00Z'),
  ];

  test('has all pages, what waits longest first', async () => {
    expect(await loadQueue(pages([first, second], [third]))).toEqual([second, third, first]);
  });

  test('has what moved between two pages once, as it stands now', async () => {
    const again = of('1', '2026-12-04T00:00:00Z');
    expect(await loadQueue(pages([first, second], [third, again]))).toEqual([second, third, again]);
  });

  test('fails as a whole where the server does', async () => {
    const failing = loadQueue({ list: () => Promise.reject(new OfflineError()) });
    await expect(failing).rejects.toBeInstanceOf(OfflineError);
  });
});
