import { describe, expect, test } from '@jest/globals';
import type { ArticleLang } from '../../domain/articles/article.js';
import type { LiveArticle } from '../../domain/articles/ports.js';
import { createCatalogue } from '../../publishing/catalogue.js';
import { createRenderer } from '../../publishing/renderer.js';
import { createSearchIndex } from '../../publishing/search/search-index.js';
import { handClock } from '../support/fakes/clock.js';
import { syntheticArticles } from '../support/synthetic-articles.js';
import { liveArticle, liveStore, text, type Wanted } from './articles.js';

function searcher(rows: readonly LiveArticle[], lang: ArticleLang) {
  const catalogue = createCatalogue({
    ...{
      articles: liveStore(rows),
      clock: handClock('2026-11-22T08:00:00+08:00'),
      renderer: createRenderer(),
    },
  });
  return async (words: string) =>
    (await catalogue.search(lang, words, { limit: 50 })).items.map(({ number }) => number);
}
const articles = (...wanted: readonly Wanted[]): readonly LiveArticle[] => wanted.map(liveArticle);

describe('in Chinese', () => {
  const search = searcher(
    articles(
      { number: 1, zh: text('境外间谍如何利用兼职', '以**高薪兼职**为名，拍摄军事基地。', '谨防兼职陷阱') },
      { number: 2, zh: text('钓鱼邮件', '境外势力用邮件窃取数据，12339 可以举报。') },
      { number: 3, zh: text('稀土与矿产', '外国机构非法测绘。'), tags: ['测绘', '国家安全'] },
      { number: 4, zh: text('留学须知', '势力范围之外，外出旅行请注意。', '境内境外') },
    ),
    'zh',
  );

  test.each([
    ['two characters', '间谍', [1]],
    ['one character', '谍', [1]],
    ['one character that ends a sentence', '绘', [3]],
    ['a longer word is found whole where it is', '境外势力', [2]],
    ['traditional characters', '釣魚郵件', [2]],
    ['what only a tag says', '国家安全', [3]],
    ['marks of emphasis are not in the way', '职为', [1]],
    ['words apart must all be there', '境外 邮件', [2]],
    ['punctuation is none of it', '「间谍」！', [1]],
    ['figures', '12339', [2]],
    ['nothing that is nowhere', '航天', []],
    ['nothing', '', []],
    ['only signs', '，。！ ()*', []],
  ])('%s', async (_, words, found) => {
    expect(await search(words)).toEqual(found);
  });

  test('the title weighs more than the digest, the digest more than the body', async () => {
    const ranked = searcher(
      articles(
        { number: 1, zh: text('甲乙', '讲测绘的事。', '丙丁') },
        { number: 2, zh: text('甲乙', '讲别的事。', '测绘') },
        { number: 3, zh: text('测绘', '讲别的事。', '丙丁') },
      ),
      'zh',
    );
    expect(await ranked('测绘')).toEqual([3, 2, 1]);
  });

  test('where nothing has all of it, what has most of it comes first', async () => {
    expect(await search('有人想窃取数据我要举报')).toEqual([2]);
    expect((await search('间谍 钓鱼 邮件')).slice(0, 2)).toEqual([2, 1]);
  });

  test('articles that fit alike come newest first', async () => {
    const alike = searcher(
      articles(...[1, 2, 3].map((number) => ({ number, zh: text('同样的题目') }))),
      'zh',
    );
    expect(await alike('题目')).toEqual([3, 2, 1]);
  });
});

describe('in English', () => {
  const search = searcher(
    articles(
      { number: 1, en: text('How spies recruit students', 'They offer part-time jobs.', 'Easy money') },
      { number: 2, en: text('Phishing mail', "Don't open it. The spy's harbour survey.") },
      {
        number: 3,
        zh: text('只有中文的间谍案例'),
        en: text('Espionage at the harbor', 'Photographs of ships.'),
      },
      { number: 4, zh: text('没有译文的钓鱼案例') },
    ),
    'en',
  );

  test.each([
    ['a word, whatever its letters', 'SPIES', [1]],
    ['a word that is still being typed', 'photog', [3]],
    ['only the last word is', 'photog ships', [3]],
    ['a letter too many', 'espionnage', [3]],
    ['a letter missing', 'espionge', [3]],
    ['a wrong letter', 'espiomage', [3]],
    ['two letters that changed places', 'speis', [1]],
    ['not in short words', 'spz', []],
    ['not two errors', 'espiomnge', []],
    ['not in figures', '12338', []],
    ['an apostrophe or none', 'dont', [2]],
    ['all words', 'spies students', [1]],
    ['an article without translation is found in its own language', '钓鱼', [4]],
    ['what is translated is not', '案例', [4]],
    ['nothing from prototypes', '__proto__ constructor', []],
  ])('%s', async (_, words, found) => {
    expect(await search(words)).toEqual(found);
  });

  test('what was typed comes before what was meant', async () => {
    expect(await search('harbor')).toEqual([3, 2]);
    expect(await search('harbour')).toEqual([2, 3]);
  });
});

