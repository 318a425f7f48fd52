import type { Collection } from './catalog.js';
import type { Index } from './index-spec.js';
import { decode } from './decode.js';
import type { Engine } from './engine.js';
import { inverted, keyOf, kinds } from './keys.js';
import { forgetOld } from './sessions.js';
import type { Range } from './storage.js';

const atOnce = 500;

/** Removes what TTL indexes say has expired, and forgets old answers and cursors; each step is a transaction of its own. */
export function sweep(engine: Engine): void {
  engine.cursors.sweep();
  inTransaction(engine, () => {
    forgetOld(engine);
  });
  for (const collection of engine.catalog.list())
    for (const index of collection.indexes) while (expire(engine, collection, index) === atOnce);
}

function expire(engine: Engine, collection: Collection, index: Index): number {
  if (index.expireAfter === undefined) return 0;
  const range = expired(index, engine.now() - index.expireAfter * 1000);
  const rows = engine.store.indexed(collection.id, index.id, range, false, undefined, atOnce);
  if (rows.length)
    inTransaction(engine, () => {
      for (const { id } of rows) {
        const bytes = engine.store.document(collection.id, id); // an array's dates may name it more than once
        if (bytes) engine.documents.remove(collection, id, decode(bytes));
      }
    });
  return rows.length;
}

/** The dates of an index up to a moment; of an array the earliest date counts. */
function expired(index: Index, until: number): Range {
  const last = keyOf(new Date(until));
  if (!index.parts[0]?.descending)
    return { lo: Buffer.from([kinds.date]), hi: Buffer.concat([last, Buffer.from([0xff])]) };
  return { lo: inverted(last), hi: Buffer.from([0xff - kinds.date + 1]) };
}

function inTransaction(engine: Engine, work: () => void): void {
  engine.store.begin();
  try {
    work();
    engine.store.commit();
  } catch (error) {
    engine.store.rollback();
    throw error;
  }
}
