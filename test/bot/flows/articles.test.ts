import { describe, expect, test } from '@jest/globals';
import type { RunTurn } from '../../../bot/flows/run-turn.js';
import type { Catalogue } from '../../../domain/articles/ports.js';
import { DomainError } from '../../../domain/errors.js';
import { createLine, createPerson, type Line } from '../../support/line.js';
import { chatArticles, longArticle } from '../../support/chat-articles.js';
import { someContent, someLiveArticle, someText } from '../../support/articles.js';
import { taps } from '../../support/transcript.js';
import { holds } from './begun.js';

function begun(options: Parameters<typeof createLine>[0] = {}) {
  const line = createLine(options);
  return { line, person: createPerson(line, line.process()) };
}
const rendered = (line: Line): string => line.said.at(-1) ?? '';
const tapsOf = (line: Line): readonly (readonly [string, string])[] =>
  taps(rendered(line)).map(({ words, tap }) => [words, tap] as const);

describe('what can be tapped', () => {
  test('of a list is each article, by the words that would do the same, and more', async () => {
    const { line, person } = begun();
    await person.says('宣传文章');
    expect(tapsOf(line)).toEqual([
      ...[21, 15, 14, 12, 8, 7].map((n) => [`文章${String(n)}`, `article:${String(n)}`]),
      ['更多', 'articles:more'],
    ]);
  });

  test('of a page is the next one and the list; of the last one a report of the like', async () => {
    const { line, person } = begun();
    await person.says('article 12');
    expect(tapsOf(line)).toEqual([
      ['article 12 page 2', 'article:12:2'],
      ['Back to the list of articles', 'articles:back'],
    ]);
    await person.says('article 12 page 3');
    expect(tapsOf(line)).toEqual([
      ['Back to the list of articles', 'articles:back'],
      ['report', 'poster:secrets'],
    ]);
  });

  test('under the last page is the whole article, by its address and in the language of the chat', async () => {
    const { line, person } = begun();
    await person.says('文章12第3页');
    expect(rendered(line)).toContain(
      '<a href="https://line.example/a/page-by-page?lang=zh">看全文和图片</a>',
    );
    await person.says('article 14');
    expect(rendered(line)).toContain('<a href="https://line.example/a/what-the-law-says?lang=en">');
  });

  test('leads on when what is written would be an answer, and after something else was said', async () => {
    const { person } = begun();
    for (const words of ['我要举报', '1', '宣传文章', '他拍下了图纸']) await person.says(words);
    expect(await person.sends({ t: 'text', text: '更多', tap: 'articles:more' })).toContain('文章5');
  });
});

