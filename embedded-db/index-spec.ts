import { MongoError, unsupported } from './errors.js';
import { conjuncts, parseFilter, type Filter } from './filter.js';
import { isPosition, splitPath, type KeyPart } from './paths.js';
import {
  asDoc,
  asString,
  int,
  integer,
  isDoc,
  isNumeric,
  show,
  truth,
  type Doc,
  type Value,
} from './values.js';

export interface Index {
  readonly id: number;
  readonly name: string;
  /** as `listIndexes` shows it */
  readonly spec: Doc;
  readonly parts: readonly KeyPart[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Filter | undefined;
  /** seconds after which a date in the field makes the document go */
  readonly expireAfter: number | undefined;
  /** bit i: some document had an array in the path of part i; never cleared while the index lives */
  arrays: number;
}

const options = new Set([
  'v',
  'key',
  'name',
  'ns',
  'background',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
]);
const mostParts = 31;
const cannot = (why: string): MongoError => new MongoError('CannotCreateIndex', why);

/** Reads an index as `createIndexes` names it or as `listIndexes` shows it. @throws MongoError CannotCreateIndex */
export function parseIndex(spec: Doc): Omit<Index, 'id' | 'arrays'> {
  for (const name of spec.keys()) if (!options.has(name)) throw unsupported(`the index option '${name}'`);
  const key = asDoc(spec.get('key'), 'the key of an index');
  const parts = parseParts(key);
  const name =
    spec.get('name') === undefined ? nameOf(key) : asString(spec.get('name'), 'the name of an index');
  const unique = truth(spec.get('unique'), 'unique');
  const sparse = truth(spec.get('sparse'), 'sparse');
  const partialDoc = spec.get('partialFilterExpression');
  const partial =
    partialDoc === undefined ? undefined : parsePartial(asDoc(partialDoc, 'partialFilterExpression'));
  if (partial && sparse) throw cannot('cannot mix "partialFilterExpression" and "sparse" options');
  const expireAfter = parseExpiry(spec.get('expireAfterSeconds'), parts);
  const shown: Doc = new Map<string, Value>([
    ['v', int(2)],
    ['key', key],
    ['name', name],
  ]);
  if (unique) shown.set('unique', true);
  if (sparse) shown.set('sparse', true);
  if (partialDoc !== undefined) shown.set('partialFilterExpression', partialDoc);
  if (expireAfter !== undefined) shown.set('expireAfterSeconds', int(expireAfter));
  return { name, spec: shown, parts, unique, sparse, partial, expireAfter };
}

const nameOf = (key: Doc): string =>
  [...key].map(([path, way]) => `${path}_${show(way).replace(/\.0$/, '')}`).join('_');

function parseParts(key: Doc): KeyPart[] {
  if (!key.size) throw cannot('Index keys cannot be empty.');
  if (key.size > mostParts) throw cannot(`an index may have at most ${mostParts} fields`);
  return [...key].map(([path, way]) => {
    if (!isNumeric(way)) throw unsupported(`an index of the kind ${show(way)}`, 'CannotCreateIndex');
    const direction = Number(way.toString());
    if (direction !== 1 && direction !== -1)
      throw cannot(`Values in the index key pattern must be 1 or -1, not ${show(way)}`);
    const parts = splitPath(path);
    if (parts.some((part) => !part || part.startsWith('$')))
      throw path.includes('$**')
        ? unsupported('wildcard indexes', 'CannotCreateIndex')
        : cannot(`Index key contains an illegal field name: '${path}'`);
    if (parts.some(isPosition)) throw unsupported('an index on a position in an array', 'CannotCreateIndex');
    return { path: parts, descending: direction < 0 };
  });
}

function parsePartial(doc: Doc): Filter {
  const filter = parseFilter(doc);
  const simple = conjuncts(filter);
  const allowed = ['eq', 'gt', 'gte', 'lt', 'lte', 'exists'];
  const whole =
    filter.op === 'pred' || (filter.op === 'and' && filter.of.every((part) => part.op === 'pred'));
  if (!whole || simple.some(({ test }) => !allowed.includes(test.is)))
    throw unsupported(
      'a partial index with more than equality, ranges and $exists: true',
      'CannotCreateIndex',
    );
  return filter;
}

function parseExpiry(value: Value | undefined, parts: readonly KeyPart[]): number | undefined {
  if (value === undefined) return undefined;
  const seconds = integer(value, 'expireAfterSeconds', 0);
  if (seconds < 0 || seconds > 0x7fffffff)
    throw cannot('expireAfterSeconds must be between 0 and 2147483647');
  if (parts.length !== 1)
    throw cannot('TTL indexes are single-field indexes, compound indexes do not support TTL');
  if (parts[0]?.path.join('.') === '_id') throw cannot('the field _id cannot have a TTL index');
  return seconds;
}

/** The shape of `listIndexes` for the index that every collection has. */
export const idIndex: Doc = new Map<string, Value>([
  ['v', int(2)],
  ['key', new Map([['_id', int(1)]])],
  ['name', '_id_'],
]);

export const isIdKey = (key: Value | undefined): boolean =>
  isDoc(key) && key.size === 1 && key.has('_id') && Number(show(key.get('_id'))) === 1;
