import mongoose, { type Connection, type mongo } from 'mongoose';
import type { Row, Sessions } from '../domain/drafts/ports.js';
import { toBuffer } from './bytes.js';
import { coalesce } from './coalesce.js';
import { stored } from './errors.js';
import { fieldsOf } from './fields.js';
import { type SessionDocument, type SessionModel, sessionModel } from './session.schema.js';

const { text, whole, bytes } = fieldsOf('sessions');

type Operation = mongo.AnyBulkWriteOperation<SessionDocument>;
type Write = (operations: Operation[]) => Promise<mongo.BulkWriteResult>;

/** How many calls travel together at most. */
const party = 200;

/** Sealed conversations. Waiting loads become one find, waiting saves one bulk write of conditional writes. */
export function createSessionStore(connection: Connection): Sessions {
  const model = sessionModel(connection);
  const collection = connection.collection<SessionDocument>(model.collection.collectionName);
  // past mongoose's casting, which costs as much as all else of a save: the documents are made here, in one place
  const write: Write = (operations) => collection.bulkWrite(operations, { ordered: false });
  const load = coalesce((asked: readonly (readonly string[])[]) => loadAll(model, asked), party);
  const first = coalesce((rows: readonly Row[]) => saveFirst(write, rows), party);
  const next = coalesce((saves: readonly Save[]) => saveNext(write, saves), party);
  const take = async (tag: string, rev: number) => {
    const { deletedCount } = await stored(() => model.deleteOne({ _id: tag, rev }));
    return deletedCount === 1;
  };
  return {
    async load(tags) {
      const document = await load(tags);
      return document && toRow(document); // here, not in the party: one row that cannot be read fails one call
    },
    async save(row, from) {
      if (from === 0) return first(row);
      const outcome = await next({ row, from });
      if (outcome === 'made') await take(row.tag, row.rev); // the row was gone: it is not brought back
      return outcome === 'won';
    },
    remove: take,
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

async function loadAll(model: SessionModel, asked: readonly (readonly string[])[]) {
  const found = await stored(() => model.find({ _id: { $in: asked.flat() } }).lean());
  const documents = new Map(found.map((document) => [document._id, document]));
  return asked.map((tags) => {
    const tag = tags.find((t) => documents.has(t));
    return (tag !== undefined && documents.get(tag)) || null;
  });
}

async function saveFirst(write: Write, rows: readonly Row[]): Promise<boolean[]> {
  const { lost } = await outcomes(
    write,
    rows.map((row) => ({ insertOne: { document: toDocument(row) } })),
  );
  return rows.map((_, i) => !lost.has(i));
}

interface Save {
  readonly row: Row;
  readonly from: number;
}

/**
 * Each is an upsert under tag and revision, since only that tells one from another in the answer to many: it meets the
 * row it was made from, or the tag under another revision and is refused as a duplicate, or no row and makes one.
 */
async function saveNext(write: Write, saves: readonly Save[]): Promise<('won' | 'lost' | 'made')[]> {
  const operations = saves.map(({ row, from }): Operation => {
    const { _id, ...replacement } = toDocument(row);
    return { replaceOne: { filter: { _id, rev: from }, replacement, upsert: true } };
  });
  const { lost, made } = await outcomes(write, operations);
  return saves.map((_, i) => (lost.has(i) ? 'lost' : made.has(i) ? 'made' : 'won'));
}

/** Which of the operations were refused as duplicates, and which made a document by upsert. */
async function outcomes(write: Write, operations: Operation[]) {
  const { result, refused } = await stored(async () => {
    try {
      return { result: await write(operations), refused: [] };
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
      const refused = [error.writeErrors].flat();
      if (refused.length === 0 || refused.some(({ code }) => code !== 11_000)) throw error;
      return { result: error.result, refused };
    }
  });
  const made = Object.keys(result.upsertedIds).map(Number);
  return { lost: new Set(refused.map(({ index }) => index)), made: new Set(made) };
}

function toDocument({ tag, rev, burnDay, key, body }: Row): SessionDocument {
  return { _id: tag, rev, burnDay, key: toBuffer(key), body: toBuffer(body) };
}

function toRow({ _id, rev, burnDay, key, body }: SessionDocument): Row {
  return { tag: text(_id), rev: whole(rev), burnDay: text(burnDay), key: bytes(key), body: bytes(body) };
}
