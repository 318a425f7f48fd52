import type { Collection } from '../catalog.js';
import type { Clocked } from '../cursors.js';
import { encode } from '../encode.js';
import type { Engine, Handler } from '../engine.js';
import { MongoError, unsupported } from '../errors.js';
import { parseFilter } from '../filter.js';
import { Found, parseSort, sorted, type Query } from '../find.js';
import { parseGroup } from '../group.js';
import {
  asArray,
  asDoc,
  int,
  integer,
  isDoc,
  isNumeric,
  type Doc,
  type Reply,
  type Value,
} from '../values.js';
import { targetOf } from './find.js';

interface Pipeline {
  readonly query: Query;
  readonly group:
    | {
        readonly spec: Value;
        readonly run: (docs: Iterable<Doc>) => Iterable<Doc>;
        readonly sort: Query['sort'];
        readonly limit: number;
      }
    | undefined;
}

/** The stages there are, in the one order they have: a query, and at most one group, whose results are sorted and cut. */
function parsePipeline(value: Value | undefined): Pipeline {
  const stages = asArray(value, 'pipeline').map((each) => {
    const [stage, ...more] = asDoc(each, 'each element of the pipeline');
    if (stage && !more.length) return stage;
    throw new MongoError(
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  });
  const take = (name: string): Value | undefined =>
    stages[0]?.[0] === name ? stages.shift()?.[1] : undefined;
  const sort = (): Query['sort'] => {
    const given = take('$sort');
    return given === undefined ? [] : sortOf(given);
  };
  const whole = (name: string, least: number): number => {
    const given = take(name);
    return given === undefined ? 0 : atLeast(given, name, least);
  };
  const filter = parseFilter(asDoc(take('$match') ?? new Map<string, Value>(), '$match'));
  const query = { filter, sort: sort(), skip: whole('$skip', 0), limit: whole('$limit', 1) };
  const spec = take('$group');
  const group =
    spec === undefined ? undefined : { spec, run: parseGroup(spec), sort: sort(), limit: whole('$limit', 1) };
  if (stages[0]) throw unsupported(`'${stages[0][0]}' at this place of a pipeline`, 'Location40324');
  return { query, group };
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

/** The driver's countDocuments is one group of everything; it is answered from an index where one is exact. */
function countOnly(group: Value): Doc | undefined {
  if (!isDoc(group) || group.size !== 2) return undefined;
  const [, field] = [...group];
  const one = field && isDoc(field[1]) && field[1].size === 1 ? field[1].get('$sum') : undefined;
  const id = group.get('_id');
  const isOne = isNumeric(one) && !(typeof one === 'number') && one.toString() === '1';
  return isOne && (id === null || isNumeric(id)) ? group : undefined;
}

function* run(
  engine: Engine,
  { query, group }: Pipeline,
  collection: Collection,
  clocked: Clocked,
): Generator<Buffer> {
  const counted = group && countOnly(group.spec);
  if (counted) {
    const n = engine.finder.count(collection, query, clocked.deadline);
    if (n) yield encode(new Map([...counted].map(([name, id]) => [name, name === '_id' ? id : int(n)])));
    return;
  }
  const found = engine.finder.find(collection, query, () => clocked.deadline);
  if (!group) {
    for (const { bytes } of found) yield bytes;
    return;
  }
  const groups: Found[] = [];
  for (const doc of group.run(docsOf(found))) groups.push(new Found(Buffer.alloc(0), encode(doc)));
  for (const { bytes } of sorted(groups, group.sort, group.limit)) yield bytes;
}

function* docsOf(found: Iterable<Found>): Generator<Doc> {
  for (const { doc } of found) yield doc;
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
    const pipeline = parsePipeline(command.body.get('pipeline'));
    const collection = engine.catalog.find(command.db, name);
    const items = collection ? run(engine, pipeline, collection, clocked) : [];
    const size = cursor.get('batchSize');
    return engine.cursors.start(`${command.db}.${name}`, items, clocked, {
      batchSize: size === undefined ? undefined : integer(size, 'batchSize', 0),
      single: false,
    });
  },
};
