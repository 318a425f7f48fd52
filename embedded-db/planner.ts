import type { Collection } from './catalog.js';
import type { Index } from './index-spec.js';
import { conjuncts, isPointRange, type Filter, type Pred, type Test } from './filter.js';
import { inverted, keyOf, kinds } from './keys.js';
import { matches } from './match.js';
import type { KeyPart, Path } from './paths.js';
import type { Range } from './storage.js';
import type { Doc, Value } from './values.js';

/** How to find a superset of a filter's documents; who runs it asks the filter of each, unless `exact`. */
export interface Plan {
  /** undefined: the documents themselves, which lie in the order of their ids */
  readonly index: Index | undefined;
  /** in order, apart from each other */
  readonly ranges: readonly Range[];
  readonly reverse: boolean;
  /** the documents come in the order that was asked for */
  readonly sorted: boolean;
  /** what lies in the ranges is what matches, each document once */
  readonly exact: boolean;
  /** how many leading fields are bound: 0 is a scan of everything */
  readonly bound: number;
}

const idPart: KeyPart = { path: ['_id'], descending: false };
const mostRanges = 1000;
const samePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((part, i) => part === b[i]);

/** A choice of index by the caller: a scan of the documents, or an index of that name. */
export type Hint = { readonly natural: true } | { readonly index: string };

/** The cheapest plan by rule: more fields bound before fewer, points before ranges, and a sort for nothing. */
export function plan(collection: Collection, filter: Filter, sort: readonly KeyPart[], hint?: Hint): Plan {
  const preds = conjuncts(filter);
  const pure = isConjunction(filter);
  if (hint && 'natural' in hint) return candidate(undefined, [], sort, false).plan;
  const candidates = [undefined, ...collection.indexes]
    .filter((index) => !hint || (index?.name ?? '_id_') === hint.index)
    .filter((index) => usable(index, preds))
    .map((index) => candidate(index, preds, sort, pure));
  let best = candidates[0] ?? candidate(undefined, preds, sort, pure);
  for (const next of candidates) if (next.score > best.score) best = next;
  return best.plan;
}

const isConjunction = (filter: Filter): boolean =>
  filter.op === 'pred' || (filter.op === 'and' && filter.of.every(isConjunction));

/** Whether every document that can match is in the index. */
function usable(index: Index | undefined, preds: readonly Pred[]): boolean {
  if (
    index?.sparse &&
    !preds.some((pred) => index.parts.some((part) => samePath(part.path, pred.path)) && notNull(pred.test))
  )
    return false;
  return (
    !index?.partial || conjuncts(index.partial).every((wanted) => preds.some((pred) => implies(pred, wanted)))
  );
}

/** Whether a test can only be passed by a value that is there and not null. */
function notNull(test: Test): boolean {
  if (test.is === 'eq') return test.operand !== null;
  if (test.is === 'in') return !test.operands.includes(null);
  return 'kind' in test ? test.kind !== kinds.null : test.is === 'exists';
}

function implies({ path, test }: Pred, wanted: Pred): boolean {
  if (!samePath(path, wanted.path)) return false;
  if (wanted.test.is === 'exists') return notNull(test);
  if (test.is === wanted.test.is && 'key' in test && 'key' in wanted.test)
    return test.key.equals(wanted.test.key);
  return (
    test.is === 'eq' &&
    isPlain(test.operand) &&
    matches({ ...wanted, path: ['x'] }, new Map([['x', test.operand]]))
  );
}

const isPlain = (operand: Value): boolean => !Array.isArray(operand);

interface Bounds {
  readonly points?: readonly Buffer[];
  readonly low?: { readonly key: Buffer; readonly open: boolean };
  readonly high?: { readonly key: Buffer; readonly open: boolean };
  readonly kind?: number;
  /** the predicates that the bounds say in full */
  readonly says: readonly Pred[];
}

/** The bounds that the predicates put on one field of an index, if they put any. */
function boundsOf(part: KeyPart, preds: readonly Pred[], array: boolean): Bounds | undefined {
  const own = preds.filter((pred) => samePath(pred.path, part.path));
  for (const pred of own) {
    const points = pointsOf(pred.test);
    if (points) return { points, says: [pred] };
  }
  let found: Bounds | undefined;
  for (const pred of own) {
    const { test } = pred;
    if (!('kind' in test) || !isPlain(test.operand) || isPointRange(test.operand)) continue;
    const low = test.is === 'gt' || test.is === 'gte';
    const bound = { key: test.key, open: test.is === 'gt' || test.is === 'lt' };
    if (!found) found = { kind: test.kind, says: [pred], ...(low ? { low: bound } : { high: bound }) };
    // On an array one element may pass one bound and another the other, so only one of them may narrow the search.
    else if (!array && found.kind === test.kind && (low ? !found.low : !found.high))
      found = { ...found, says: [...found.says, pred], ...(low ? { low: bound } : { high: bound }) };
  }
  return found;
}

