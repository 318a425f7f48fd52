/** The database as a whole, for who copies it: no stores but the line's mark, nothing made in it that was not there. */
import type { Connection } from 'mongoose';
import { connect } from '../../models/connect.js';
import { createLineMarkStore } from '../../models/line-mark.store.js';
import type { Config } from '../settings/configuration.js';
import type { DataFolder } from '../storage/data-folder.js';
import { openEmbedded } from '../storage/storage.js';

export type WholeDatabase = Awaited<ReturnType<typeof openWhole>>;

/** Opens what MONGODB_URI names, else the embedded database of DATA_DIR, beside a running line as its client. */
export async function openWhole(config: Config, data: DataFolder) {
  const embedded = config.mongodbUri === null ? await openEmbedded(data.database, { takeOver: false }) : null;
  const connection = await connect(config.mongodbUri ?? embedded?.uri ?? '');
  return {
    db: databaseOf(connection),
    marks: createLineMarkStore(connection),
    async close(): Promise<void> {
      await connection.close();
      await embedded?.close();
    },
  };
}

function databaseOf({ db }: Connection): NonNullable<Connection['db']> {
  if (db === undefined) throw new Error('not connected');
  return db;
}