describe('pages of what was found', () => {
  const rows = articles(
    ...[1, 2, 3, 4, 5].map((number) => ({ number, zh: text('题目', '间谍'.repeat(number)) })),
  );

  test('follow each other, best first, and go on where they ended', async () => {
    const store = liveStore(rows);
    const clock = handClock('2026-11-22T08:00:00+08:00');
    const catalogue = createCatalogue({ articles: store, clock, renderer: createRenderer() });
    const all = (await catalogue.search('zh', '间谍', { limit: 9 })).items.map(({ number }) => number);
    const first = await catalogue.search('zh', '间谍', { limit: 2 });
    expect(first.next).not.toBeNull();
    const rest = await catalogue.search('zh', '间谍', { limit: 9, after: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(all);
    expect(rest.next).toBeNull();
    // The article that ended the page is withdrawn, and another comes.
    store.set([
      ...rows.filter(({ number }) => number !== all[1]),
      liveArticle({ number: 6, zh: text('其他') }),
    ]);
    clock.advance(2_000);
    const later = await catalogue.search('zh', '间谍', { limit: 9, after: first.next ?? '' });
    expect(later.items.map(({ number }) => number)).toEqual(all.slice(2));
  });
});

describe('the index', () => {
  const renderer = createRenderer();
  const editionsOf = (rows: readonly LiveArticle[]) =>
    rows.map((article) => {
      const { zh } = article.content.texts;
      return { ...article, kind: article.content.kind, lang: 'zh' as const, text: zh ?? text(''), article };
    });
  const sorted = (hits: readonly { number: number; score: number }[]) =>
    [...hits].sort((a, b) => b.score - a.score || a.number - b.number);

  test('after any number of changes it answers as one that is made anew', async () => {
    const rows = editionsOf(syntheticArticles(60));
    const changed = createSearchIndex(renderer);
    await changed.update(rows.slice(0, 40));
    await changed.update(rows.slice(20, 50));
    await changed.update(
      rows.slice(10, 60).map((edition) => ({ ...edition, text: text('改了', '新的内容') })),
    );
    await changed.update(rows.slice(5, 45));
    const fresh = createSearchIndex(renderer);
    await fresh.update(rows.slice(5, 45));
    for (const words of ['国家', '间谍 手机', '境', '改了', '军事基地拍摄'])
      expect(sorted(changed.search(words)).map(({ number, score }) => [number, score.toFixed(9)])).toEqual(
        sorted(fresh.search(words)).map(({ number, score }) => [number, score.toFixed(9)]),
      );
    expect(changed.search('改了').length).toBe(fresh.search('改了').length);
  });

  test('only what changed is read again', async () => {
    let read = 0;
    const index = createSearchIndex({
      plain(markdown) {
        read += 1;
        return renderer.plain(markdown);
      },
    });
    const rows = editionsOf(syntheticArticles(30));
    await index.update(rows);
    expect(read).toBe(30);
    await index.update(rows.slice(1));
    await index.update([...rows]);
    // Taken out by its text, and put in again.
    expect(read).toBe(32);
  });

  test('others go on working while it is made', async () => {
    const index = createSearchIndex(renderer);
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await index.update(editionsOf(syntheticArticles(100)));
    done = true;
    expect(turns).toBeGreaterThan(15);
  });

  test('two updates at once end with the later one', async () => {
    const index = createSearchIndex(renderer);
    const rows = editionsOf(articles(...[1, 2, 3].map((number) => ({ number, zh: text(`题目${number}`) }))));
    await Promise.all([index.update(rows), index.update(rows.slice(0, 1))]);
    expect(index.search('题目').map(({ number }) => number)).toEqual([1]);
  });

  test('a very long query is answered', async () => {
    const index = createSearchIndex(renderer);
    await index.update(editionsOf(syntheticArticles(50)));
    expect(index.search('国家安全'.repeat(10_000)).length).toBeGreaterThan(0);
    expect(index.search('word '.repeat(10_000))).toEqual([]);
  });
});
