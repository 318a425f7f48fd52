/** What lies in the documents of articles, and what is refused on reading. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createArticleReaderStore } from '../../models/article-readers.store.js';
import { createArticleVersionStore } from '../../models/article-version.store.js';
import { createArticleViewStore } from '../../models/article-views.store.js';
import { createArticleStore } from '../../models/article.store.js';
import { createPictureStore } from '../../models/picture.store.js';
import { prepare } from '../../models/prepare.js';
import { fullArticle, someContent } from '../support/articles.js';
import { someVersion } from '../support/contracts/article-versions.contract.js';
import { somePicture } from '../support/contracts/pictures.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

/** An empty store on the database. */
const fresh =
  <T>(make: (connection: Connection) => T) =>
  async (): Promise<T> => {
    const store = make(database.connection);
    await prepare(database.connection);
    await database.empty();
    return store;
  };
const raw = (collection: string) => database.connection.collection<{ _id: string }>(collection);

describe('a document that somebody else wrote', () => {
  const unreadable = (collection: string) => ({
    code: 'storage.unreadable',
    cause: { message: `a document of ${collection}` },
  });
  const errorOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

  test.each([
    ['a state', { state: 'gone' }],
    ['a revision', { revision: 1.5 }],
    ['a kind', { 'content.kind': 'gossip' }],
    ['the texts', { 'content.texts': null }],
    ['a text', { 'content.texts.zh': 'text' }],
    ['a body', { 'content.texts.zh.body': 1 }],
    ['a tag', { 'content.tags.0': 1 }],
    ['a source', { 'content.sources.0': null }],
    ['the plan', { plan: [] }],
    ['a way', { 'plan.platform': { way: 'loud' } }],
    ['the tag of a way', { 'plan.platform.tag': 'all' }],
    ['the copy for readers', { live: 7 }],
    ['a number', { 'live.number': '7' }],
    ['the copy on the platform', { platform: 'x' }],
    ['a mark of a call', { 'platform.callingSince': true }],
    ['a comment', { 'comments.0.lang': 'fr' }],
    ['an event', { 'events.0': null }],
    ['a note', { 'events.0.note': 7 }],
    ['the name in the figures', { 'platform.dataId': 7 }],
    ['the events', { events: 'none' }],
  ])('with %s that is none is refused without a word of it', async (_, change) => {
    const articles = await fresh(createArticleStore)();
    const article = fullArticle();
    await articles.insert(article);
    await raw('articles').updateOne({}, { $set: change });
    expect(await errorOf(articles.byId(article.id))).toMatchObject(unreadable('articles'));
  });

  test.each([['plan'], ['live'], ['platform'], ['submittedBy'], ['content'], ['comments'], ['basis']])(
    'without %s is refused',
    async (field) => {
      const articles = await fresh(createArticleStore)();
      const article = fullArticle();
      await articles.insert(article);
      await raw('articles').updateOne({}, { $unset: { [field]: 1 } });
      expect(await errorOf(articles.byId(article.id))).toMatchObject(unreadable('articles'));
    },
  );

  test.each([
    ['a title', { 'content.texts.en.title': 1 }],
    ['a state', { state: 'gone' }],
    ['a moment', { 'live.at': 'now' }],
  ])('with %s that is none stands in no list', async (_, change) => {
    const articles = await fresh(createArticleStore)();
    await articles.insert(fullArticle());
    await raw('articles').updateOne({}, { $set: change });
    const read = errorOf(articles.list({}, { after: null, limit: 5 }));
    expect(await read).toMatchObject(unreadable('articles'));
  });

  test('in place of a version, a count or a picture is refused', async () => {
    const versions = await fresh(createArticleVersionStore)();
    await versions.add(someVersion());
    await raw('article-versions').updateOne({}, { $set: { why: 'boredom' } });
    expect(await errorOf(versions.list('a'.repeat(32), 5))).toMatchObject(unreadable('article-versions'));
    await raw('article-versions').updateOne({}, { $set: { why: 'saved', content: {} } });
    expect(await errorOf(versions.get('a'.repeat(32), 1))).toMatchObject(unreadable('article-versions'));

    const views = await fresh(createArticleViewStore)();
    await views.add([{ article: 'a', day: '2026-11-22', views: 1 }]);
    await raw('article-views').updateOne({}, { $set: { views: 'many' } });
    expect(await errorOf(views.of('a'))).toMatchObject(unreadable('article-views'));

    const readers = await fresh(createArticleReaderStore)();
    await readers.put('a', 'a-1', [{ day: '2026-11-22', readers: 1 }]);
    await raw('article-readers').updateOne({}, { $set: { 'days.0.readers': 'many' } });
    expect(await errorOf(readers.of('a'))).toMatchObject(unreadable('article-readers'));

    const pictures = await fresh(createPictureStore)();
    await pictures.add(somePicture());
    await raw('pictures').updateOne({}, { $set: { 'renditions.web.bytes': 'text' } });
    expect(await errorOf(pictures.get('c'.repeat(32), 'web'))).toMatchObject(unreadable('pictures'));
    await raw('pictures').updateOne({}, { $set: { 'renditions.small.type': 'text/html' } });
    expect(await errorOf(pictures.get('c'.repeat(32), 'small'))).toMatchObject(unreadable('pictures'));
  });
});

test('a document of before notes and figures is read as one without', async () => {
  const articles = await fresh(createArticleStore)();
  const article = fullArticle();
  await articles.insert(article);
  await raw('articles').updateOne({}, { $unset: { 'platform.dataId': 1, 'events.1.note': 1 } });
  const read = await articles.byId(article.id);
  expect([read?.platform?.dataId, read?.events[1]?.what]).toEqual([null, 'return']);
  expect(read?.events[1]).not.toHaveProperty('note');
});

test('a stored article has no field that the schema does not name', async () => {
  const articles = await fresh(createArticleStore)();
  const content = { ...someContent(), openid: 'x' };
  const stray = { ...fullArticle(), content, openid: 'x' };
  await articles.insert(stray);
  expect(JSON.stringify(await raw('articles').findOne({}))).not.toContain('openid');
  await articles.replace({ ...stray, revision: stray.revision + 1 });
  expect(JSON.stringify(await raw('articles').findOne({}))).not.toContain('openid');
});
