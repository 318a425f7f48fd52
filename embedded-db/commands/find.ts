import type { Collection } from '../catalog.js';
import { encode } from '../encode.js';
import type { Command, Engine, Handler } from '../engine.js';
import { MongoError, unsupported } from '../errors.js';
import { parseFilter } from '../filter.js';
import { howMany, parseSort, type Effort, type Found, type Query } from '../find.js';
import { plan, planStage, type Hint } from '../planner.js';
import { parseProjection, type Projection } from '../projection.js';
import { asDoc, asString, int, integer, isDoc, truth, type Doc, type Reply, type Value } from '../values.js';

const docOf = (value: Value | undefined, what: string): Doc =>
  value === undefined ? new Map<string, Value>() : asDoc(value, what);

/** A hint: an index by name, or `$natural` for a plain scan. @throws MongoError BadValue */
function parseHint(collection: Collection | undefined, hint: Value | undefined): Hint | undefined {
  if (hint === undefined || (isDoc(hint) && !hint.size)) return undefined;
  if (isDoc(hint) && hint.has('$natural')) return { natural: true };
  if (typeof hint !== 'string') throw unsupported('a hint by key');
  if (hint !== '_id_' && collection?.indexes.every(({ name }) => name !== hint) === true)
    throw new MongoError(
      'BadValue',
      'error processing query: hint provided does not correspond to an existing index',
    );
  return { index: hint };
}

/** The collection that a command names. */
export function targetOf(command: Command): string {
  const name = asString(command.body.get(command.name), 'the collection name');
  if (!name) throw new MongoError('InvalidNamespace', `Invalid namespace specified '${command.db}.'`);
  return name;
}

function queryOf(engine: Engine, command: Command): Query {
  const { body } = command;
  const limit = integer(body.get('limit'), 'limit', 0);
  const skip = integer(body.get('skip'), 'skip', 0);
  if (skip < 0)
    throw new MongoError('BadValue', `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  const filter = body.get(command.name === 'count' ? 'query' : 'filter');
  const sort = docOf(body.get('sort'), 'sort');
  return {
    filter: parseFilter(docOf(filter, 'filter')),
    sort: sort.has('$natural') ? [] : parseSort(sort),
    skip,
    limit: Math.abs(limit),
    hint: parseHint(engine.catalog.find(command.db, targetOf(command)), body.get('hint')),
  };
}

function* project(found: Iterable<Found>, projection: Projection | undefined): Generator<Buffer> {
  for (const one of found) yield projection ? encode(projection(one.doc)) : one.bytes;
}

export const find: Handler = {
  fields: [
    'filter',
    'projection',
    'sort',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'hint',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
  ],
  writes: false,
  run(engine, command) {
    const query = queryOf(engine, command);
    const projection = parseProjection(docOf(command.body.get('projection'), 'projection'));
    const collection = engine.catalog.find(command.db, targetOf(command));
    const batch = command.body.get('batchSize');
    const clocked = { deadline: command.deadline };
    const found = collection ? engine.finder.find(collection, query, () => clocked.deadline) : [];
    return engine.cursors.start(`${command.db}.${targetOf(command)}`, project(found, projection), clocked, {
      batchSize: batch === undefined ? undefined : integer(batch, 'batchSize', 0),
      single:
        truth(command.body.get('singleBatch'), 'singleBatch') ||
        integer(command.body.get('limit'), 'limit', 0) < 0,
    });
  },
};

export const count: Handler = {
  fields: ['query', 'limit', 'skip', 'hint'],
  writes: false,
  run(engine, command) {
    const query = queryOf(engine, command);
    const collection = engine.catalog.find(command.db, targetOf(command));
    return { n: int(collection ? engine.finder.count(collection, query, command.deadline) : 0), ok: 1 };
  },
};

export const getMore: Handler = {
  fields: ['collection', 'batchSize'],
  writes: false,
  run(engine, { body, db, deadline }) {
    const id = body.get('getMore');
    if (typeof id !== 'bigint') throw new MongoError('TypeMismatch', "BSON field 'getMore' must be a long");
    const size = integer(body.get('batchSize'), 'batchSize', 0);
    return engine.cursors.more(id, `${db}.${asString(body.get('collection'), 'collection')}`, size, deadline);
  },
};

export const killCursors: Handler = {
  fields: ['cursors'],
  writes: false,
  run: (engine, { body }) => {
    const ids = body.get('cursors');
    if (!Array.isArray(ids)) throw new MongoError('TypeMismatch', "BSON field 'cursors' must be an array");
    return engine.cursors.kill(ids);
  },
};

/** Says which index a find or count would take and, unless only the plan is asked for, what it had to read. */
export const explain: Handler = {
  fields: ['verbosity'],
  writes: false,
  run(engine, { body, db, deadline }) {
    const inner = asDoc(body.get('explain'), 'explain');
    const name = [...inner.keys()][0] ?? '';
    if (name !== 'find' && name !== 'count')
      throw new MongoError(
        'NotImplemented',
        `the embedded database explains find and count alone; set MONGODB_URI`,
      );
    const command: Command = { name, db, body: inner, raw: new Map(), deadline };
    const query = queryOf(engine, command);
    const collection = engine.catalog.find(db, targetOf(command));
    const namespace = `${db}.${targetOf(command)}`;
    if (!collection)
      return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] }, ok: 1 };
    const way = plan(collection, query.filter, query.sort, query.hint);
    const stage: Reply | Doc = way.sorted ? planStage(way) : { stage: 'SORT', inputStage: planStage(way) };
    const planner = { queryPlanner: { namespace, winningPlan: stage, rejectedPlans: [] } };
    if (body.get('verbosity') === 'queryPlanner') return { ...planner, ok: 1 };
    const effort: Effort = { keys: 0, docs: 0 };
    const returned = howMany(engine.finder.find(collection, query, () => deadline, effort));
    const figures = {
      nReturned: int(returned),
      totalKeysExamined: int(way.index || way.bound ? effort.keys : 0),
      totalDocsExamined: int(effort.docs),
    };
    return { ...planner, executionStats: { executionSuccess: true, ...figures }, ok: 1 };
  },
};
