import mongoose, { type AnyBulkWriteOperation, type Connection, type mongo } from 'mongoose';
import type { Row, Sessions } from '../domain/ports.js';
import { toBuffer } from './bytes.js';
import { coalesce } from './coalesce.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { type SessionDocument, type SessionModel, sessionModel } from './session.schema.js';

const { text, whole, bytes } = fieldsOf('sessions');

interface Save {
  readonly row: Row;
  readonly from: number;
}

/** How many calls travel together at most. */
const party = 200;

/** Sealed conversations. Waiting loads become one find, waiting saves one bulk write of conditional upserts. */
export function createSessionStore(connection: Connection): Sessions {
  const model = sessionModel(connection);
  const load = coalesce((asked: readonly (readonly string[])[]) => loadAll(model, asked), party);
  const save = coalesce((saves: readonly Save[]) => saveAll(model, saves), party);
  return {
    load,
    save: (row, from) => save({ row, from }),
    async remove(tag, rev) {
      const { deletedCount } = await stored(() => model.deleteOne({ _id: tag, rev }));
      return deletedCount === 1;
    },
    async burn(day) {
      const { deletedCount } = await stored(() => model.deleteMany({ burnDay: { $lt: day } }), 60_000);
      return deletedCount;
    },
    async ending(day, limit, after = '') {
      const where = { burnDay: day, _id: { $gt: after } };
      const found = await stored(() => model.find(where).sort({ _id: 1 }).limit(limit).lean());
      return found.map(toRow);
    },
  };
}

async function loadAll(model: SessionModel, asked: readonly (readonly string[])[]): Promise<(Row | null)[]> {
  const found = await stored(() => model.find({ _id: { $in: asked.flat() } }).lean());
  const rows = new Map(found.map((document) => [document._id, document]));
  return asked.map((tags) => {
    const tag = tags.find((t) => rows.has(t));
    const document = tag === undefined ? undefined : rows.get(tag);
    return document ? toRow(document) : null;
  });
}

/**
 * Each save is an upsert under tag and revision. It meets the row it was made from, or the tag under another revision
 * and is refused as a duplicate, or no row: right for a first write, else the row is gone and is taken away again.
 */
async function saveAll(model: SessionModel, saves: readonly Save[]): Promise<boolean[]> {
  const operations = saves.map(({ row, from }): AnyBulkWriteOperation<SessionDocument> => ({
    updateOne: {
      filter: { _id: row.tag, rev: from },
      update: {
        $set: { rev: row.rev, burnDay: row.burnDay, key: toBuffer(row.key), body: toBuffer(row.body) },
      },
      upsert: true,
    },
  }));
  const { lost, made } = await stored(() => write(model, operations));
  return Promise.all(
    saves.map(async ({ row, from }, i) => {
      if (lost.has(i)) return false;
      if (from === 0 || !made.has(i)) return true;
      await stored(() => model.deleteOne({ _id: row.tag, rev: row.rev }));
      return false;
    }),
  );
}

/** Which operations of the bulk write lost, and which made a new document. */
async function write(
  model: SessionModel,
  operations: AnyBulkWriteOperation<SessionDocument>[],
): Promise<{ lost: ReadonlySet<number>; made: ReadonlySet<number> }> {
  try {
    return outcome(await model.bulkWrite(operations, { ordered: false }), []);
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.length === 0 || failures.some((failure) => failure.code !== 11_000)) throw error;
    return outcome(
      error.result,
      failures.map((failure) => failure.index),
    );
  }
}

function outcome(result: mongo.BulkWriteResult, lost: readonly number[]) {
  return { lost: new Set(lost), made: new Set(Object.keys(result.upsertedIds).map(Number)) };
}

function toRow({ _id, rev, burnDay, key, body }: SessionDocument): Row {
  return { tag: text(_id), rev: whole(rev), burnDay: text(burnDay), key: bytes(key), body: bytes(body) };
}
