import type { Collection } from '../catalog.js';
import { encode } from '../encode.js';
import type { Command, Engine, Handler } from '../engine.js';
import { MongoError, unsupported } from '../errors.js';
import { parseFilter, type Filter } from '../filter.js';
import { Found } from '../find.js';
import type { KeyPart } from '../paths.js';
import { parseUpdate, seed, type Update } from '../update.js';
import { asArray, asDoc, checkNames, int, integer, truth, type Doc, type Reply } from '../values.js';
import { targetOf } from './find.js';

const mostWrites = 100_000;

/** Runs each statement; a failure is kept with its place and, if ordered, ends the rest. */
function eachStatement(command: Command, list: string, run: (statement: Doc, index: number) => void): Reply {
  const statements = asArray(command.body.get(list), list);
  if (!statements.length || statements.length > mostWrites)
    throw new MongoError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${mostWrites}. Got ${statements.length} operations.`,
    );
  const given = command.body.get('ordered');
  const ordered = given === undefined || truth(given, 'ordered');
  const writeErrors: Reply[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(asDoc(statement, list), index);
    } catch (error) {
      if (!(error instanceof MongoError) || error.codeName === 'MaxTimeMSExpired') throw error;
      writeErrors.push({
        index: int(index),
        code: int(error.code),
        ...(error.details as Reply),
        errmsg: error.message,
      });
      if (ordered) break;
    }
  }
  return writeErrors.length ? { writeErrors } : {};
}

/** The collection of a command; only what may insert makes one. */
export const target = (engine: Engine, command: Command, inserts: boolean): Collection | undefined =>
  inserts
    ? engine.catalog.open(command.db, targetOf(command))
    : engine.catalog.find(command.db, targetOf(command));

export const insert: Handler = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  run(engine, command) {
    const collection = engine.catalog.open(command.db, targetOf(command));
    const raw = command.raw.get('documents');
    let n = 0;
    const errors = eachStatement(command, 'documents', (doc, index) => {
      checkNames(doc);
      engine.documents.insert(collection, doc, raw?.[index]);
      n += 1;
    });
    return { n: int(n), ...errors, ok: 1 };
  },
};

/** The first document that matches, in the order asked for. */
export function first(
  engine: Engine,
  collection: Collection,
  filter: Filter,
  command: Command,
  sort: readonly KeyPart[],
): Found | undefined {
  const query = { filter, sort, skip: 0, limit: 1 };
  for (const found of engine.finder.find(collection, query, () => command.deadline)) return found;
  return undefined;
}

/** Writes what the update makes of a document. Answers the document after it and whether that is another one. */
export function change(
  engine: Engine,
  collection: Collection,
  found: Found,
  update: Update,
): { after: Doc; changed: boolean } {
  const after = update(found.doc, false);
  const bytes = encode(after);
  const changed = !bytes.equals(found.bytes);
  if (changed) engine.documents.replace(collection, found.id, found.doc, after, bytes);
  return { after, changed };
}

/** Inserts what an upsert makes where nothing matched. */
export function upsert(
  engine: Engine,
  collection: Collection,
  filter: Filter,
  { update, replaces }: { update: Update; replaces: boolean },
): Doc {
  return engine.documents.insert(collection, update(seed(filter, replaces), true));
}

function known(statement: Doc, names: readonly string[], what: string): void {
  for (const name of statement.keys()) if (!names.includes(name)) throw unsupported(`'${name}' in ${what}`);
}

export const update: Handler = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  run(engine, command) {
    const upserted: Reply[] = [];
    let n = 0;
    let nModified = 0;
    const errors = eachStatement(command, 'updates', (statement, index) => {
      known(statement, ['q', 'u', 'multi', 'upsert'], 'an update');
      const filter = parseFilter(asDoc(statement.get('q'), 'q'));
      const parsed = parseUpdate(statement.get('u'));
      const multi = truth(statement.get('multi'), 'multi');
      if (multi && parsed.replaces)
        throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update');
      const upserts = truth(statement.get('upsert'), 'upsert');
      const collection = target(engine, command, upserts);
      if (!collection) return;
      const found = multi
        ? all(engine, collection, filter, command)
        : one(first(engine, collection, filter, command, []));
      let matched = 0;
      let modified = 0;
      for (const each of found) {
        if (change(engine, collection, each, parsed.update).changed) modified += 1;
        matched += 1;
      }
      n += matched; // a statement that fails half-way counts nothing, though what it changed stays
      nModified += modified;
      if (matched || !upserts) return;
      const made = upsert(engine, collection, filter, parsed);
      n += 1;
      upserted.push({ index: int(index), _id: made.get('_id') });
    });
    return {
      n: int(n),
      nModified: int(nModified),
      ...(upserted.length ? { upserted } : {}),
      ...errors,
      ok: 1,
    };
  },
};

const one = (found: Found | undefined): readonly Found[] => (found ? [found] : []);

/** All matches, found before the first is changed: a change may move a document along the index that is read. */
function* all(engine: Engine, collection: Collection, filter: Filter, command: Command): Generator<Found> {
  const query = { filter, sort: [], skip: 0, limit: 0 };
  const ids: Buffer[] = [];
  for (const { id } of engine.finder.find(collection, query, () => command.deadline))
    ids.push(Buffer.from(id));
  for (const id of ids) yield new Found(id, engine.store.document(collection.id, id) ?? Buffer.alloc(0));
}

export const remove: Handler = {
  fields: ['deletes', 'ordered'],
  writes: true,
  run(engine, command) {
    const collection = engine.catalog.find(command.db, targetOf(command));
    let n = 0;
    const errors = eachStatement(command, 'deletes', (statement) => {
      known(statement, ['q', 'limit'], 'a delete');
      const filter = parseFilter(asDoc(statement.get('q'), 'q'));
      const limit = integer(statement.get('limit'), 'limit', 0);
      if (limit !== 0 && limit !== 1)
        throw new MongoError(
          'FailedToParse',
          `The limit field in delete objects must be 0 or 1. Got ${limit}`,
        );
      if (!collection) return;
      const found = limit
        ? one(first(engine, collection, filter, command, []))
        : all(engine, collection, filter, command);
      for (const { id, doc } of found) {
        engine.documents.remove(collection, id, doc);
        n += 1;
      }
    });
    return { n: int(n), ...errors, ok: 1 };
  },
};
