/** A database for the tests of stores: the server that MONGODB_URI_TEST names, or an embedded one of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { openEmbeddedDatabase } from '../../embedded-db/open.js';
import { connect } from '../../models/connect.js';
import { serverUri } from './mongodb/server-uri.js';

export interface TestDatabase {
  readonly uri: string;
  readonly connection: Connection;
  /** Empties every collection. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database of the caller's own; close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = serverUri();
  const dir = await mkdtemp(join(tmpdir(), 'db-'));
  const embedded = server === undefined ? await openEmbeddedDatabase({ dir }) : null;
  const uri = embedded?.uri ?? server ?? '';
  const connection = await connect(uri);
  return {
    uri,
    connection,
    async empty() {
      for (const model of Object.values(connection.models)) await model.deleteMany({});
    },
    async close() {
      if (server !== undefined) await connection.dropDatabase();
      await connection.close();
      await embedded?.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
