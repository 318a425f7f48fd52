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
    await makeIndexes(model);
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

/** MongoDB's code for what a server has not. */
const notImplemented = 238;

/**
 * Where the server cannot remove rows by their end, they are indexed without it: a reader looks at the end in any case.
 */
async function makeIndexes(model: Connection['models'][string]): Promise<void> {
  await stored(async () => {
    for (const [definition, { expireAfterSeconds, unique, sparse }] of model.schema.indexes()) {
      const keys = Object.entries(definition).map(([name, order]): [string, 1 | -1] => [
        name,
        Number(order) < 0 ? -1 : 1,
      ]);
      const plain = { unique: unique === true, sparse: sparse === true };
      const timed = expireAfterSeconds === undefined ? plain : { ...plain, expireAfterSeconds };
      try {
        await model.collection.createIndex(keys, timed, {});
      } catch (error) {
        const lacking = (Object(error) as { code?: unknown }).code === notImplemented;
        if (!lacking || expireAfterSeconds === undefined) throw error;
        await model.collection.createIndex(keys, plain, {});
      }
    }
  }, minute);
}
