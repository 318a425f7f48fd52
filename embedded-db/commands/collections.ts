import { idIndex, isIdKey, parseIndex } from '../index-spec.js';
import { encode } from '../encode.js';
import type { Engine, Handler } from '../engine.js';
import type { Collection } from '../catalog.js';
import { MongoError, unsupported } from '../errors.js';
import { parseFilter } from '../filter.js';
import { sameValue } from '../keys.js';
import { matches } from '../match.js';
import { asArray, asDoc, int, isDoc, show, truth, type Doc, type Reply, type Value } from '../values.js';
import { targetOf } from './find.js';

const wholeAnswer = (ns: string, firstBatch: readonly Doc[]): Reply => ({
  cursor: { id: 0n, ns, firstBatch },
  ok: 1,
});

export const create: Handler = {
  fields: ['clusteredIndex'],
  writes: true,
  run(engine, command) {
    const name = targetOf(command);
    const clustered = command.body.get('clusteredIndex');
    // every collection lies in the order of its ids, so what this asks for is so already
    if (
      clustered !== undefined &&
      !(isDoc(clustered) && isIdKey(clustered.get('key')) && clustered.get('unique') === true)
    )
      throw new MongoError('InvalidOptions', 'a clustered index is on { _id: 1 } and unique');
    if (engine.catalog.find(command.db, name))
      throw new MongoError('NamespaceExists', `Collection ${command.db}.${name} already exists.`);
    engine.catalog.open(command.db, name);
    return { ok: 1 };
  },
};

export const drop: Handler = {
  fields: [],
  writes: true,
  run(engine, command) {
    const collection = engine.catalog.find(command.db, targetOf(command));
    if (!collection) return { ok: 1 };
    const nIndexesWas = int(collection.indexes.length + 1);
    engine.catalog.drop(collection);
    return { nIndexesWas, ns: `${command.db}.${collection.name}`, ok: 1 };
  },
};

export const dropDatabase: Handler = {
  fields: [],
  writes: true,
  run(engine, { db }) {
    for (const collection of engine.catalog.list(db)) engine.catalog.drop(collection);
    return { dropped: db, ok: 1 };
  },
};

export const listCollections: Handler = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  writes: false,
  run(engine, { db, body }) {
    const filter = parseFilter(asDoc(body.get('filter') ?? new Map(), 'filter'));
    const nameOnly = truth(body.get('nameOnly'), 'nameOnly');
    const lines = engine.catalog.list(db).map(({ name }): Doc => {
      const line: Doc = new Map<string, Value>([
        ['name', name],
        ['type', 'collection'],
      ]);
      if (nameOnly) return line;
      return line
        .set('options', new Map())
        .set('info', new Map([['readOnly', false]]))
        .set('idIndex', idIndex);
    });
    return wholeAnswer(
      `${db}.$cmd.listCollections`,
      lines.filter((line) => matches(filter, line)),
    );
  },
};

export const listIndexes: Handler = {
  fields: ['cursor'],
  writes: false,
  run(engine, command) {
    const collection = existing(engine, command.db, targetOf(command));
    return wholeAnswer(`${command.db}.${collection.name}`, [
      idIndex,
      ...collection.indexes.map(({ spec }) => spec),
    ]);
  },
};

function existing(engine: Engine, db: string, name: string): Collection {
  const collection = engine.catalog.find(db, name);
  if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${db}.${name}`);
  return collection;
}

export const createIndexes: Handler = {
  fields: ['indexes', 'commitQuorum'],
  writes: true,
  run(engine, command) {
    const specs = asArray(command.body.get('indexes'), 'indexes').map((spec) => asDoc(spec, 'an index'));
    const isNew = !engine.catalog.find(command.db, targetOf(command));
    const collection = engine.catalog.open(command.db, targetOf(command));
    const before = collection.indexes.length + 1;
    for (const spec of specs) addIndex(engine, collection, spec);
    const after = collection.indexes.length + 1;
    return {
      numIndexesBefore: int(before),
      numIndexesAfter: int(after),
      createdCollectionAutomatically: isNew,
      note: before === after ? 'all indexes already exist' : undefined,
      ok: 1,
    };
  },
};

function addIndex(engine: Engine, collection: Collection, given: Doc): void {
  if (isIdKey(given.get('key'))) return;
  const { name, spec } = parseIndex(given);
  if (name === '_id_' || name === '*')
    throw new MongoError('BadValue', `an index cannot have the name '${name}'`);
  const key = spec.get('key') ?? null;
  const same = collection.indexes.find((index) => show(index.spec.get('key')) === show(key));
  const named = collection.indexes.find((index) => index.name === name);
  if (named && named === same && sameValue(named.spec, spec)) return;
  if (named && named !== same)
    throw new MongoError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. Requested index: ${show(spec)}, existing index: ${show(named.spec)}`,
    );
  if (same)
    throw new MongoError(
      'IndexOptionsConflict',
      `An equivalent index already exists with a different name or options. Requested index: ${show(spec)}, existing index: ${show(same.spec)}`,
    );
  if (collection.indexes.length >= 63)
    throw new MongoError('CannotCreateIndex', 'a collection may have at most 64 indexes');
  engine.documents.build(collection, engine.catalog.addIndex(collection, encode(spec)));
}

export const dropIndexes: Handler = {
  fields: ['index'],
  writes: true,
  run(engine, command) {
    const name = command.body.get('index');
    if (typeof name !== 'string') throw unsupported('an index named by anything but its name');
    const collection = existing(engine, command.db, targetOf(command));
    if (name === '_id_') throw new MongoError('InvalidOptions', 'cannot drop _id index');
    const going = collection.indexes.filter((index) => name === '*' || index.name === name);
    if (!going.length && name !== '*')
      throw new MongoError('IndexNotFound', `index not found with name [${name}]`);
    const nIndexesWas = int(collection.indexes.length + 1);
    for (const index of going) engine.catalog.dropIndex(index);
    engine.catalog.load();
    return { nIndexesWas, ok: 1 };
  },
};