describe('what is looked for', () => {
  const words = '奇怪的包裹';

  test('is kept nowhere: not when nothing is under way, not in a report, not when the report is stored that turn', async () => {
    const { line, person } = begun();
    await person.says(`搜 ${words}`);
    expect(await line.keptOf('oPerson')).toBeNull();
    for (const said of ['我要举报', '1', '他拍下了图纸', '说完了']) await person.says(said);
    await person.sends({ t: 'file', media: 'image', ref: 'picture' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const before = await line.keptOf('oPerson');
    // The news of the picture is told, and so stored, with the answer to the search.
    expect(holds(line, await person.says(`搜文章 ${words}`), 'learn.not_found')).toBe(true);
    expect(await line.keptOf('oPerson')).not.toEqual(before);
    expect(JSON.stringify(await line.keptOf('oPerson'))).not.toContain(words);
    expect((await line.stateOf())?.lastText).toBe('说完了');
  });

  test('and what was found, is not stored with a report, and a second delivery is answered all the same', async () => {
    const { line, person } = begun();
    for (const said of ['我要举报', '1']) await person.says(said);
    await person.sends({ t: 'file', media: 'image', ref: 'picture' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await person.says('看案例');
    expect([holds(line, answer, 'file.saved'), answer.includes('亲本种子')]).toEqual([true, true]);
    expect(JSON.stringify(await line.keptOf('oPerson'))).not.toContain('亲本种子');
    expect(await person.again()).toBe(answer);
  });

  test('is said back by no answer', async () => {
    const { person } = begun();
    expect(await person.says(`搜 ${words}`)).not.toContain(words);
  });

  test('is asked of the catalogue without the word for looking', async () => {
    const asked: string[] = [];
    const nothing = async () => ({ items: [], next: null });
    const catalogue: Catalogue = {
      ...{ list: nothing, bySlug: async () => null, byNumber: async () => null, mark: async () => '' },
      search: async (_lang, found) => {
        asked.push(found);
        return { items: [], next: null };
      },
    };
    const { person } = begun({ catalogue });
    for (const said of ['搜 种子', '搜索：境外 邮箱', 'search for Lost Keys', '有没有关于無人機的文章'])
      await person.says(said);
    expect(asked).toEqual(['种子', '境外 邮箱', 'Lost Keys', '無人機']);
  });
});

describe('reading on', () => {
  test('delivered twice answers the same page, also at once', async () => {
    const { line, person } = begun();
    await person.says('文章12');
    const second = await person.says('更多');
    expect(second).toContain('第2页');
    expect(await person.again()).toBe(second);
    const turn: RunTurn = line.process();
    const input = { id: 'twice', at: 1_795_312_900, t: 'text', text: '文章12' } as const;
    const who = line.whoIs('oOther');
    const [one, other] = await Promise.all([turn(who, input), turn(who, input)]);
    expect(one).toEqual(other);
    expect((await turn(who, { ...input, id: 'next', text: '更多' }))?.text).toContain('第2页');
  });

  test('writes nothing, beside a report neither', async () => {
    const { line, person } = begun();
    for (const words of ['我要举报', '3']) await person.says(words);
    const before = await line.keptOf('oPerson');
    for (const words of ['宣传文章', '看案例', '文章12', '文章12第3页']) await person.says(words);
    expect(await line.keptOf('oPerson')).toEqual(before);
  });

  test('holds each paragraph once', async () => {
    const { person } = begun();
    const read = [await person.says('article 12'), await person.says('more'), await person.says('more')].join(
      '\n',
    );
    for (const words of longArticle.paragraphs.en) expect(read.split(words).length - 1).toBe(1);
  });

  test('is over when the account unfollows', async () => {
    const { person } = begun();
    await person.says('文章12');
    await person.sends({ t: 'leave' });
    expect(await person.says('更多')).not.toContain('第2页');
  });
});

describe('an article that changes', () => {
  test('published after the start is found by its poster', async () => {
    const { line, person } = begun();
    const scan = () => person.sends({ t: 'text', text: '宣传文章', tap: 'article:brand-new' });
    expect(holds(line, await scan(), 'learn.missing')).toBe(true);
    const content = someContent({ texts: { zh: someText({ title: '刚刚发布' }), en: null } });
    line.catalogue.publish(someLiveArticle({ slug: 'brand-new', number: 30, content }));
    expect(await scan()).toContain('刚刚发布');
  });

  test('withdrawn while it is read is missing, and the list is offered', async () => {
    const { line, person } = begun();
    await person.says('文章12');
    line.catalogue.withdraw('page-by-page');
    const answer = await person.says('更多');
    expect([holds(line, answer, 'learn.missing'), holds(line, answer, 'learn.back')]).toEqual([true, true]);
  });

  test('that cannot be read just now is said so, and a report goes on', async () => {
    const fail = async (): Promise<never> => {
      throw new DomainError('storage.unavailable');
    };
    const catalogue = { list: fail, search: fail, bySlug: fail, byNumber: fail, mark: fail };
    const { line, person } = begun({ catalogue });
    for (const words of ['宣传文章', '文章12', '搜 种子'])
      expect(holds(line, await person.says(words), 'learn.unavailable')).toBe(true);
    await person.says('我要举报');
    expect(holds(line, await person.says('宣传文章'), 'learn.unavailable')).toBe(true);
    expect((await line.stateOf())?.at).toBe('category');
    expect(line.errors).toEqual([]);
  });
});

test('a report of the like has its category also where other questions come first', async () => {
  const [first] = chatArticles;
  if (first === undefined) throw new Error('no article');
  const { line, person } = begun({ profile: 'integrity-line' });
  line.catalogue.publish({ ...first, content: { ...first.content, category: 'leak' } });
  await person.says('文章21');
  const answer = await person.says('举报类似的事');
  expect([holds(line, answer, 'q.danger.ask'), holds(line, answer, 'ack.choice')]).toEqual([true, true]);
  expect(await person.again()).toBe(answer);
  expect(await line.stateOf()).toMatchObject({ at: 'danger', answers: { subject: { code: 'leak' } } });
  await person.says('1');
  const next = await person.says('图书馆三楼');
  expect(holds(line, next, 'q.records.ask')).toBe(true);
});
