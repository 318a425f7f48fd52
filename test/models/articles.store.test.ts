/** The stores of articles keep the contracts of their ports, and what they promise beside: on a database, over two connections. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createArticleReaderStore } from '../../models/article-readers.store.js';
import { createArticleVersionStore } from '../../models/article-version.store.js';
import { createArticleViewStore } from '../../models/article-views.store.js';
import { createArticleStore } from '../../models/article.store.js';
import { connect } from '../../models/connect.js';
import { createPictureStore } from '../../models/picture.store.js';
import { prepare } from '../../models/prepare.js';
import { fullArticle, someArticle, someContent, somePublished, someText } from '../support/articles.js';
import {
  describeArticleVersionsContract,
  someVersion,
} from '../support/contracts/article-versions.contract.js';
import { describeArticleReadersContract } from '../support/contracts/article-readers.contract.js';
import { describeArticleViewsContract } from '../support/contracts/article-views.contract.js';
import { describeArticlesContract } from '../support/contracts/articles.contract.js';
import {
  describePicturesContract,
  somePicture,
  someRendition,
} from '../support/contracts/pictures.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { memoryArticleReaders } from '../support/fakes/article-readers.js';
import { memoryArticleVersions } from '../support/fakes/article-versions.js';
import { memoryArticleViews } from '../support/fakes/article-views.js';
import { memoryArticles } from '../support/fakes/articles.js';
import { memoryPictures } from '../support/fakes/pictures.js';
import { watched } from '../support/watched-connection.js';

let database: TestDatabase;
/** another process, as far as the database knows */
let second: Connection;

beforeAll(async () => {
  database = await testDatabase();
  second = await connect(database.uri);
});
afterAll(async () => {
  await second.close();
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
/** The same store on both connections, empty. */
const twice = async <T>(make: (connection: Connection) => T): Promise<readonly [T, T]> => [
  await fresh(make)(),
  make(second),
];

describeArticlesContract('memory', async () => memoryArticles());
describeArticleVersionsContract('memory', async () => memoryArticleVersions());
describeArticleViewsContract('memory', async () => memoryArticleViews());
describeArticleReadersContract('memory', async () => memoryArticleReaders());
describePicturesContract('memory', async () => memoryPictures());

describeArticlesContract('database', fresh(createArticleStore));
describeArticleVersionsContract('database', fresh(createArticleVersionStore));
describeArticleViewsContract('database', fresh(createArticleViewStore));
describeArticleReadersContract('database', fresh(createArticleReaderStore));
describePicturesContract('database', fresh(createPictureStore));

describe('two processes', () => {
  test('that write over one revision: one does it', async () => {
    const both = await twice(createArticleStore);
    for (let round = 0; round < 10; round += 1) {
      const article = someArticle();
      await both[0].insert(article);
      const writes = both.map((articles, i) =>
        articles.replace({ ...article, revision: 2, editedBy: `process-${i}` }),
      );
      const done = await Promise.all(writes);
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await both[0].byId(article.id))?.editedBy).toBe(`process-${done.indexOf(true)}`);
    }
  });

  test('that take numbers from the first one on get a hundred different ones', async () => {
    const both = await twice(createArticleStore);
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => both.map((articles) => articles.nextNumber())).flat(),
    );
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  test('see what the other published by the mark', async () => {
    const [here, there] = await twice(createArticleStore);
    const mark = await there.liveMark();
    await here.insert(somePublished());
    expect(await there.liveMark()).not.toBe(mark);
    expect(await there.liveMark()).toBe(await here.liveMark());
  });

  test('that claim a copy at once: one asks the platform', async () => {
    const both = await twice(createArticleReaderStore);
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      const claims = await Promise.all(both.map((readers) => readers.claim('a', 'a-1', day)));
      expect(claims.filter(Boolean)).toHaveLength(1);
    }
  });

  test('that count a new day at once lose no view', async () => {
    const both = await twice(createArticleViewStore);
    const days = Array.from({ length: 9 }, (_, i) => `2026-12-0${i + 1}`);
    const counts = days.map((day) => ({ article: 'a', day, views: 1 }));
    await Promise.all([1, 2, 3, 4, 5].flatMap(() => both.map((views) => views.add(counts))));
    expect(await both[0].of('a')).toEqual(days.map((day) => ({ day, views: 10 })));
  });
});

describe('over the wire', () => {
  test('lists of articles bring titles and no body, comment or event; what readers see brings no draft', async () => {
    const articles = await fresh(createArticleStore)();
    const content = (body: string) =>
      someContent({ texts: { zh: someText({ body }), en: someText({ body }) } });
    const full = fullArticle({ content: content('the draft') });
    const live = full.live && { ...full.live, content: content('the copy') };
    await articles.insert({ ...full, live });
    const unread = ['the draft', 'the copy', 'Who?', '"what"'];
    const { answers: lists } = await watched(database.uri, async (connection) => {
      const store = createArticleStore(connection);
      expect((await store.list({}, { after: null, limit: 5 })).items).toHaveLength(1);
      expect(await store.planned(0, Number.MAX_SAFE_INTEGER)).toHaveLength(1);
      await store.liveMark();
    });
    expect(lists).toContain(someText().title);
    expect(unread.filter((words) => lists.includes(words))).toEqual([]);
    const { answers: shown } = await watched(database.uri, (connection) =>
      createArticleStore(connection).live(),
    );
    expect(unread.filter((words) => shown.includes(words))).toEqual(['the copy']);
  });

  test('one size of a picture comes without the others, and whether there is one without any', async () => {
    const pictures = await fresh(createPictureStore)();
    const bytes = new Uint8Array(100_000).fill(1);
    const names = ['web', 'small', 'platform', 'cover'] as const;
    await pictures.add(somePicture({ renditions: names.map((name) => someRendition({ name, bytes })) }));
    const { answers: read } = await watched(database.uri, (connection) =>
      createPictureStore(connection).get('c'.repeat(32), 'small'),
    );
    const one = JSON.stringify(Buffer.from(bytes)).length;
    expect(read).toContain('"small"');
    expect(read.length).toBeLessThan(2 * one);
    const { answers: asked } = await watched(database.uri, (connection) =>
      createPictureStore(connection).has('c'.repeat(32)),
    );
    expect(asked.length).toBeLessThan(1_000);
  });

  test('a list of versions comes without what is in them', async () => {
    const versions = await fresh(createArticleVersionStore)();
    await versions.add(someVersion());
    const { answers: read } = await watched(database.uri, (connection) =>
      createArticleVersionStore(connection).list('a'.repeat(32), 5),
    );
    expect(read).toContain('"saved"');
    expect(read).not.toContain('texts');
  });
});
