/** What is asked of articles often is answered by an index. On the embedded database alone: each explains in its own way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Articles } from '../../domain/articles/ports.js';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { toCursor } from '../../models/article.cursor.js';
import { createArticleStore } from '../../models/article.store.js';
import { connect } from '../../models/connect.js';
import { prepare } from '../../models/prepare.js';
import { watched } from '../support/watched-connection.js';

let dir: string;
let database: Awaited<ReturnType<typeof openEmbeddedDatabase>>;
let connection: Connection;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'db-'));
  database = await openEmbeddedDatabase({ dir });
  connection = await connect(database.uri);
  createArticleStore(connection);
  await prepare(connection);
});
afterAll(async () => {
  await connection.close();
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

const after = toCursor({ stateAt: 1, id: 'a' });

test.each<[string, (articles: Articles) => Promise<unknown>, number]>([
  ['the list', (articles) => articles.list({}, { after: null, limit: 1 }), 1],
  ['a later page of one kind', (articles) => articles.list({ kind: 'law' }, { after, limit: 1 }), 1],
  ['an address', (articles) => articles.bySlug('nowhere'), 1],
  ['what is due', (articles) => articles.due(['scheduled', 'about_to_go'], 5, 5), 1],
  ['what is planned', (articles) => articles.planned(1, 2), 2],
  ['what readers see', (articles) => articles.live(), 1],
  ['the mark of it', (articles) => articles.liveMark(), 1],
])('%s is found by an index', async (_, ask, reads) => {
  const { commands } = await watched(database.uri, (own) => ask(createArticleStore(own)));
  const finds = commands.filter(({ find }) => find === 'articles');
  expect(finds).toHaveLength(reads);
  for (const { find, filter, sort = {} } of finds as Record<string, unknown>[]) {
    const plan = await connection.db?.command({ explain: { find, filter, sort } });
    expect(JSON.stringify(plan)).toContain('IXSCAN');
  }
});
