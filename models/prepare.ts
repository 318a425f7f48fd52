import type { Connection } from 'mongoose';
import { stored } from './errors.js';

const minute = 60_000;

/**
 * Makes the collections and unique indexes that stores on this connection rely on. What is there already stays as it
 * is; building beside readers and writers is the server's business. Call it when all stores are made, before the
 * first write. @throws DomainError storage.unavailable
 */
export async function prepare(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await makeCollection(model);
    await stored(() => model.createIndexes(), minute);
  }
}

/** Documents are kept in the order of their random ids where the server can, so that order of arrival is not kept. */
async function makeCollection(model: Connection['models'][string]): Promise<void> {
  const clusteredIndex = { key: { _id: 1 }, unique: true } as const;
  await stored(async () => {
    try {
      await model.createCollection({ clusteredIndex });
    } catch {
      // it is there already, or the server cannot: the first write makes a plain one, and other errors meet that write
    }
  }, minute);
}
