import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError, OfflineError } from '../../../../console/web/api/api-error.js';
import type { StepRequest } from '../../../../console/web/api/article-types.js';
import { createCalendarMoves, isOutOfDate, timeOf } from '../../../../console/web/articles/calendar-moves.js';
import type { OccurrenceStepRequest } from '../../../../console/web/api/occurrence-types.js';
import { occurrence, occurrenceLine } from '../notices/notice-samples.js';
import { article, line, plan } from './article-samples.js';

const [before, later] = ['2026-12-04T01:30:00Z', '2026-12-24T01:30:00Z'];
const scheduled = {
  kind: 'article',
  line: line({ state: 'scheduled', revision: 7, plan: plan(before) }),
} as const;
const law = { kind: 'notice', line: occurrenceLine({ revision: 3, at: before }) } as const;
let asked: (StepRequest | OccurrenceStepRequest)[] = [];
let failure: Error | null = null;

const moves = () =>
  createCalendarMoves({
    articles: {
      step: async (id, request) => {
        if (failure !== null) throw failure;
        asked.push(request);
        return article({
          id,
          state: 'scheduled',
          revision: request.revision + 1,
          plan: request.plan ?? null,
        });
      },
    },
    notices: {
      step: async (id, request) => {
        asked.push(request);
        return occurrence({ id, revision: request.revision + 1, at: request.at ?? '', moved: true });
      },
    },
  });

beforeEach(() => {
  asked = [];
  failure = null;
});

describe('a move', () => {
  test('asks for the new time on the revision that was read, and leaves the platform’s part alone', async () => {
    const moved = await moves().move(scheduled, later);
    expect(asked).toEqual([{ revision: 7, step: 'reschedule', plan: plan(later) }]);
    expect(moved.line).toMatchObject({ id: 'a1', revision: 8, plan: plan(later), titles: { zh: '标题' } });
  });

  test('is taken back to where it was, on the revision that it made', async () => {
    const made = moves();
    await made.move(scheduled, later);
    expect((await made.undo())?.line).toMatchObject({ revision: 9, plan: plan(before) });
    expect(asked[1]).toEqual({ revision: 8, step: 'reschedule', plan: plan(before) });
  });

  test('is taken back once', async () => {
    const made = moves();
    await made.move(scheduled, later);
    await made.undo();
    expect(await made.undo()).toBeNull();
    expect(asked).toHaveLength(2);
  });

  test('that failed is none, and the one before can still be taken back', async () => {
    const made = moves();
    const moved = await made.move(scheduled, later);
    failure = new OfflineError();
    await expect(made.move(moved, before)).rejects.toBe(failure);
    await expect(made.undo()).rejects.toBe(failure);
    expect(made.last.value).toMatchObject({ moved: { line: { revision: 8 } }, before });
  });

  test('is forgotten when it is put away', async () => {
    const made = moves();
    await made.move(scheduled, later);
    made.forget();
    expect(await made.undo()).toBeNull();
  });
});

describe('a move of a day notice', () => {
  test('asks for the new time, and is taken back to where it was', async () => {
    const made = moves();
    const moved = await made.move(law, later);
    expect(asked).toEqual([{ revision: 3, step: 'reschedule', at: later }]);
    expect([timeOf(moved), moved.line.revision, made.last.value?.before]).toEqual([later, 4, before]);
    expect(await made.undo()).toEqual({
      kind: 'notice',
      line: occurrenceLine({ revision: 5, at: before, moved: true }),
    });
  });
});

describe('a page', () => {
  const refused = (code: string): ApiError => new ApiError(409, code, {}, null, null);

  test('is out of date where the server knows something otherwise', () => {
    expect(
      ['article.stale', 'article.step_refused', 'article.unknown', 'notice.stale', 'notice.unknown'].map(
        (code) => isOutOfDate(refused(code)),
      ),
    ).toEqual([true, true, true, true, true]);
    expect([refused('access.denied'), new OfflineError(), null].map(isOutOfDate)).toEqual([
      ...[false, false, false],
    ]);
  });
});
