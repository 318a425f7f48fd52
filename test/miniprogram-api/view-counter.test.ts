import { describe, expect, jest, test } from '@jest/globals';
import type { ArticleViews } from '../../domain/articles/ports.js';
import { createViewCounter } from '../../miniprogram-api/view-counter.js';
import { handClock } from '../support/fakes/clock.js';

function counter() {
  const add = jest.fn<ArticleViews['add']>(async () => undefined);
  const clock = handClock('2027-04-15T15:59:30Z');
  return { add, clock, ...createViewCounter({ views: { add }, clock }) };
}

describe('views', () => {
  test('are added up by article and stored once', async () => {
    const { add, count, flush } = counter();
    for (const article of ['a', 'b', 'a']) count(article);
    await flush();
    expect(add.mock.calls).toEqual([
      [
        [
          { article: 'a', day: '2027-04-15', views: 2 },
          { article: 'b', day: '2027-04-15', views: 1 },
        ],
      ],
    ]);
  });

  test('belong to the day in the line’s zone on which they were', async () => {
    const { add, clock, count, flush } = counter();
    count('a');
    clock.set('2027-04-15T15:59:59.999Z');
    count('a');
    clock.set('2027-04-15T16:00:00Z'); // midnight in China
    count('a');
    await flush();
    expect(add.mock.calls[0]?.[0]).toEqual([
      { article: 'a', day: '2027-04-15', views: 2 },
      { article: 'a', day: '2027-04-16', views: 1 },
    ]);
  });

  test('that are none are no write, and none is stored twice', async () => {
    const { add, count, flush } = counter();
    await flush();
    expect(add).not.toHaveBeenCalled();
    count('a');
    await flush();
    await flush();
    expect(add).toHaveBeenCalledTimes(1);
  });

  test('that could not be stored stay, with what came meanwhile', async () => {
    const { add, count, flush } = counter();
    add.mockImplementationOnce(async () => {
      count('a');
      throw new Error('away');
    });
    count('a');
    await expect(flush()).rejects.toThrow('away');
    await flush();
    expect(add.mock.calls[1]?.[0]).toEqual([{ article: 'a', day: '2027-04-15', views: 2 }]);
  });

  test('of a flush that fails late are in the last one', async () => {
    const { add, count, flush } = counter();
    let fail: (error: Error) => void = () => undefined;
    add.mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)));
    count('a');
    const first = flush();
    const last = flush();
    await Promise.resolve();
    fail(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await last;
    expect(add.mock.calls[1]?.[0]).toEqual([{ article: 'a', day: '2027-04-15', views: 1 }]);
  });
});
