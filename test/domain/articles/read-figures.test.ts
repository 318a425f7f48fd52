import { describe, expect, test } from '@jest/globals';
import type { Article, PlatformCopy } from '../../../domain/articles/article.js';
import type { DayReaders, FiguresOfDay } from '../../../domain/articles/figures.js';
import { createReadFigures } from '../../../domain/articles/read-figures.js';
import { someArticle, someLive } from '../../support/articles.js';
import { toyPlatform } from '../../support/fakes/article-platform.js';
import { memoryArticleReaders } from '../../support/fakes/article-readers.js';
import { memoryArticles } from '../../support/fakes/articles.js';
import { handClock } from '../../support/fakes/clock.js';

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string): number => Date.parse(text);

const copyOf = (dataId: string | null, change: Partial<PlatformCopy> = {}): PlatformCopy => ({
  ...{ way: { way: 'quiet' }, draftId: 'd', key: `key-${String(dataId)}`, callingSince: null, jobId: 'J' },
  ...{ dataId, articleId: null, url: null, reason: null },
  ...change,
});

/** An article that was published at a moment, and has a copy there under its id in the figures. */
const published = (moment: string, dataId: string, change: Partial<Article> = {}): Article =>
  someArticle({
    ...{ state: 'published', live: someLive({ at: at(moment), firstAt: at(moment) }) },
    platform: copyOf(dataId),
    ...change,
  });

/** Answers what is in the table: day it came out, id, and the sums by day. */
const telling =
  (table: Readonly<Record<string, Readonly<Record<string, readonly DayReaders[]>>>>) =>
  async (asked: string): Promise<FiguresOfDay> => ({
    is: 'told',
    of: ({ dataId }) => table[asked]?.[dataId ?? ''] ?? null,
  });

function setUp(now: string, ...first: readonly Article[]) {
  const clock = handClock(now);
  const readers = memoryArticleReaders();
  const toy = toyPlatform();
  const articles = memoryArticles(...first);
  const asked: string[] = [];
  const ports = { articles, readers, clock };
  const figures = {
    ...toy.platform.figures,
    cameOut: (one: string) => {
      asked.push(one);
      return toy.cameOut(one);
    },
  };
  return { clock, readers, toy, asked, read: createReadFigures({ ...ports, figures }), ports };
}

describe('the platform’s figures', () => {
  const article = published('2026-11-22T12:00:00+08:00', 'A');

  test('are kept by day, what is told as sums', async () => {
    const { read, readers, toy, asked } = setUp('2026-11-25T08:00:00+08:00', article);
    toy.cameOut = telling({
      '2026-11-22': {
        A: [
          { day: '2026-11-22', readers: 10 },
          { day: '2026-11-23', readers: 25 },
          { day: '2026-11-24', readers: 24 },
        ],
      },
    });
    expect(await read(10)).toEqual({ found: 1, done: 1, failed: 0 });
    expect(await readers.of(article.id)).toEqual([
      { day: '2026-11-22', readers: 10 },
      { day: '2026-11-23', readers: 15 },
      { day: '2026-11-24', readers: 0 },
    ]);
    expect(asked).toEqual(['2026-11-22']);
  });

  test('are asked for once a day and article, however often somebody looks and whatever comes of it', async () => {
    const { read, clock, toy, asked, ports } = setUp('2026-11-24T08:00:00+08:00', article);
    toy.cameOut = async () => ({ is: 'silent' });
    expect(await read(10)).toEqual({ found: 1, done: 0, failed: 1 });
    for (let n = 0; n < 15; n += 1) {
      expect(await read(10)).toEqual({ found: 0, done: 0, failed: 0 });
      clock.advance(hour);
    }
    const again = createReadFigures({ ...ports, figures: toy.platform.figures });
    expect((await again(10)).found).toBe(0);
    clock.advance(9 * hour);
    expect((await read(10)).found).toBe(1);
    expect(asked).toEqual(['2026-11-22', '2026-11-22']);
  });

  test('of all that came out on one day are asked for in one call, as many as are wanted at a time', async () => {
    const others = ['B', 'C'].map((id) => published('2026-11-22T15:00:00+08:00', id));
    const { read, toy, asked } = setUp('2026-11-24T09:00:00+08:00', article, ...others);
    const sums = [{ day: '2026-11-22', readers: 1 }];
    toy.cameOut = telling({ '2026-11-22': { A: sums, B: sums, C: sums } });
    expect((await read(2)).done).toBe(2);
    expect((await read(2)).done).toBe(1);
    expect(asked).toEqual(['2026-11-22', '2026-11-22']);
  });

  test('of what the platform took after its midnight stand under the next day', async () => {
    const late = published('2026-11-22T23:59:30+08:00', 'L');
    const { read, toy, asked, readers } = setUp('2026-11-25T09:00:00+08:00', late);
    toy.cameOut = telling({ '2026-11-23': { L: [{ day: '2026-11-23', readers: 4 }] } });
    expect((await read(10)).done).toBe(1);
    expect(asked).toEqual(['2026-11-22', '2026-11-23']);
    expect(await readers.of(late.id)).toEqual([{ day: '2026-11-23', readers: 4 }]);
  });

  test('are not asked for before eight in the morning there, nor of a day that is not over', async () => {
    const { read, clock, asked } = setUp('2026-11-23T07:59:00+08:00', article);
    await read(10);
    expect(asked).toEqual([]);
    clock.advance(60_000);
    await read(10);
    expect(asked).toEqual(['2026-11-22']);
    const same = setUp('2026-11-22T20:00:00+08:00', article);
    expect([(await same.read(10)).found, same.asked]).toEqual([0, []]);
  });

  test('are asked for to the thirtieth day, and no longer', async () => {
    const { read, clock, asked } = setUp('2026-11-23T09:00:00+08:00', article);
    for (let n = 0; n < 60; n += 1) {
      await read(10);
      clock.advance(day);
    }
    expect(asked.filter((one) => one === '2026-11-22')).toHaveLength(31);
  });

  test('are only asked for where the platform has a copy that readers see', async () => {
    const moment = '2026-11-22T12:00:00+08:00';
    const { read, asked } = setUp(
      '2026-11-24T09:00:00+08:00',
      published(moment, 'A', { platform: null }),
      published(moment, 'B', { platform: copyOf('B', { jobId: null }) }),
      published(moment, 'C', { state: 'withdrawn', live: null }),
      someArticle({ plan: { at: at(moment), platform: { way: 'quiet' } }, platform: copyOf('D') }),
    );
    expect([await read(10), asked]).toEqual([{ found: 0, done: 0, failed: 0 }, []]);
  });

  test('that this account may not ask for are no failure, and nothing is said', async () => {
    const { read, toy, readers } = setUp('2026-11-24T09:00:00+08:00', article);
    toy.cameOut = async () => ({ is: 'refused' });
    expect(await read(10)).toEqual({ found: 1, done: 0, failed: 0 });
    expect(await readers.of(article.id)).toBeNull();
  });

  test('are nothing without an account', async () => {
    const { ports } = setUp('2026-11-24T09:00:00+08:00', article);
    expect(await createReadFigures({ ...ports, figures: null })(10)).toEqual({
      found: 0,
      done: 0,
      failed: 0,
    });
  });
});
