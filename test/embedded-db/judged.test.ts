/**
 * Where the judges of the differential test differ from each other or cannot be asked (test/support/mongodb/unjudged.ts),
 * MongoDB's manual and its own tests decide. Each case names its source; `jstests/…` and `src/mongo/…` are paths in
 * MongoDB's repository.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Double, Long, type Document } from 'bson';
import { Bench } from './support.js';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  bench.end();
});

const ids = (filter: Document, options: Document = {}): unknown[] =>
  bench.find('c', filter, { sort: { _id: 1 }, ...options }).map(({ _id }) => _id as unknown);
const update = (q: Document, u: Document, upsert = false): Document =>
  bench.run({ update: 'c', updates: [{ q, u, upsert }] });
const all = (): Document[] => bench.find('c');

// jstests/core/null_query_semantics.js (without `undefined`, which is not on the closed list)
describe('null and missing fields, through arrays too', () => {
  const documents: Document[] = [
    { _id: 'a_double_array', a: [[]] },
    { _id: 'a_empty_array', a: [] },
    { _id: 'a_empty_subobject', a: {} },
    { _id: 'a_null', a: null },
    { _id: 'a_number', a: 4 },
    { _id: 'a_object_array_all_b_nulls', a: [{ b: null }, { b: null }, {}] },
    { _id: 'a_object_array_no_b_nulls', a: [{ b: 1 }, { b: 3 }, { b: 'string' }] },
    { _id: 'a_object_array_some_b_missing', a: [{ b: 3 }, {}] },
    { _id: 'a_object_array_some_b_nulls', a: [{ b: null }, { b: 3 }, { b: null }] },
    { _id: 'a_subobject_b_not_null', a: { b: 'hi' } },
    { _id: 'a_subobject_b_null', a: { b: null } },
    { _id: 'a_value_array_all_nulls', a: [null, null] },
    { _id: 'a_value_array_no_nulls', a: [1, 'string', 4] },
    { _id: 'a_value_array_with_null', a: [1, 'string', null, 4] },
    { _id: 'no_a' },
  ];
  const every = documents.map(({ _id }) => String(_id));
  const but = (these: readonly string[]): string[] => every.filter((id) => !these.includes(id));
  const nullA = ['a_null', 'a_value_array_all_nulls', 'a_value_array_with_null', 'no_a'];
  const nullDotted = [
    'a_empty_subobject',
    'a_null',
    'a_number',
    'a_object_array_all_b_nulls',
    'a_object_array_some_b_missing',
    'a_object_array_some_b_nulls',
    'a_subobject_b_null',
    'no_a',
  ];
  const four = ['a_number', 'a_value_array_no_nulls'];
  const queries: [Document, string[]][] = [
    [{ a: null }, nullA],
    [{ a: { $ne: null } }, but(nullA)],
    [{ a: { $gte: null } }, nullA],
    [{ a: { $lte: null } }, nullA],
    [{ a: { $in: [null, 75] } }, nullA],
    [{ $or: [{ a: null }, { a: 75 }] }, nullA],
    [{ a: { $nin: [null, 4] } }, but([...nullA, ...four])],
    [{ a: { $exists: false } }, ['no_a']],
    [{ a: { $elemMatch: { $eq: null } } }, ['a_value_array_all_nulls', 'a_value_array_with_null']],
    [{ 'a.b': null }, nullDotted],
    [{ 'a.b': { $ne: null } }, but(nullDotted)],
    [{ 'a.b': { $in: [null, 75] } }, nullDotted],
    [{ $or: [{ 'a.b': null }, { 'a.b': 75 }] }, nullDotted],
    [{ 'a.b': { $nin: [null, 75] } }, but(nullDotted)],
    [{ 'a.b': { $elemMatch: { $eq: null } } }, []],
    [{ 'a.b': { $elemMatch: { $ne: null } } }, []],
    [
      { a: { $elemMatch: { b: null } } },
      [
        'a_double_array',
        'a_object_array_all_b_nulls',
        'a_object_array_some_b_missing',
        'a_object_array_some_b_nulls',
      ],
    ],
    [
      { a: { $elemMatch: { b: { $ne: null } } } },
      ['a_object_array_no_b_nulls', 'a_object_array_some_b_missing', 'a_object_array_some_b_nulls'],
    ],
  ];
  const exists = { partialFilterExpression: { a: { $exists: true } } };
  const indexes: [string, Document | undefined][] = [
    ['no index', undefined],
    ['an index', { key: { a: 1 } }],
    ['a descending index', { key: { a: -1 } }],
    ['a partial index', { key: { a: 1 }, ...exists }],
    ['a sparse index', { key: { a: 1 }, sparse: true }],
    ['an index of the path', { key: { 'a.b': 1 } }],
    ['an index of the id and the path', { key: { _id: 1, 'a.b': 1 } }],
    ['an index of the path and the id', { key: { 'a.b': 1, _id: 1 } }],
    ['a partial index of the path', { key: { 'a.b': 1 }, ...exists }],
    ['a sparse index of the path and the id', { key: { 'a.b': 1, _id: 1 }, sparse: true }],
  ];
  test.each(indexes)('are found alike with %s', (_, index) => {
    if (index) bench.run({ createIndexes: 'c', indexes: [{ name: 'i', ...index }] });
    bench.insert('c', ...documents);
    for (const [query, expected] of queries) expect([query, ids(query)]).toEqual([query, expected]);
  });
});

// jstests/core/upsert_fields.js
describe('an upsert', () => {
  const upserted = (query: Document, change: Document): unknown => {
    bench.run({ delete: 'c', deletes: [{ q: {}, limit: 0 }] });
    const { writeErrors } = update(query, change, true);
    return writeErrors ? (writeErrors as Document[])[0]?.['code'] : (all()[0]?.['x'] as unknown);
  };
  test.each([{ $set: { a: 1 } }, { $setOnInsert: { a: 1 } }])('with %j sets what must be equal', (change) => {
    const equal = [1, { $eq: 1 }, { $in: [1] }].map((x) => ({ x }));
    for (const query of [...equal, { $and: [{ x: 1 }] }, { $or: [{ x: 1 }] }, { $or: [{ x: { $eq: 1 } }] }])
      expect([query, upserted(query, change)]).toEqual([query, 1]);
    const tests = [{ $gt: 1 }, { $gt: 1, $lt: 3 }, { $ne: 1 }, { $in: [1, 2] }, { $elemMatch: { $eq: 1 } }];
    const others = [...tests, { $exists: true }].map((x) => ({ x }));
    for (const query of [...others, { $or: [{ x: 1 }, { x: 1 }] }])
      expect([query, upserted(query, change)]).toEqual([query, undefined]);
    for (const query of [{ $and: [{ x: 1 }, { x: { $eq: 2 } }] }, { x: 1, 'x.x': 1 }, { x: {}, 'x.x': 1 }])
      expect([query, upserted(query, change)]).toEqual([query, 54]);
    expect(upserted({ 'x.x': { $in: [1] } }, change)).toEqual({ x: 1 });
  });

  test('with a replacement takes the id alone', () => {
    for (const x of [1, { $in: [1] }, { $in: [1, 2] }]) expect(upserted({ x }, {})).toBeUndefined();
    for (const _id of [1, { $eq: 1 }, { $in: [1] }]) {
      bench.run({ delete: 'c', deletes: [{ q: {}, limit: 0 }] });
      update({ _id }, {}, true);
      expect(all()).toEqual([{ _id: 1 }]);
    }
  });
});

describe('a sort', () => {
  // src/mongo/db/index/sort_key_generator.cpp: CannotIndexParallelArrays becomes BadValue
  test('by two arrays side by side is refused with code 2, an index of them with code 171', () => {
    bench.insert('c', { _id: 1, a: [1], b: [1] });
    const sort = { a: 1, b: 1 };
    expect(bench.run({ find: 'c', sort })).toMatchObject({
      code: 2,
      errmsg: 'cannot sort with keys that are parallel arrays',
    });
    expect(bench.run({ findAndModify: 'c', sort, remove: true })).toMatchObject({ code: 2 });
    expect(bench.run({ aggregate: 'c', pipeline: [{ $sort: sort }], cursor: {} })).toMatchObject({ code: 2 });
    expect(bench.run({ createIndexes: 'c', indexes: [{ key: sort, name: 'ab' }] })).toMatchObject({
      code: 171,
    });
  });

  // manual, "Comparison/Sort Order": an empty array is less than null or a missing field
  test('puts an empty array before null and a missing field', () => {
    bench.insert(
      'c',
      { _id: 1 },
      { _id: 2, a: null },
      { _id: 3, a: [] },
      { _id: 4, a: [[]] },
      { _id: 5, a: 0 },
    );
    expect(ids({}, { sort: { a: 1, _id: 1 } })).toEqual([3, 1, 2, 5, 4]);
    expect(ids({}, { sort: { a: -1, _id: 1 } })).toEqual([4, 5, 1, 2, 3]);
  });

  // src/mongo/db/index/btree_key_generator_test.cpp: an empty array ends a path as null, unless the path ends in it
  test('through an empty array meets null', () => {
    bench.insert('c', { _id: 1, a: { b: 0 } }, { _id: 2, a: [] }, { _id: 3, a: { b: [] } }, { _id: 4 });
    expect(ids({}, { sort: { 'a.b': 1, _id: 1 } })).toEqual([3, 2, 4, 1]);
  });

  // manual, "Sort by array fields": ascending by the least element, descending by the greatest
  test('through an array takes the least of its documents, and descending the greatest', () => {
    bench.insert(
      'c',
      { _id: 1, a: [{ b: 1 }, { b: 9 }] },
      { _id: 2, a: { b: 5 } },
      { _id: 3, a: [{ b: 4 }] },
    );
    expect(ids({}, { sort: { 'a.b': 1 } })).toEqual([1, 3, 2]);
    expect(ids({}, { sort: { 'a.b': -1 } })).toEqual([1, 2, 3]);
  });

  // src/mongo/db/index/btree_key_generator.cpp: one key for each element, which holds all of the pattern's fields
  test('by two paths through one array keeps what an element holds together', () => {
    bench.insert(
      'c',
      {
        _id: 1,
        a: [
          { x: 1, y: 9 },
          { x: 2, y: 1 },
        ],
      },
      { _id: 2, a: { x: 1, y: 5 } },
    );
    expect(ids({}, { sort: { 'a.x': 1, 'a.y': 1 } })).toEqual([2, 1]);
  });
});

describe('a filter', () => {
  // manual, "Query an Array for Compound Filter Conditions on the Array Elements", and "$elemMatch (query)"
  test('lets two elements meet two bounds, $elemMatch does not', () => {
    bench.insert('c', { _id: 1, a: [1, 9], b: [{ x: 1 }, { x: 9 }] }, { _id: 2, a: [4], b: [{ x: 4 }] });
    expect(ids({ a: { $gt: 6, $lt: 3 } })).toEqual([1]);
    expect(ids({ 'b.x': { $gt: 3, $lt: 6 } })).toEqual([1, 2]);
    expect(ids({ a: { $elemMatch: { $gt: 3, $lt: 6 } } })).toEqual([2]);
    expect(ids({ b: { $elemMatch: { x: { $gt: 3, $lt: 6 } } } })).toEqual([2]);
  });

  // manual, "Match an Embedded/Nested Document": equality is of the whole document
  test('with an object asks for the whole of it', () => {
    bench.insert('c', { _id: 1, a: {} }, { _id: 2, a: { x: null } }, { _id: 3, a: 1 }, { _id: 4 });
    expect(ids({ a: {} })).toEqual([1]);
    expect(ids({ a: { x: null } })).toEqual([2]);
  });

  // manual, "Query an Array": of the whole array, or of an element that is such an array
  test('with an array asks for the whole of it, or of an element', () => {
    bench.insert('c', { _id: 1, a: [] }, { _id: 2, a: [[]] }, { _id: 3, a: [1] }, { _id: 4, a: [[1], 2] });
    expect(ids({ a: [] })).toEqual([1, 2]);
    expect(ids({ a: { $ne: [] } })).toEqual([3, 4]);
    expect(ids({ a: [1] })).toEqual([3, 4]);
  });

  // manual, "Comparison/Sort Order": NaN is below all numbers; a range does not hold it
  test('finds NaN by equality alone', () => {
    bench.insert('c', { _id: 1, a: new Double(NaN) }, { _id: 2, a: 1 });
    expect(ids({ a: { $lt: 5 } })).toEqual([2]);
    expect(ids({ a: { $gt: 0 } })).toEqual([2]);
    expect(ids({ a: { $gte: new Double(NaN) } })).toEqual([1]);
    expect(ids({}, { sort: { a: 1 } })).toEqual([1, 2]);
  });
});

describe('an update', () => {
  // src/mongo/db/update/pull_node_test.cpp, ApplyToNonViablePathFails; unset_node.h, allowNonViablePath
  test('refuses to $pull where something else stands in the way, and lets $unset pass', () => {
    bench.insert('c', { _id: 1, a: 1 }, { _id: 2, a: [{ b: [1] }] }, { _id: 3 });
    for (const _id of [1, 2]) {
      expect(update({ _id }, { $pull: { 'a.b': 1 } })).toMatchObject({ n: 0, writeErrors: [{ code: 28 }] });
      expect(update({ _id }, { $unset: { 'a.b': '' } })).toMatchObject({ n: 1, nModified: 0 });
    }
    expect(update({ _id: 1 }, { $pull: { 'a.b': 1 } })['writeErrors']).toMatchObject([
      { errmsg: 'Cannot use the part (b) of (a.b) to traverse the element ({a: 1})' },
    ]);
    expect(update({ _id: 3 }, { $pull: { 'a.b': 1 } })).toMatchObject({ n: 1, nModified: 0 });
  });

  // manual, "$pull": an operand with operators is a condition
  test('with $pull takes out what a condition says', () => {
    bench.insert('c', { _id: 1, a: [1, 2, 3, 'x'] });
    update({}, { $pull: { a: { $gte: 2 } } });
    expect(all()).toEqual([{ _id: 1, a: [1, 'x'] }]);
  });

  // manual, "$push": a field that is not there is made, with the array as its value
  test('with $push of nothing makes an empty array', () => {
    bench.insert('c', { _id: 1 });
    expect(update({}, { $push: { a: { $each: [] } } })).toMatchObject({ nModified: 1 });
    expect(all()).toEqual([{ _id: 1, a: [] }]);
  });

  // manual, "$push" and "$addToSet": without $each an array is added as one element
  test('with an array adds it as one element', () => {
    bench.insert('c', { _id: 1 });
    update({}, { $push: { a: [] }, $addToSet: { b: [1] } });
    expect(all()).toEqual([{ _id: 1, a: [[]], b: [[1]] }]);
  });

  // manual, "$setOnInsert": the value is assigned, whatever it is
  test('with $setOnInsert sets null too, where it inserts', () => {
    update({ _id: 1 }, { $setOnInsert: { a: null } }, true);
    update({ _id: 1 }, { $setOnInsert: { a: 1 } }, true);
    expect(all()).toEqual([{ _id: 1, a: null }]);
  });

  // manual, "$push", "$addToSet", "$pull", "$inc": the field must be an array, or a number; null is neither
  test('of null as if it were an array or a number is refused', () => {
    bench.insert('c', { _id: 1, a: null });
    for (const operator of ['$push', '$addToSet', '$pull'])
      expect(update({}, { [operator]: { a: 1 } })).toMatchObject({ n: 0, writeErrors: [{ code: 2 }] });
    expect(update({}, { $inc: { a: 1 } })).toMatchObject({ n: 0, writeErrors: [{ code: 14 }] });
  });

  // src/mongo/db/update/set_node.cpp: binaryEqualValues; manual, "$addToSet": equal elements are not added
  test('to an equal number of another type changes a field, and adds nothing to a set', () => {
    bench.insert('c', { _id: 1, a: 3, b: [3] });
    expect(update({}, { $set: { a: new Double(3) } })).toMatchObject({ n: 1, nModified: 1 });
    expect(update({}, { $addToSet: { b: Long.fromNumber(3) } })).toMatchObject({ n: 1, nModified: 0 });
  });

  // manual, "Update Documents in an Array": a path into an array needs a position
  test('through an array without a position is refused with code 28', () => {
    bench.insert('c', { _id: 1, a: [{ b: 1 }] }, { _id: 2, a: null });
    for (const change of [{ $set: { 'a.b': 2 } }, { $inc: { 'a.b': 2 } }, { $push: { 'a.b': 0 } }])
      for (const _id of [1, 2])
        expect(update({ _id }, change)).toMatchObject({ n: 0, writeErrors: [{ code: 28 }] });
  });

  // manual, "Update Operators": the same field in two operators is a conflict (ConflictingUpdateOperators)
  test('of one path by two operators is refused with code 40', () => {
    expect(update({}, { $set: { a: 1 }, $inc: { a: 1 } })).toMatchObject({ writeErrors: [{ code: 40 }] });
  });

  // manual, "update" command: with `ordered: false` the rest goes on, and `upserted` tells the statement's place
  test('in an unordered batch goes on after a failure and tells each upsert by its place', () => {
    bench.insert('c', { _id: 1, a: 'x' });
    const updates = [
      { q: { _id: 1 }, u: { $inc: { a: 1 } } },
      { q: { _id: 1 }, u: { $set: { a: 1 } } },
      { q: { _id: 2 }, u: { $set: { a: null } }, upsert: true },
    ];
    expect(bench.run({ update: 'c', updates, ordered: false })).toMatchObject({
      n: 2,
      nModified: 1,
      upserted: [{ index: 2, _id: 2 }],
      writeErrors: [{ index: 0, code: 14 }],
    });
  });

  // src/mongo/db/ops/write_ops_exec.cpp: the numbers of a statement are added when it has come to its end
  test('of many that fails half-way counts nothing, and what it changed before stays', () => {
    bench.insert('c', { _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 'x' }, { _id: 4, a: 1 });
    const many = { q: {}, u: { $inc: { a: 1 } }, multi: true };
    const one = { q: { _id: 4 }, u: { $set: { a: 7 } } };
    expect(bench.run({ update: 'c', updates: [many, one], ordered: false })).toEqual({
      n: 1,
      nModified: 1,
      writeErrors: [expect.objectContaining({ index: 0, code: 14 })],
      ok: 1,
    });
    expect(all().map(({ a }) => a as unknown)).toEqual([2, 2, 'x', 7]);
  });
});

describe('a unique index', () => {
  // manual, "Unique Indexes": on arrays it compares the elements of different documents; sparse it leaves out what is missing
  test('holds each element of an array, and null where it is sparse', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { u: 1 }, name: 'u', unique: true, sparse: true }] });
    expect(
      bench.insert('c', { _id: 1, u: [1, 2] }, { _id: 2 }, { _id: 3 }, { _id: 4, u: null }),
    ).toMatchObject({
      n: 4,
    });
    expect(bench.insert('c', { _id: 5, u: [2, 3] })).toMatchObject({ n: 0, writeErrors: [{ code: 11000 }] });
    expect(bench.insert('c', { _id: 6, u: null })).toMatchObject({ n: 0, writeErrors: [{ code: 11000 }] });
    expect(bench.insert('c', { _id: 7, u: [] })).toMatchObject({ n: 1 });
    expect(bench.insert('c', { _id: 8, u: [] })).toMatchObject({ n: 0, writeErrors: [{ code: 11000 }] });
    expect(update({ _id: 2 }, { $set: { a: 1 } })).toMatchObject({ nModified: 1 });
    expect(ids({ u: { $in: [1, null] } })).toEqual([1, 2, 3, 4]); // manual, "Sparse Indexes": not if it would lose some
    expect(ids({ u: null })).toEqual([2, 3, 4]);
  });
});

describe('a group', () => {
  // manual, "Field Paths": through an array of documents a path gives the array of their values
  test('by a path through an array is by the array of what it leads to', () => {
    bench.insert(
      'c',
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: [] },
      { _id: 3, a: [] },
      { _id: 4, a: 1 },
    );
    const pipeline = [{ $group: { _id: '$a.b', n: { $sum: 1 } } }, { $sort: { n: 1, _id: -1 } }];
    expect(bench.aggregate('c', pipeline)).toEqual([
      { _id: [1, 2], n: 1 },
      { _id: null, n: 1 },
      { _id: [], n: 2 },
    ]);
  });

  // manual, "Comparison/Sort Order": a sort takes the least element of an array, of a group's _id too
  test('by an array sorts by its least element', () => {
    bench.insert('c', { _id: 1, a: [3] }, { _id: 2, a: 2 }, { _id: 3, a: [9, 1] }, { _id: 4, a: [] });
    const pipeline = [{ $group: { _id: '$a', n: { $sum: 1 } } }, { $sort: { _id: 1 } }];
    expect(bench.aggregate('c', pipeline).map(({ _id }) => _id as unknown)).toEqual([[], [9, 1], 2, [3]]);
  });
});
