import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Double, Long, type Document } from 'bson';
import fc from 'fast-check';
import { Bench } from './support.js';

const indexes: (Document & { name: string })[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { a: -1, b: 1 }, name: 'ab' },
  { key: { b: 1, a: 1 }, name: 'ba' },
  { key: { 'c.x': 1, 'c.y': 1 }, name: 'cxy' },
  { key: { 'c.x': 1, b: -1 }, name: 'cxb' },
  { key: { b: 1, 'c.y': -1 }, name: 'bcy' },
  { key: { d: 1 }, name: 'd', sparse: true },
  { key: { 'c.y': 1 }, name: 'part', partialFilterExpression: { d: { $gt: 1 } } },
  { key: { b: 1 }, name: 'exists', partialFilterExpression: { d: { $exists: true } } },
];

// few values, so that hits are common; of several kinds, and some that are equal across number types
const scalar = fc.constantFrom<unknown>(
  1,
  2,
  3,
  4,
  new Double(2),
  Long.fromNumber(3),
  'x',
  null,
  new Double(NaN),
);
const pair = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const list = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(one, fc.array(one, { maxLength: 3 }));
const mostly = <T>(one: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: one }, { weight: 1, arbitrary: other });
const withArrays = { a: list(scalar), b: scalar, c: list(mostly<unknown>(pair, scalar)), d: list(scalar) };
const without = { a: scalar, b: scalar, c: pair, d: scalar };
const documents = fc
  .constantFrom(withArrays, withArrays, without)
  .chain((fields) =>
    fc.array(fc.record(fields, { requiredKeys: ['a', 'b'] }), { minLength: 10, maxLength: 30 }),
  );
const path = fc.constantFrom('a', 'b', 'c.x', 'c.y', 'd', '_id');
// a whole array, an empty one too, is found by what it holds and by itself
const operand = mostly<unknown>(scalar, fc.array(scalar, { maxLength: 1 }));
const comparison = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte');
const operators = fc.oneof(
  fc.tuple(comparison, scalar).map(([is, one]): Document => ({ [is]: one })),
  fc.tuple(scalar, scalar).map(([low, high]): Document => ({ $gte: low, $lte: high })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar)
    .map(([g, low, l, high]): Document => ({ [g]: low, [l]: high })),
  fc.array(operand, { maxLength: 3 }).map((list): Document => ({ $in: list })),
  operand.map((one): Document => ({ $eq: one })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list): Document => ({ $nin: list })),
  fc.boolean().map((is): Document => ({ $exists: is })),
  scalar.map((one): Document => ({ $ne: one })),
);
// one path is what filter and sort are mostly about, so that an index is bounded and sorted on the same field
const query = fc
  .tuple(
    path,
    fc.array(fc.tuple(path, operators), { maxLength: 2 }),
    operators,
    fc.boolean(),
    path,
    fc.constantFrom(1, -1),
    fc.constantFrom(1, -1),
  )
  .chain(([focus, others, is, alone, next, first, last]) => {
    const filter = {
      $and: [{ [focus]: is }, ...(alone ? [] : others.map(([on, what]): Document => ({ [on]: what })))],
    };
    const sorts: Document[] = [{}, { [focus]: first }, { [focus]: first, [next]: last }, { [next]: first }];
    return fc.record({
      filter: fc.constant<Document>(filter),
      sort: fc
        .constantFrom(...sorts)
        .map((sort): Document => ('_id' in sort ? { _id: first } : { ...sort, _id: last })),
      limit: fc.constantFrom(0, 0, 1, 3),
      skip: fc.constantFrom(0, 0, 2),
    });
  });

describe('the planner beside a plain scan', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
  });
  afterAll(() => {
    bench.end();
  });

  const answer = (collection: string, find: Document): unknown => {
    const reply = bench.run({ find: collection, ...find });
    return reply['cursor']
      ? (reply['cursor'] as { firstBatch: Document[] }).firstBatch.map(({ _id: id }) => id as number)
      : reply['code'];
  };

  test('finds the same documents in the same order, whatever index it takes', () => {
    let round = 0;
    let hits = 0;
    fc.assert(
      fc.property(
        documents,
        documents,
        fc.array(query, { minLength: 15, maxLength: 15 }),
        (before, after, queries) => {
          const name = `c${++round}`;
          bench.run({ createIndexes: name, indexes: round % 2 ? indexes : [] });
          before.forEach((each, i) => bench.insert(name, { _id: i, ...each }));
          after
            .slice(0, 5)
            .forEach((u, i) => bench.run({ update: name, updates: [{ q: { _id: i * 3 }, u }] }));
          if (round % 2 === 0)
            for (const index of indexes) bench.run({ createIndexes: name, indexes: [index] });
          for (const query of queries) {
            const expected = answer(name, { ...query, hint: { $natural: 1 } });
            hits += Array.isArray(expected) ? expected.length : 0;
            expect(answer(name, query)).toEqual(expected);
            for (const { name: hint } of indexes)
              expect([hint, answer(name, { ...query, hint })]).toEqual([hint, expected]);
            const all = answer(name, { filter: query.filter, hint: { $natural: 1 } }) as unknown[];
            expect(bench.run({ count: name, query: query.filter })['n']).toBe(all.length);
          }
          bench.run({ drop: name });
        },
      ),
      { numRuns: Number(process.env['PLANNER_RUNS'] ?? 40), endOnFailure: true },
    );
    expect(hits).toBeGreaterThan(1000); // the generator makes queries that find something
  }, 120_000);

  test('leaves nothing in the indexes of what is gone', () => {
    bench.run({ createIndexes: 'gone', indexes });
    for (let i = 0; i < 20; i += 1)
      bench.insert('gone', { _id: i, a: [i, i + 1], c: [{ x: i, y: 1 }, { x: 5 }], d: i });
    for (let i = 0; i < 20; i += 2)
      bench.run({
        update: 'gone',
        updates: [{ q: { _id: i }, u: { $set: { a: 0, c: [] }, $unset: { d: 1 } } }],
      });
    bench.run({ delete: 'gone', deletes: [{ q: {}, limit: 0 }] });
    expect(bench.engine.store.all('SELECT count(*) FROM keys')).toEqual([[0]]);
  });
});

