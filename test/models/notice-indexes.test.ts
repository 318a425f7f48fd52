/** What is asked of planned notices often is answered by an index. On the embedded database alone: each explains in its own way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Occurrences } from '../../domain/notices/ports.js';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { connect } from '../../models/connect.js';
import { createOccurrenceStore } from '../../models/occurrence.store.js';
import { prepare } from '../../models/prepare.js';
import { watched } from '../support/watched-connection.js';

let dir: string;
let database: Awaited<ReturnType<typeof openEmbeddedDatabase>>;
let connection: Connection;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'db-'));
  database = await openEmbeddedDatabase({ dir });
  connection = await connect(database.uri);
  createOccurrenceStore(connection);
  await prepare(connection);
});
afterAll(async () => {
  await connection.close();
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

test.each<[string, (occurrences: Occurrences) => Promise<unknown>]>([
  ['what is due', (occurrences) => occurrences.due(['scheduled', 'going'], 5, 5)],
  ['a calendar', (occurrences) => occurrences.lines(1, 2)],
  ['a month’s budget', (occurrences) => occurrences.between(1, 2, ['scheduled'])],
  ['a notice’s', (occurrences) => occurrences.of('edu')],
  ['one', (occurrences) => occurrences.byId('edu.2027-04-15.0')],
])('%s is found by an index', async (_, ask) => {
  const { commands } = await watched(database.uri, (own) => ask(createOccurrenceStore(own)));
  const finds = commands.filter(({ find }) => find === 'occurrences');
  expect(finds).toHaveLength(1);
  for (const { find, filter, sort = {} } of finds as Record<string, unknown>[]) {
    const plan = await connection.db?.command({ explain: { find, filter, sort } });
    expect(JSON.stringify(plan)).toMatch(/IXSCAN|IDHACK|EXPRESS/);
  }
});
