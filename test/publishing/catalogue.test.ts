import { describe, expect, test } from '@jest/globals';
import type { ArticleLang } from '../../domain/articles/article.js';
import type { Edition, LiveArticle, Page } from '../../domain/articles/ports.js';
import { DomainError } from '../../domain/errors.js';
import { createCatalogue } from '../../publishing/catalogue.js';
import { createRenderer } from '../../publishing/renderer.js';
import { handClock } from '../support/fakes/clock.js';
import { liveArticle, liveStore, text } from './articles.js';

const numbers = (page: Page<Edition>): readonly number[] => page.items.map(({ number }) => number);

function stand(rows: readonly LiveArticle[]) {
  const articles = liveStore(rows);
  const clock = handClock('2026-11-22T08:00:00+08:00');
  const failures: unknown[] = [];
  const catalogue = createCatalogue({
    ...{ articles, clock, renderer: createRenderer() },
    failed: (error) => failures.push(error),
  });
  return { articles, clock, catalogue, failures };
}
const both = (number: number) =>
  liveArticle({ number, zh: text(`第${number}篇`), en: text(`Article ${number}`) });

describe('lists', () => {
  test('the newest comes first; of one moment, the higher number', async () => {
    const { catalogue } = stand([
      liveArticle({ number: 1, zh: text('一'), firstAt: 10 }),
      liveArticle({ number: 2, zh: text('二'), firstAt: 30 }),
      liveArticle({ number: 3, zh: text('三'), firstAt: 10 }),
      liveArticle({ number: 4, zh: text('四'), firstAt: 20 }),
    ]);
    expect(numbers(await catalogue.list('zh', { limit: 10 }))).toEqual([2, 4, 3, 1]);
  });

  test('an article that is not translated appears in the language there is', async () => {
    const { catalogue } = stand([
      liveArticle({ number: 1, zh: text('只有中文') }),
      liveArticle({ number: 2, en: text('English only') }),
      both(3),
      liveArticle({ number: 4 }),
    ]);
    const shown = async (lang: ArticleLang) =>
      (await catalogue.list(lang, { limit: 10 })).items.map((edition) => [edition.lang, edition.text.title]);
    expect(await shown('zh')).toEqual([
      ['zh', '第3篇'],
      ['en', 'English only'],
      ['zh', '只有中文'],
    ]);
    expect(await shown('en')).toEqual([
      ['en', 'Article 3'],
      ['en', 'English only'],
      ['zh', '只有中文'],
    ]);
  });

  test('an edition carries what it is an edition of', async () => {
    const article = both(7);
    const { catalogue } = stand([article]);
    const { items } = await catalogue.list('en', { limit: 1 });
    expect(items).toEqual([
      { slug: 'article-7', number: 7, kind: 'advice', lang: 'en', text: article.content.texts.en, article },
    ]);
  });

  test('one kind can be asked for', async () => {
    const { catalogue } = stand([both(1), liveArticle({ number: 2, zh: text('法'), kind: 'law' }), both(3)]);
    expect(numbers(await catalogue.list('zh', { kind: 'law', limit: 10 }))).toEqual([2]);
    expect(await catalogue.list('zh', { kind: 'figures', limit: 10 })).toEqual({ items: [], next: null });
  });

  test('pages follow each other to the end', async () => {
    const { catalogue } = stand([1, 2, 3, 4, 5].map(both));
    const first = await catalogue.list('zh', { limit: 2 });
    const second = await catalogue.list('zh', { limit: 2, after: first.next ?? '' });
    const third = await catalogue.list('zh', { limit: 2, after: second.next ?? '' });
    expect([first, second, third].map(numbers)).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.next).toBeNull();
    expect((await catalogue.list('zh', { limit: 5 })).next).toBeNull();
  });

  test('a page goes on where it ended, though articles came and went', async () => {
    const { catalogue, articles, clock } = stand([1, 2, 3, 4, 5].map(both));
    const { next } = await catalogue.list('zh', { limit: 2 });
    articles.set([1, 2, 5, 6, 7].map(both));
    clock.advance(2_000);
    expect(numbers(await catalogue.list('zh', { limit: 2, after: next ?? '' }))).toEqual([2, 1]);
    articles.set([1, 3, 2].map(both));
    clock.advance(2_000);
    expect(numbers(await catalogue.list('zh', { limit: 2, after: next ?? '' }))).toEqual([3, 2]);
  });

  test('a cursor says nothing that can be read, and can stand in an address', async () => {
    const { catalogue } = stand([1, 2, 3].map(both));
    const { next } = await catalogue.list('zh', { limit: 1 });
    expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('what is no cursor is refused, before storage is asked', async () => {
    const { catalogue, articles } = stand([1, 2, 3].map(both));
    const { next } = await catalogue.list('zh', { limit: 1 });
    const cursor = next ?? '';
    const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const found = await catalogue.search('zh', '第', { limit: 1 });
    articles.fail(new Error('asked'));
    for (const after of [
      '',
      'x',
      '%%%',
      `${cursor}A`,
      `${cursor}=`,
      cursor.slice(1),
      base64(null),
      base64({}),
      base64(['list']),
      base64(['list', '1', 2]),
      base64(['list', 1, 2, 3]),
      base64(['other', 1, 2]),
      base64(['list', null, 2]),
      found.next ?? '',
    ])
      await expect(catalogue.list('zh', { limit: 1, after })).rejects.toMatchObject({
        code: 'request.invalid',
      });
    await expect(catalogue.search('zh', '第', { limit: 1, after: cursor })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('one article', () => {
  test('is found by address and by number, in the language there is', async () => {
    const { catalogue } = stand([both(1), liveArticle({ number: 2, zh: text('只有中文') })]);
    expect((await catalogue.bySlug('article-1', 'en'))?.text.title).toBe('Article 1');
    expect((await catalogue.byNumber(1, 'zh'))?.text.title).toBe('第1篇');
    expect(await catalogue.byNumber(2, 'en')).toMatchObject({ lang: 'zh', number: 2 });
    expect(await catalogue.bySlug('article-9', 'zh')).toBeNull();
    expect(await catalogue.bySlug('__proto__', 'zh')).toBeNull();
    expect(await catalogue.byNumber(9, 'zh')).toBeNull();
  });
});

describe('changes', () => {
  test('storage is looked at once in two seconds, whoever asks, and read when its mark changed', async () => {
    const { catalogue, articles, clock } = stand([both(1)]);
    await Promise.all([
      catalogue.list('zh', { limit: 1 }),
      catalogue.bySlug('article-1', 'zh'),
      catalogue.search('zh', '第', { limit: 1 }),
      catalogue.mark(),
    ]);
    expect(articles.asked).toEqual({ live: 1, liveMark: 1 });
    articles.set([both(1), both(2)]);
    clock.advance(1_999);
    expect(numbers(await catalogue.list('zh', { limit: 5 }))).toEqual([1]);
    expect(articles.asked).toEqual({ live: 1, liveMark: 1 });
    clock.advance(1);
    const pages = await Promise.all([1, 2, 3].map(() => catalogue.list('zh', { limit: 5 })));
    expect(pages.map(numbers)).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    expect(articles.asked).toEqual({ live: 2, liveMark: 2 });
    clock.advance(2_000);
    await catalogue.list('zh', { limit: 5 });
    expect(articles.asked).toEqual({ live: 2, liveMark: 3 });
  });

  test('the mark of the catalogue changes with its answers', async () => {
    const { catalogue, articles, clock } = stand([both(1)]);
    const before = await catalogue.mark();
    articles.set([]);
    expect(await catalogue.mark()).toBe(before);
    clock.advance(2_000);
    expect(await catalogue.mark()).not.toBe(before);
    expect(await catalogue.byNumber(1, 'zh')).toBeNull();
  });

  test('a search finds what was published, changed and withdrawn', async () => {
    const { catalogue, articles, clock } = stand([liveArticle({ number: 1, zh: text('钓鱼邮件') }), both(2)]);
    const found = async (words: string) => numbers(await catalogue.search('zh', words, { limit: 5 }));
    expect(await found('钓鱼')).toEqual([1]);
    articles.set([
      liveArticle({ number: 1, zh: text('高薪兼职') }),
      liveArticle({ number: 3, zh: text('钓鱼网站') }),
    ]);
    clock.advance(2_000);
    expect(await found('钓鱼')).toEqual([3]);
    expect(await found('兼职')).toEqual([1]);
    expect(await found('第2篇')).toEqual([]);
  });
});

describe('when storage fails', () => {
  const broken = new DomainError('storage.unavailable');

  test('readers get what there was, and the failure is told', async () => {
    const { catalogue, articles, clock, failures } = stand([both(1)]);
    await catalogue.list('zh', { limit: 1 });
    articles.fail(broken);
    articles.set([both(2)]);
    clock.advance(2_000);
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([1]);
    expect(failures).toEqual([broken]);
    clock.advance(1_000);
    await catalogue.list('zh', { limit: 1 });
    expect(articles.asked.liveMark).toBe(2);
    articles.fail(null);
    clock.advance(1_000);
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([2]);
    expect(failures).toHaveLength(1);
  });

  test('who asks while there is nothing is told, and the next tries again', async () => {
    const { catalogue, articles, failures } = stand([both(1)]);
    articles.fail(broken);
    const asked = [catalogue.list('zh', { limit: 1 }), catalogue.mark(), catalogue.byNumber(1, 'zh')];
    expect(await Promise.allSettled(asked)).toEqual(
      asked.map(() => ({ status: 'rejected', reason: broken })),
    );
    expect(articles.asked.liveMark).toBe(1);
    expect(failures).toEqual([]);
    articles.fail(null);
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([1]);
  });

  test('storage that does not answer keeps readers a second at most', async () => {
    const { catalogue, articles, clock } = stand([both(1)]);
    await catalogue.list('zh', { limit: 1 });
    articles.set([both(2)]);
    clock.advance(2_000);
    const release = articles.hang();
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([1]);
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([1]);
    expect(articles.asked.liveMark).toBe(2);
    release();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(numbers(await catalogue.list('zh', { limit: 1 }))).toEqual([2]);
  });
});
