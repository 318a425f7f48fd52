import { describe, expect, test } from '@jest/globals';
import type { Article } from '../../../domain/articles/article.js';
import { createSaveArticle } from '../../../domain/articles/save-article.js';
import { someArticle, someContent, someLive, someText } from '../../support/articles.js';
import { setUp } from './set-up.js';

const retitled = (title: string) => someContent({ texts: { zh: null, en: someText({ title }) } });

describe('saving an article', () => {
  test('writes the text one revision on, and only the first time of a sitting is written down', async () => {
    const { newArticle, save, acts, clock, versions } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const once = await save({ who: 'ada', id, revision: 1, content: retitled('One') });
    clock.advance(10_000);
    const twice = await save({ who: 'ada', id, revision: once.revision, content: retitled('Two') });
    expect([twice.revision, twice.content.texts.en?.title, twice.editedBy]).toEqual([3, 'Two', 'ada']);
    expect(acts.map(({ act }) => act)).toEqual(['article.create']);
    clock.advance(10 * 60_000);
    await save({ who: 'ada', id, revision: 3, content: retitled('Three') });
    expect(acts.map(({ act }) => act)).toEqual(['article.create', 'article.edit']);
    expect((await versions.list(id, 10)).map(({ revision, why }) => [revision, why])).toEqual([[3, 'saved']]);
  });

  test('for hours without a rest keeps a version every ten minutes', async () => {
    const { newArticle, save, clock, versions } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    let revision = 1;
    for (let seconds = 0; seconds < 3_600; seconds += 30) {
      clock.advance(30_000);
      ({ revision } = await save({ who: 'ada', id, revision, content: retitled(String(seconds)) }));
    }
    expect((await versions.list(id, 100)).length).toBeGreaterThanOrEqual(5);
  });

  test('over a newer text is refused, and says who wrote it', async () => {
    const { newArticle, save, articles } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    await save({ who: 'ada', id, revision: 1, content: retitled('Hers') });
    await expect(save({ who: 'ben', id, revision: 1, content: retitled('His') })).rejects.toMatchObject({
      code: 'article.stale',
      details: { revision: 2, editedBy: 'ada' },
    });
    expect((await articles.byId(id))?.content.texts.en?.title).toBe('Hers');
  });

  test('at the same moment as somebody else, one wins and the other is told', async () => {
    const { newArticle, save } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const both = await Promise.allSettled(
      ['ada', 'ben'].map((who) => save({ who, id, revision: 1, content: retitled(who) })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is not in the way of a comment that came meanwhile', async () => {
    const { newArticle, save, comment } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    await comment.add('ben', id, { lang: 'en', paragraph: 'Some', text: 'Who?' });
    const saved = await save({ who: 'ada', id, revision: 1, content: retitled('Kept') });
    expect([saved.revision, saved.comments.length]).toEqual([3, 1]);
  });

  test('keeps a comment that came between reading and writing', async () => {
    const { newArticle, articles, versions, clock, record, comment } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    let commented = false;
    const late = {
      ...articles,
      replace: async (article: Article) => {
        if (!commented) await comment.add('ben', id, { lang: 'en', paragraph: 'Some', text: 'Who?' });
        commented = true;
        return articles.replace(article);
      },
    };
    const save = createSaveArticle({ articles: late, versions, clock, record });
    const saved = await save({ who: 'ada', id, revision: 1, content: retitled('Kept') });
    expect([saved.revision, saved.basis, saved.comments.length]).toEqual([3, 3, 1]);
    expect(await articles.byId(id)).toEqual(saved);
  });

  test.each(['in_review', 'scheduled', 'about_to_go', 'submitted', 'checking'] as const)(
    'is refused while it is %s',
    async (state) => {
      const article = someArticle({ state });
      const { save } = setUp(article);
      const saving = { who: 'ada', id: article.id, revision: article.revision, content: retitled('x') };
      await expect(save(saving)).rejects.toMatchObject({ code: 'article.step_refused', details: { state } });
    },
  );

  test('of a published article makes a draft again, and readers keep theirs', async () => {
    const article = someArticle({ state: 'published', live: someLive(), approvedBy: 'ben' });
    const { save, versions } = setUp(article);
    const saved = await save({ who: 'ada', id: article.id, revision: 1, content: retitled('Next') });
    expect([saved.state, saved.live, saved.approvedBy]).toEqual(['draft', article.live, null]);
    expect((await versions.get(article.id, 1))?.content).toEqual(article.content);
  });

  test('takes another address until the article was public once', async () => {
    const article = someArticle();
    const { save } = setUp(article, someArticle({ slug: 'taken' }));
    const saving = { who: 'ada', id: article.id, content: article.content };
    await expect(save({ ...saving, revision: 1, slug: 'Not One' })).rejects.toMatchObject({
      code: 'request.invalid',
      details: { fields: { slug: ['slug_characters'] } },
    });
    await expect(save({ ...saving, revision: 1, slug: 'feed' })).rejects.toMatchObject({
      details: { fields: { slug: ['slug_reserved'] } },
    });
    await expect(save({ ...saving, revision: 1, slug: 'taken' })).rejects.toMatchObject({
      code: 'article.slug_taken',
    });
    expect((await save({ ...saving, revision: 1, slug: 'a-harbour' })).slug).toBe('a-harbour');
    const published = someArticle({ state: 'published', live: someLive() });
    const other = setUp(published);
    await expect(
      other.save({ ...saving, id: published.id, revision: 1, slug: 'moved' }),
    ).rejects.toMatchObject({ code: 'article.step_refused' });
  });

  test('of what is not there says so', async () => {
    const { save } = setUp();
    const saving = { who: 'ada', id: 'none', revision: 1, content: someContent() };
    await expect(save(saving)).rejects.toMatchObject({ code: 'article.unknown' });
  });
});

describe('what nobody sees', () => {
  /** an override of direction, an isolate, nothing wide, a control, half of a pair */
  const unseen = ['\u202E', '\u2066', '\u200B', '\u0007', '\uD800'].join('');
  const dirty = (words: string): string => `${unseen}${words}${unseen}`;
  const text = someText();
  const hidden = someContent({
    texts: {
      zh: null,
      en: {
        title: dirty(` ${text.title}\n`),
        digest: dirty(text.digest),
        body: dirty(text.body).replaceAll('\n', '\r\n'),
        coverAlt: dirty(text.coverAlt),
      },
    },
    author: dirty('编辑部'),
    tags: [dirty('照片'), '照片', dirty(''), ` ${dirty('港口')} `],
    sources: [{ title: dirty('反间谍法'), url: dirty('https://example.org/law') }],
  });
  const seen = someContent({ texts: { zh: null, en: text } });

  test('is not saved, in whatever field it was written', async () => {
    const { newArticle, save } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    expect((await save({ who: 'ada', id, revision: 1, content: hidden })).content).toEqual(seen);
  });

  test('is no title: what holds nothing else is missing', async () => {
    const { newArticle, save } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const saved = await save({ who: 'ada', id, revision: 1, content: retitled(unseen) });
    expect(saved.content.texts.en?.title).toBe('');
  });

  test('does not come back with a version that was kept with it', async () => {
    const article = someArticle();
    const { versions, restore } = setUp(article);
    const kept = { article: article.id, revision: 9, at: 1, by: 'ada', why: 'saved' } as const;
    await versions.add({ ...kept, content: hidden });
    expect((await restore('ada', article.id, 1, 9)).content).toEqual(seen);
  });

  test('stands in no comment, and alone is none', async () => {
    const { newArticle, comment } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const at = { lang: 'en', paragraph: dirty('Some') } as const;
    const { comments } = await comment.add('ben', id, { ...at, text: dirty('Who?\nWhen?') });
    expect(comments).toMatchObject([{ paragraph: 'Some', text: 'Who?\nWhen?' }]);
    await expect(comment.add('ben', id, { ...at, text: ` ${unseen}` })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('an earlier version', () => {
  test('comes back, and the present text becomes a version', async () => {
    const { newArticle, save, restore, versions, clock } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    await save({ who: 'ada', id, revision: 1, content: retitled('First') });
    clock.advance(10 * 60_000);
    await save({ who: 'ben', id, revision: 2, content: retitled('Second') });
    const back = await restore('ada', id, 3, 2);
    expect(back.content.texts.en?.title).toBe('First');
    expect((await versions.get(id, 3))?.content.texts.en?.title).toBe('Second');
    await expect(restore('ada', id, back.revision, 99)).rejects.toMatchObject({ code: 'article.unknown' });
    await expect(restore('ada', id, 1, 2)).rejects.toMatchObject({ code: 'article.stale' });
  });
});

describe('comments', () => {
  test('stand at a paragraph, and are resolved', async () => {
    const { newArticle, comment, articles } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const { comments } = await comment.add('ben', id, { lang: 'zh', paragraph: '有人', text: '谁？' });
    const [one] = comments;
    await comment.resolve(id, one?.id ?? '');
    expect((await articles.byId(id))?.comments).toMatchObject([{ by: 'ben', lang: 'zh', resolved: true }]);
    await expect(comment.resolve(id, 'none')).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(comment.add('ben', 'none', { lang: 'zh', paragraph: '', text: 'x' })).rejects.toMatchObject({
      code: 'article.unknown',
    });
  });

  test('of ten people at once are all kept', async () => {
    const { newArticle, comment, articles } = setUp();
    const { id } = await newArticle('ada', 'case', null);
    const say = (n: number) => comment.add(`p${n}`, id, { lang: 'en', paragraph: '', text: `${n}` });
    for (let n = 0; n < 10; n += 5) await Promise.all([0, 1, 2, 3, 4].map((k) => say(n + k)));
    expect((await articles.byId(id))?.comments).toHaveLength(10);
  });
});
