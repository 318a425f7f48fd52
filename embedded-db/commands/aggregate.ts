import type { Collection } from '../catalog.js';
import type { Item } from '../cursors.js';
import { decode } from '../decode.js';
import { encode } from '../encode.js';
import type { Command, Engine, Handler } from '../engine.js';
import { MongoError, unsupported } from '../errors.js';
import { parseFilter } from '../filter.js';
import { Found, howMany, parseSort, sorted, type Query } from '../find.js';
import { parseGroup } from '../group.js';
import { matches } from '../match.js';
import {
  asArray,
  asDoc,
  asString,
  int,
  integer,
  isDoc,
  isNumeric,
  type Doc,
  type Reply,
  type Value,
} from '../values.js';
import { targetOf } from './find.js';

type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

/** The first stages that a query can do, so that indexes serve them, and the stages that are left. */
function split(stages: readonly Value[]): { query: Query; rest: Value[] } {
  const query = { filter: parseFilter(new Map()), sort: [] as Query['sort'], skip: 0, limit: 0 };
  const rest = [...stages];
  const take = (name: string): Value | undefined => {
    const value = isDoc(rest[0]) && rest[0].size === 1 ? rest[0].get(name) : undefined;
    if (value !== undefined) rest.shift();
    return value;
  };
  const match = take('$match');
  if (match !== undefined) query.filter = parseFilter(asDoc(match, '$match'));
  const sort = take('$sort');
  if (sort !== undefined) query.sort = sortOf(sort);
  const skip = take('$skip');
  if (skip !== undefined) query.skip = atLeast(skip, '$skip', 0);
  const limit = take('$limit');
  if (limit !== undefined) query.limit = atLeast(limit, '$limit', 1);
  return { query, rest };
}

function atLeast(value: Value, what: string, least: number): number {
  const number = integer(value, what, least);
  if (!isNumeric(value) || number < least)
    throw new MongoError('Location15958', `the ${what} must be a number and at least ${least}`);
  return number;
}

function sortOf(value: Value): Query['sort'] {
  const parts = parseSort(asDoc(value, '$sort'));
  if (!parts.length) throw new MongoError('Location15976', '$sort stage must have at least one sort key');
  return parts;
}

function parseStage(value: Value): Stage {
  const stage = asDoc(value, 'each element of the pipeline');
  const [entry] = stage;
  if (!entry || stage.size !== 1)
    throw new MongoError(
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  const [name, spec] = entry;
  switch (name) {
    case '$match': {
      const filter = parseFilter(asDoc(spec, '$match'));
      return (docs) => filtered(docs, (doc) => matches(filter, doc));
    }
    case '$group':
      return parseGroup(spec);
    case '$sort': {
      const parts = sortOf(spec);
      return (docs) => sortedDocs(docs, parts);
    }
    case '$limit': {
      const limit = atLeast(spec, name, 1);
      return (docs) => slice(docs, 0, limit);
    }
    case '$skip': {
      const skip = atLeast(spec, name, 0);
      return (docs) => slice(docs, skip, Infinity);
    }
    case '$count': {
      const field = asString(spec, 'the $count field');
      if (!field || field.startsWith('$') || field.includes('.'))
        throw new MongoError(
          'Location40156',
          'the count field must be a non-empty string without $ and dots',
        );
      return (docs) => counted(docs, field);
    }
    default:
      throw unsupported(`the pipeline stage '${name}'`, 'Location40324');
  }
}

function* filtered(docs: Iterable<Doc>, keep: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of docs) if (keep(doc)) yield doc;
}

function* slice(docs: Iterable<Doc>, skip: number, limit: number): Generator<Doc> {
  let at = 0;
  for (const doc of docs) {
    at += 1;
    if (at > skip) yield doc;
    if (at >= skip + limit) return;
  }
}

function* counted(docs: Iterable<Doc>, field: string): Generator<Doc> {
  const n = howMany(docs);
  if (n) yield new Map([[field, int(n)]]);
}

function* sortedDocs(docs: Iterable<Doc>, parts: Query['sort']): Generator<Doc> {
  const found = (function* (): Generator<Found> {
    for (const doc of docs) yield new Found(Buffer.alloc(0), encode(doc));
  })();
  for (const { bytes } of sorted(found, parts, 0)) yield decode(bytes);
}

/** The driver's countDocuments: `$match` and one group of everything; answered from an index where one is exact. */
function countOnly(rest: readonly Value[]): Doc | undefined {
  const [stage] = rest;
  const group = rest.length === 1 && isDoc(stage) && stage.size === 1 ? stage.get('$group') : undefined;
  if (!isDoc(group) || group.size !== 2) return undefined;
  const [, field] = [...group];
  const one = field && isDoc(field[1]) && field[1].size === 1 ? field[1].get('$sum') : undefined;
  const id = group.get('_id');
  const isOne = isNumeric(one) && !(typeof one === 'number') && one.toString() === '1';
  return isOne && (id === null || isNumeric(id)) ? group : undefined;
}

function run(
  engine: Engine,
  command: Command,
  collection: Collection | undefined,
  clocked: { deadline: Command['deadline'] },
): Iterable<Item> {
  const { query, rest } = split(asArray(command.body.get('pipeline'), 'pipeline'));
  const stages = rest.map(parseStage);
  if (!collection) return stages.reduce<Iterable<Doc>>((docs, stage) => stage(docs), []);
  const group = countOnly(rest);
  if (group) {
    const n = engine.finder.count(collection, query, command.deadline);
    return n
      ? [new Map([...group].map(([name, value]): [string, Value] => [name, name === '_id' ? value : int(n)]))]
      : [];
  }
  const found = engine.finder.find(collection, query, () => clocked.deadline);
  if (!stages.length) return bytesOf(found);
  return stages.reduce<Iterable<Doc>>((docs, stage) => stage(docs), docsOf(found));
}

function* docsOf(found: Iterable<Found>): Generator<Doc> {
  for (const { doc } of found) yield doc;
}

function* bytesOf(found: Iterable<Found>): Generator<Item> {
  for (const { bytes } of found) yield bytes;
}

function* asBytes(items: Iterable<Item>): Generator<Item> {
  for (const item of items) yield Buffer.isBuffer(item) ? item : encode(item);
}

export const aggregate: Handler = {
  fields: ['pipeline', 'cursor', 'allowDiskUse'],
  writes: false,
  run(engine, command): Reply {
    const target = command.body.get('aggregate');
    if (typeof target !== 'string') throw unsupported('an aggregate of a whole database');
    const name = targetOf(command);
    const cursor = asDoc(command.body.get('cursor'), 'cursor');
    const clocked = { deadline: command.deadline };
    const items = run(engine, command, engine.catalog.find(command.db, name), clocked);
    const size = cursor.get('batchSize');
    return engine.cursors.start(`${command.db}.${name}`, asBytes(items), clocked, {
      batchSize: size === undefined ? undefined : integer(size, 'batchSize', 0),
      single: false,
      sizeOf: (item) => (item as Buffer).length,
    });
  },
};
