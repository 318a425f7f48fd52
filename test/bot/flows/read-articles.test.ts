import { describe, expect, test } from '@jest/globals';
import type { Catalogue } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import type { PageQuery } from '../../../bot/dialogue/articles.js';
import { createReadArticles, mostListed } from '../../../bot/flows/read-articles.js';
import { bytesOf } from '../../../bot/flows/texts.js';
import { someContent, someLiveArticle, someText } from '../../support/articles.js';
import { chatArticles, longArticle } from '../../support/chat-articles.js';
import { memoryCatalogue } from '../../support/fakes/catalogue.js';

const reading = (catalogue: Catalogue) =>
  createReadArticles({
    catalogue,
    plain: (markdown) => markdown.replace(/\n+/g, '\n'),
    articleLink: (slug, lang) => `https://line.example/a/${slug}?lang=${lang}`,
  });
const read = reading(memoryCatalogue(...chatArticles));
const page = (changes: Partial<PageQuery>): PageQuery => ({
  ...{ get: 'article', which: longArticle.number, page: 1, lang: 'zh' },
  ...changes,
});

describe('a list', () => {
  test('has as many lines as a message takes, and goes on where it ended', async () => {
    const first = await read({ get: 'articles', lang: 'zh' });
    if (!('articles' in first)) throw new Error('no list');
    expect(first.articles.items.map(({ number }) => number)).toEqual([21, 15, 14, 12, 8, 7]);
    expect(first.articles.items.length).toBe(mostListed);
    const after = first.articles.next ?? '';
    expect(await read({ get: 'articles', lang: 'zh', after })).toMatchObject({
      articles: { items: [{ number: 5 }, { number: 3 }], next: null },
    });
  });

  test('says of what is not translated that it is in the other language', async () => {
    const of = async (lang: 'zh' | 'en') => read({ get: 'articles', lang, kind: 'law' });
    const item = { number: 14, title: '法律怎么说' };
    expect(await of('en')).toMatchObject({ articles: { items: [{ ...item, foreign: true }] } });
    expect(await of('zh')).toMatchObject({ articles: { items: [{ ...item, foreign: false }] } });
  });

  test('begins again where its place is none any more', async () => {
    expect(await read({ get: 'articles', lang: 'zh', after: 'no cursor' })).toMatchObject({
      articles: { items: [{ number: 21 }, {}, {}, {}, {}, {}] },
    });
  });

  test('cuts a title that is too long', async () => {
    const content = someContent({ texts: { zh: someText({ title: '长'.repeat(60) }), en: null } });
    const found = await reading(memoryCatalogue(someLiveArticle({ content })))({
      get: 'articles',
      lang: 'zh',
    });
    const [title = ''] = 'articles' in found ? found.articles.items.map((item) => item.title) : [];
    expect([title.slice(-1), bytesOf(title) <= 100]).toEqual(['…', true]);
  });
});

describe('an article', () => {
  test('comes in pages that hold all of it, the same by its number and by its address', async () => {
    const all: string[] = [];
    for (let at = 1; at <= 3; at += 1) {
      const found = await read(page({ page: at }));
      expect(found).toMatchObject({
        article: { page: at, pages: 3, link: 'https://line.example/a/page-by-page?lang=zh', foreign: false },
      });
      expect(await read(page({ page: at, which: 'page-by-page' }))).toEqual(found);
      all.push('article' in found ? (found.article?.body ?? '') : '');
    }
    expect(all.join('\n').split('\n')).toEqual(longArticle.paragraphs.zh);
  });

  test('has no page before the first and none behind the last', async () => {
    expect(await read(page({ page: 0 }))).toMatchObject({ article: { page: 1 } });
    expect(await read(page({ page: 99 }))).toMatchObject({ article: { page: 3 } });
  });

  test('may have a number for its address', async () => {
    const read2026 = reading(memoryCatalogue(someLiveArticle({ slug: '2026', number: 4 })));
    expect(await read2026(page({ which: 2026 }))).toMatchObject({ article: { number: 4 } });
  });

  test('that is none is null', async () => {
    expect(await read(page({ which: 99 }))).toEqual({ article: null });
    expect(await read(page({ which: 'no-such-thing' }))).toEqual({ article: null });
  });

  test('that was published anew is read anew', async () => {
    const catalogue = memoryCatalogue(...chatArticles);
    const ask = reading(catalogue);
    await ask(page({ which: 3 }));
    const [oldest] = chatArticles.filter(({ number }) => number === 3);
    if (oldest === undefined) throw new Error('no such article');
    const texts = { zh: someText({ body: '改过了。' }), en: null };
    catalogue.publish({ ...oldest, content: { ...oldest.content, texts } });
    expect(await ask(page({ which: 3 }))).toMatchObject({ article: { body: '改过了。' } });
  });
});

test('where storage is not there, that is found, and other errors are thrown', async () => {
  const failing = (error: Error): Catalogue => {
    const fail = async (): Promise<never> => {
      throw error;
    };
    return { list: fail, search: fail, bySlug: fail, byNumber: fail, mark: fail };
  };
  const away = reading(failing(new DomainError('storage.unavailable')));
  expect(await away({ get: 'articles', lang: 'zh' })).toEqual({ refused: 'unavailable' });
  expect(await away(page({}))).toEqual({ refused: 'unavailable' });
  await expect(reading(failing(new Error('broken')))(page({}))).rejects.toThrow('broken');
});