function pointsOf(test: Test): Buffer[] | undefined {
  if (test.is === 'eq') return isPlain(test.operand) ? [test.key] : undefined;
  if (test.is === 'in') return test.operands.every(isPlain) ? test.operands.map(keyOf) : undefined;
  return 'kind' in test && isPointRange(test.operand) && (test.is === 'gte' || test.is === 'lte')
    ? [test.key]
    : undefined;
}

function candidate(
  index: Index | undefined,
  preds: readonly Pred[],
  sort: readonly KeyPart[],
  pure: boolean,
): { plan: Plan; score: number } {
  const parts = index?.parts ?? [idPart];
  const arrays = index?.arrays ?? 0;
  const said = new Set<Pred>();
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let ranges: Range[] | undefined;
  let score = 0;
  let bound = 0;
  let single = 0;
  let arrayBound = false;
  for (const [i, part] of parts.entries()) {
    const array = (arrays & (2 ** i)) !== 0;
    // Two fields of one array: the values that match may lie in different elements, and so under different keys.
    if (array && arrayBound) break;
    const bounds = boundsOf(part, preds, array);
    if (!bounds || prefixes.length * (bounds.points?.length ?? 1) > mostRanges) break;
    arrayBound ||= array;
    bound += 1;
    bounds.says.forEach((pred) => said.add(pred));
    if (!bounds.points) {
      ranges = prefixes.map((prefix) => rangeOf(prefix, part, bounds));
      score += bounds.low && bounds.high ? 6 : 4;
      if (bounds.kind === kinds.number && !bounds.low) said.clear(); // NaN lies below all numbers but is not less
      break;
    }
    if (bounds.points.length === 1 && single === i) single += 1;
    score += bounds.points.length === 1 ? 10 : 9;
    const points = bounds.points.map((key) => (part.descending ? inverted(key) : key));
    prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
  }
  const reverse = direction(parts, arrays, single, sort);
  if (reverse !== undefined && sort.length) score += 5;
  if (index?.unique === true && single === parts.length) score += 100;
  if (!index && single) score += 1000;
  ranges ??= prefixes.map((prefix) => ({ lo: prefix, hi: Buffer.concat([prefix, Buffer.from([0xff])]) }));
  ranges.sort((a, b) => a.lo.compare(b.lo));
  const exact = pure && arrays === 0 && said.size === preds.length;
  return {
    score,
    plan: { index, ranges, reverse: reverse ?? false, sorted: reverse !== undefined, exact, bound },
  };
}

function rangeOf(prefix: Buffer, part: KeyPart, { low, high, kind = 0 }: Bounds): Range {
  const after = Buffer.from([0xff]);
  const start = low ? Buffer.concat([low.key, low.open ? after : Buffer.alloc(0)]) : Buffer.from([kind]);
  const end = high ? Buffer.concat([high.key, high.open ? Buffer.alloc(0) : after]) : Buffer.from([kind + 1]);
  if (!part.descending) return { lo: Buffer.concat([prefix, start]), hi: Buffer.concat([prefix, end]) };
  const turned = (key: Buffer, past: boolean): Buffer =>
    Buffer.concat([prefix, inverted(key), past ? after : Buffer.alloc(0)]);
  return {
    lo: high ? turned(high.key, high.open) : turned(Buffer.from([kind]), false),
    hi: low ? turned(low.key, !low.open) : Buffer.concat([prefix, Buffer.from([0xff - kind + 1])]),
  };
}

/**
 * Whether reading the index forwards (false) or backwards (true) gives the order asked for; undefined if neither does.
 * Entries with equal keys lie in the order of their ids, so `_id` is the last part of every index.
 */
function direction(
  parts: readonly KeyPart[],
  arrays: number,
  single: number,
  sort: readonly KeyPart[],
): boolean | undefined {
  const all = [...parts, idPart];
  let reverse: boolean | undefined;
  let at = 0;
  for (const wanted of sort) {
    while (at < single && !samePath(all[at]?.path ?? [], wanted.path)) at += 1;
    const part = all[at];
    if (!part || !samePath(part.path, wanted.path) || (arrays & (2 ** at)) !== 0) return undefined;
    const flip = part.descending !== wanted.descending;
    if (at >= single) {
      if (reverse !== undefined && reverse !== flip) return undefined;
      reverse = flip;
    }
    at += 1;
  }
  return reverse ?? false;
}

/** The plan in `explain`'s shape. */
export const planStage = ({ index, reverse, bound }: Plan): Doc => {
  const direction = reverse ? 'backward' : 'forward';
  if (!index && !bound)
    return new Map<string, Value>([
      ['stage', 'COLLSCAN'],
      ['direction', direction],
    ]);
  const scan = new Map<string, Value>([
    ['stage', 'IXSCAN'],
    ['keyPattern', index?.spec.get('key') ?? new Map<string, Value>([['_id', 1]])],
    ['indexName', index?.name ?? '_id_'],
    ['isMultiKey', (index?.arrays ?? 0) !== 0],
    ['direction', direction],
  ]);
  return new Map<string, Value>([
    ['stage', 'FETCH'],
    ['inputStage', scan],
  ]);
};