describe('explain', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
    bench.run({
      createIndexes: 'c',
      indexes: [
        { key: { a: 1, b: -1 }, name: 'ab' },
        { key: { t: 1 }, name: 't' },
        { key: { s: 1 }, name: 's', sparse: true },
        { key: { p: 1 }, name: 'p', partialFilterExpression: { on: true } },
      ],
    });
    for (let i = 0; i < 100; i += 1)
      bench.insert('c', { _id: i, a: i % 10, b: i, t: [i, i + 1], s: i, p: i, on: i % 2 === 0 });
  });
  afterAll(() => {
    bench.end();
  });

  const explained = (
    find: Document,
  ): { stage: string; index: string | undefined; sorts: boolean; docs: number } => {
    const reply = bench.run({ explain: { find: 'c', ...find } });
    const top = (reply['queryPlanner'] as { winningPlan: Document }).winningPlan;
    const plan = top['stage'] === 'SORT' ? (top['inputStage'] as Document) : top;
    const scan = plan['inputStage'] as Document | undefined;
    return {
      stage: (scan?.['stage'] ?? plan['stage']) as string,
      index: scan?.['indexName'] as string | undefined,
      sorts: top['stage'] === 'SORT',
      docs: (reply['executionStats'] as { totalDocsExamined: number }).totalDocsExamined,
    };
  };

  test.each<[string, Document, ReturnType<typeof explained>]>([
    ['an id', { filter: { _id: 5 } }, { stage: 'IXSCAN', index: '_id_', sorts: false, docs: 1 }],
    [
      'a list of ids',
      { filter: { _id: { $in: [1, 2, 999] } } },
      { stage: 'IXSCAN', index: '_id_', sorts: false, docs: 2 },
    ],
    [
      'equality on a leading field',
      { filter: { a: 3 } },
      { stage: 'IXSCAN', index: 'ab', sorts: false, docs: 10 },
    ],
    [
      'equality and a range',
      { filter: { a: 3, b: { $gte: 50, $lt: 70 } } },
      { stage: 'IXSCAN', index: 'ab', sorts: false, docs: 2 },
    ],
    [
      'equality and a sort on the next field',
      { filter: { a: 3 }, sort: { b: 1 }, limit: 2 },
      { stage: 'IXSCAN', index: 'ab', sorts: false, docs: 2 },
    ],
    [
      'a sort alone',
      { sort: { a: 1, b: -1 }, limit: 5 },
      { stage: 'IXSCAN', index: 'ab', sorts: false, docs: 5 },
    ],
    [
      'a sort that no index gives',
      { sort: { a: 1, b: 1 }, limit: 5 },
      { stage: 'COLLSCAN', index: undefined, sorts: true, docs: 100 },
    ],
    [
      'one bound only on an array',
      { filter: { t: { $gt: 97, $lt: 99 } } },
      { stage: 'IXSCAN', index: 't', sorts: false, docs: 3 },
    ],
    [
      'no index for a sort on arrays',
      { sort: { t: 1 } },
      { stage: 'COLLSCAN', index: undefined, sorts: true, docs: 100 },
    ],
    [
      'no sparse index for null',
      { filter: { s: null } },
      { stage: 'COLLSCAN', index: undefined, sorts: false, docs: 100 },
    ],
    [
      'a sparse index for a value',
      { filter: { s: 7 } },
      { stage: 'IXSCAN', index: 's', sorts: false, docs: 1 },
    ],
    [
      'no partial index without its condition',
      { filter: { p: 6 } },
      { stage: 'COLLSCAN', index: undefined, sorts: false, docs: 100 },
    ],
    [
      'a partial index with its condition',
      { filter: { p: 6, on: true } },
      { stage: 'IXSCAN', index: 'p', sorts: false, docs: 1 },
    ],
    ['nothing at all', {}, { stage: 'COLLSCAN', index: undefined, sorts: false, docs: 100 }],
  ])('%s', (_name, find, expected) => {
    expect(explained(find)).toEqual(expected);
  });
});
