import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deserialize, Double, Int32, Long, type Document } from 'bson';
import { sweep } from '../../embedded-db/sweep.js';
import { Bench } from './support.js';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  bench.end();
});

const ids = (documents: Document[]): unknown[] => documents.map(({ _id: id }) => id as unknown);

describe('insert', () => {
  test('puts the id first, makes one where there is none, and keeps the order of fields', () => {
    bench.insert('c', { b: 1, _id: 'x', a: 2 }, { b: 1 });
    const [first, second] = bench
      .find('c', { b: 1 })
      .sort((a, b) => (a['_id'] === 'x' ? -1 : b['_id'] === 'x' ? 1 : 0));
    expect(Object.keys(first ?? {})).toEqual(['_id', 'b', 'a']);
    expect(Object.keys(second ?? {})).toEqual(['_id', 'b']);
  });

  test('answers E11000 with the key, and ends there if it is ordered', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1, 'b.c': -1 }, name: 'abc', unique: true }] });
    const documents = [{ _id: 1, a: 1, b: { c: 'x' } }, { _id: 2, a: 1, b: { c: 'x' } }, { _id: 3 }];
    expect(bench.run({ insert: 'c', documents })).toEqual({
      n: 1,
      writeErrors: [
        {
          index: 1,
          code: 11000,
          keyPattern: { a: 1, 'b.c': -1 },
          keyValue: { a: 1, 'b.c': 'x' },
          errmsg: 'E11000 duplicate key error collection: test.c index: abc dup key: { a: 1, b.c: "x" }',
        },
      ],
      ok: 1,
    });
    expect(bench.run({ insert: 'c', documents, ordered: false })).toMatchObject({
      n: 1,
      writeErrors: [{ index: 0 }, { index: 1 }],
    });
    expect(ids(bench.find('c'))).toEqual([1, 3]);
  });

  test('counts ids as the same across number types', () => {
    expect(bench.insert('c', { _id: 1 }, { _id: new Double(1) })).toMatchObject({
      n: 1,
      writeErrors: [
        { errmsg: 'E11000 duplicate key error collection: test.c index: _id_ dup key: { _id: 1.0 }' },
      ],
    });
  });

  test.each<[Document, number, string]>([
    [{ _id: [1] }, 2, "The '_id' value cannot be of type array"],
    [{ $a: 1 }, 52, 'MONGODB_URI'],
    [{ a: { 'b.c': 1 } }, 57, 'MONGODB_URI'],
  ])('refuses %j', (document, code, text) => {
    expect(bench.insert('c', document)).toMatchObject({
      n: 0,
      writeErrors: [{ code, errmsg: expect.stringContaining(text) }],
    });
    expect(bench.find('c')).toEqual([]);
  });
});

describe('a failed write', () => {
  test('leaves nothing of itself in any index', () => {
    bench.run({
      createIndexes: 'c',
      indexes: [
        { key: { a: 1 }, name: 'a' },
        { key: { u: 1 }, name: 'u', unique: true },
      ],
    });
    bench.insert('c', { _id: 1, a: 1, u: 1 }, { _id: 2, a: 2, u: 2 });
    bench.run({ update: 'c', updates: [{ q: { _id: 2 }, u: { $set: { a: 9, u: 1 } } }] });
    bench.insert('c', { _id: 3, a: 9, u: 1 });
    expect(bench.find('c', { a: 9 })).toEqual([]);
    expect(ids(bench.find('c', { a: 2 }))).toEqual([2]);
    expect(bench.engine.store.all('SELECT count(*) FROM keys')).toEqual([[4]]);
  });

  test('of a command that fails as a whole undoes all of it', () => {
    bench.run({ create: 'c' });
    const reply = bench.run({
      createIndexes: 'c',
      indexes: [
        { key: { a: 1 }, name: 'a' },
        { key: { b: 'text' }, name: 'b' },
      ],
    });
    expect(reply).toMatchObject({ ok: 0, code: 67, codeName: 'CannotCreateIndex' });
    expect(ids(bench.find('c'))).toEqual([]);
    expect((bench.run({ listIndexes: 'c' })['cursor'] as { firstBatch: Document[] }).firstBatch).toHaveLength(
      1,
    );
  });
});

describe('update', () => {
  test('says what it matched, changed and made', () => {
    bench.insert('c', { _id: 1, a: 1 }, { _id: 2, a: 1 });
    const updates = [
      { q: { a: 1 }, u: { $set: { b: 1 } }, multi: true },
      { q: { a: 1 }, u: { $set: { b: 1 } } },
      { q: { _id: 'n', rev: 3 }, u: { $set: { rev: 4 } }, upsert: true },
      { q: { _id: 9 }, u: { z: 1 } },
    ];
    expect(bench.run({ update: 'c', updates })).toEqual({
      n: 4,
      nModified: 2,
      upserted: [{ index: 2, _id: 'n' }],
      ok: 1,
    });
    expect(bench.find('c', { _id: 'n' })).toEqual([{ _id: 'n', rev: 4 }]);
  });

  test('a conditional upsert whose document has moved on is E11000 on the id', () => {
    bench.insert('c', { _id: 'k', rev: 5 });
    const reply = bench.run({
      update: 'c',
      updates: [{ q: { _id: 'k', rev: 4 }, u: { $set: { rev: 5 } }, upsert: true }],
      ordered: false,
    });
    expect(reply).toMatchObject({
      n: 0,
      writeErrors: [{ index: 0, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'k' } }],
    });
  });

  test('changes each document once, even if the change moves it along the index it was found by', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a' }] });
    for (let i = 0; i < 50; i += 1) bench.insert('c', { _id: i, a: i });
    bench.run({ update: 'c', updates: [{ q: { a: { $gte: 0 } }, u: { $inc: { a: 10 } }, multi: true }] });
    expect(bench.aggregate('c', [{ $group: { _id: null, s: { $sum: '$a' } } }])).toEqual([
      { _id: null, s: 1225 + 500 },
    ]);
  });

  test('a replacement of many is refused', () => {
    bench.insert('c', { _id: 1 });
    expect(bench.run({ update: 'c', updates: [{ q: {}, u: { a: 1 }, multi: true }] })).toMatchObject({
      writeErrors: [{ code: 9 }],
    });
  });
});

describe('delete and findAndModify', () => {
  test('delete one or all', () => {
    bench.insert('c', { _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 1 });
    expect(bench.run({ delete: 'c', deletes: [{ q: { a: 1 }, limit: 1 }] })).toEqual({ n: 1, ok: 1 });
    expect(
      bench.run({
        delete: 'c',
        deletes: [
          { q: { a: 1 }, limit: 0 },
          { q: {}, limit: 0 },
        ],
      }),
    ).toEqual({ n: 2, ok: 1 });
  });

  test('the first in an order, before or after, with some fields', () => {
    bench.insert('c', { _id: 1, a: 5, b: 1 }, { _id: 2, a: 7, b: 1 });
    const ask = (rest: Document): Document =>
      bench.run({ findAndModify: 'c', query: { b: 1 }, sort: { a: -1 }, ...rest });
    expect(ask({ update: { $inc: { a: 1 } }, new: true, fields: { a: 1 } })).toEqual({
      lastErrorObject: { n: 1, updatedExisting: true },
      value: { _id: 2, a: 8 },
      ok: 1,
    });
    expect(ask({ update: { $inc: { a: -5 } } })).toMatchObject({ value: { _id: 2, a: 8, b: 1 } });
    expect(ask({ remove: true })).toEqual({
      lastErrorObject: { n: 1 },
      value: { _id: 1, a: 5, b: 1 },
      ok: 1,
    });
    expect(ask({ query: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true, new: true })).toEqual({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 },
      value: { _id: 9, x: 1 },
      ok: 1,
    });
    expect(ask({ query: { _id: 10 }, update: { $set: { x: 1 } } })).toMatchObject({
      value: null,
      lastErrorObject: { n: 0 },
    });
  });

  test('a duplicate key is an error of the command', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { u: 1 }, name: 'u', unique: true }] });
    bench.insert('c', { _id: 1, u: 1 }, { _id: 2, u: 2 });
    expect(bench.run({ findAndModify: 'c', query: { _id: 2 }, update: { $set: { u: 1 } } })).toMatchObject({
      ok: 0,
      code: 11000,
      keyValue: { u: 1 },
    });
  });
});

describe('find', () => {
  test('without a sort gives the order of ids, not of arrival', () => {
    for (const id of ['m', 'z', 'a', 'q']) bench.insert('c', { _id: id });
    expect(ids(bench.find('c'))).toEqual(['a', 'm', 'q', 'z']);
  });

  test('sorts by the least element of an array, descending by the greatest, an empty one before null', () => {
    bench.insert(
      'c',
      { _id: 1, a: [5, 1] },
      { _id: 2, a: 3 },
      { _id: 3, a: [] },
      { _id: 4 },
      { _id: 5, a: null },
      { _id: 6, a: 'x' },
    );
    expect(ids(bench.find('c', {}, { sort: { a: 1, _id: 1 } }))).toEqual([3, 4, 5, 1, 2, 6]);
    expect(ids(bench.find('c', {}, { sort: { a: -1, _id: 1 } }))).toEqual([6, 1, 2, 4, 5, 3]);
    expect(bench.run({ find: 'c', sort: { a: 2 } })).toMatchObject({ code: 2 });
  });

  test('reads the points of $in backwards for a descending sort', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a' }] });
    for (let i = 0; i < 9; i += 1) bench.insert('c', { _id: i, a: i % 3 });
    const options = { sort: { a: -1, _id: -1 }, limit: 4, hint: 'a' };
    expect(ids(bench.find('c', { a: { $in: [0, 2] } }, options))).toEqual([8, 5, 2, 6]);
  });

  test('reads small and large documents in one order, by an index and without', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a' }] });
    for (let i = 0; i < 60; i += 1)
      bench.insert('c', { _id: i, a: -i, text: String(i).repeat(i % 7 === 0 ? 60_000 : 1) });
    const upwards = Array.from({ length: 60 }, (_, i) => i);
    expect(ids(bench.find('c', {}, { batchSize: 100 }))).toEqual(upwards);
    expect(ids(bench.find('c', { text: { $gt: '' } }, { sort: { a: -1 }, batchSize: 100 }))).toEqual(upwards);
    expect(bench.find('c', { _id: 49 })).toEqual([{ _id: 49, a: -49, text: '49'.repeat(60_000) }]);
  });

  test('pages with skip and limit', () => {
    for (let i = 0; i < 30; i += 1) bench.insert('c', { _id: i, a: -i });
    expect(ids(bench.find('c', {}, { sort: { a: 1 }, skip: 5, limit: 3 }))).toEqual([24, 23, 22]);
  });

  test.each<[Document, Document]>([
    [{ a: 1 }, { _id: 1, a: { x: 1, y: 2 } }],
    [{ 'a.x': 1, _id: 0 }, { a: { x: 1 } }],
    [
      { 'a.y': 1, l: 1 },
      { _id: 1, a: { y: 2 }, l: [{ p: 1, q: 2 }, 7] },
    ],
    [{ 'l.p': 1 }, { _id: 1, l: [{ p: 1 }] }],
    [
      { 'l.p': 0, a: 0 },
      { _id: 1, l: [{ q: 2 }, 7], s: 's' },
    ],
    [{ _id: 0 }, { a: { x: 1, y: 2 }, l: [{ p: 1, q: 2 }, 7], s: 's' }],
    [{ _id: 1 }, { _id: 1 }],
    [{ nothing: true }, { _id: 1 }],
  ])('projects %j', (projection, expected) => {
    bench.insert('c', { _id: 1, a: { x: 1, y: 2 }, l: [{ p: 1, q: 2 }, 7], s: 's' });
    expect(bench.find('c', {}, { projection })).toEqual([expected]);
  });

  test.each<[Document, number]>([
    [{ a: 1, b: 0 }, 31254],
    [{ a: 0, b: 1 }, 31253],
    [{ a: 1, 'a.b': 1 }, 31250],
    [{ a: '$b' }, 238],
    [{ a: { $slice: 1 } }, 238],
    [{ 'a.$': 1 }, 238],
  ])('refuses the projection %j', (projection, code) => {
    bench.insert('c', { _id: 1 });
    expect(bench.run({ find: 'c', projection })).toMatchObject({ ok: 0, code });
  });

  test('answers in batches, once each document, and forgets the cursor at the end', () => {
    for (let i = 0; i < 250; i += 1) bench.insert('c', { _id: i });
    const first = bench.run({ find: 'c', batchSize: 100 })['cursor'] as { id: Long; firstBatch: Document[] };
    const second = bench.run({ getMore: Long.fromValue(first.id), collection: 'c', batchSize: 100 })[
      'cursor'
    ] as {
      id: Long;
      nextBatch: Document[];
    };
    const third = bench.run({ getMore: Long.fromValue(first.id), collection: 'c' })['cursor'] as {
      id: unknown;
      nextBatch: Document[];
    };
    expect(String(third.id)).toBe('0');
    expect(
      [...first.firstBatch, ...second.nextBatch, ...third.nextBatch].map(({ _id: id }) => id as number),
    ).toEqual([...Array(250).keys()]);
    expect(bench.run({ getMore: Long.fromValue(first.id), collection: 'c' })).toMatchObject({ code: 43 });
  });

  test('a killed, idle or orphaned cursor ends', () => {
    for (let i = 0; i < 250; i += 1) bench.insert('c', { _id: i });
    const open = (): Long =>
      Long.fromValue((bench.run({ find: 'c', batchSize: 2 })['cursor'] as { id: Long }).id);
    const [killed, idle, orphaned] = [open(), open(), open()];
    expect(bench.run({ killCursors: 'c', cursors: [killed] })).toMatchObject({ cursorsNotFound: [], ok: 1 });
    expect(bench.run({ getMore: killed, collection: 'c' })).toMatchObject({ code: 43 });
    bench.now += 9 * 60_000;
    bench.run({ getMore: orphaned, collection: 'c', batchSize: 1 });
    bench.now += 2 * 60_000;
    sweep(bench.engine);
    expect(bench.run({ getMore: idle, collection: 'c' })).toMatchObject({ code: 43 });
    bench.run({ drop: 'c' });
    expect(bench.run({ getMore: orphaned, collection: 'c' })).toMatchObject({ code: 175 });
  });

  test('a scan that takes too long is stopped', () => {
    for (let i = 0; i < 200; i += 1) bench.insert('c', { _id: i });
    const slow = new Bench(-1);
    for (let i = 0; i < 200; i += 1) slow.insert('c', { _id: i });
    expect(slow.run({ find: 'c', filter: { a: 1 } })).toMatchObject({
      code: 50,
      codeName: 'MaxTimeMSExpired',
    });
    expect(slow.run({ find: 'c', filter: { _id: 5 } })).toMatchObject({ ok: 1 });
    slow.end();
  });
});

describe('aggregate', () => {
  beforeEach(() => {
    bench.insert(
      'c',
      { _id: 1, k: 'a', n: 1, l: [{ v: 1 }, { v: 2 }] },
      { _id: 2, k: 'a', n: new Double(2.5) },
      { _id: 3, k: 'b', n: 'x' },
      { _id: 4, n: 7 },
      { _id: 5, k: null },
    );
  });

  test('groups, with every accumulator', () => {
    const group = {
      n: { $sum: 1 },
      s: { $sum: '$n' },
      lo: { $min: '$n' },
      hi: { $max: '$n' },
    };
    expect(bench.aggregate('c', [{ $group: { _id: '$k', ...group } }, { $sort: { _id: 1 } }])).toEqual([
      { _id: null, n: 2, s: 7, lo: 7, hi: 7 },
      { _id: 'a', n: 2, s: 3.5, lo: 1, hi: 2.5 },
      { _id: 'b', n: 1, s: 0, lo: 'x', hi: 'x' },
    ]);
  });

  test('groups by several fields and by arrays', () => {
    expect(
      bench.aggregate('c', [
        { $match: { n: 1 } },
        { $group: { _id: { k: '$k', v: '$l.v', z: '$z' }, n: { $sum: 1 } } },
      ]),
    ).toEqual([{ _id: { k: 'a', v: [1, 2] }, n: 1 }]);
  });

  test('sums keep the widest type, carry over and do not lose small doubles', () => {
    const sum = (...values: unknown[]): unknown => {
      bench.run({ drop: 's' });
      values.forEach((v, i) => bench.insert('s', { _id: i, v }));
      const reply = bench.bytes({
        aggregate: 's',
        pipeline: [{ $group: { _id: null, s: { $sum: '$v' } } }],
        cursor: {},
      });
      const { cursor } = deserialize(reply, { promoteValues: false }) as {
        cursor: { firstBatch: Document[] };
      };
      return cursor.firstBatch[0]?.['s'];
    };
    expect(sum(1, 2)).toEqual(new Int32(3));
    expect(sum(2147483647, 1)).toEqual(Long.fromNumber(2147483648));
    expect(sum(1, Long.ONE)).toEqual(Long.fromNumber(2));
    expect(sum(1, new Double(1))).toEqual(new Double(2));
    expect(sum(Long.MAX_VALUE, 1)).toEqual(new Double(2 ** 63));
    expect(sum(new Double(1e308), new Double(1), new Double(-1e308))).toEqual(new Double(1));
    expect(sum('x')).toEqual(new Int32(0));
  });

  test('takes a query, then at most one group, whose results are sorted and cut', () => {
    const query = [{ $match: { _id: { $lte: 4 } } }, { $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }];
    expect(ids(bench.aggregate('c', query))).toEqual([3, 2]);
    const group = { $group: { _id: '$k', n: { $sum: 1 } } };
    expect(bench.aggregate('c', [group, { $sort: { n: -1, _id: -1 } }, { $limit: 2 }])).toEqual([
      { _id: 'a', n: 2 },
      { _id: null, n: 2 },
    ]);
    expect(bench.aggregate('c', [{ $limit: 3 }, { $group: { _id: '$k', n: { $sum: '$_id' } } }])).toEqual([
      { _id: 'a', n: 3 },
      { _id: 'b', n: 3 },
    ]);
    expect(bench.aggregate('none', [group])).toEqual([]);
  });

  test.each([
    [[{ $limit: 1 }, { $match: {} }]],
    [[{ $group: { _id: null } }, { $group: { _id: null } }]],
    [[{ $group: { _id: null } }, { $skip: 1 }]],
  ])('refuses the order of %j with a way out', (pipeline) => {
    const reply = bench.run({ aggregate: 'c', pipeline, cursor: {} });
    expect(reply).toMatchObject({ ok: 0, code: 40324 });
    expect(reply['errmsg']).toContain('MONGODB_URI');
  });

  test('counts as the driver asks it to', () => {
    const pipeline = (match: Document): Document[] => [
      { $match: match },
      { $group: { _id: 1, n: { $sum: 1 } } },
    ];
    expect(bench.aggregate('c', pipeline({}))).toEqual([{ _id: 1, n: 5 }]);
    expect(bench.aggregate('c', pipeline({ k: 'a' }))).toEqual([{ _id: 1, n: 2 }]);
    expect(bench.aggregate('c', pipeline({ k: 'none' }))).toEqual([]);
  });

  test.each<[Document, number]>([
    [{ $lookup: {} }, 40324],
    [{ $group: { _id: { $year: '$d' } } }, 238],
    [{ $group: { _id: 1, x: { $push: '$a' } } }, 238],
    [{ $group: { n: { $sum: 1 } } }, 15955],
    [{ $group: { _id: null, n: { $sum: { $add: [1, 2] } } } }, 238],
    [{ $project: { a: 1 } }, 40324],
    [{ $group: { _id: 1, x: { $avg: '$a' } } }, 238],
    [{ $match: { $expr: {} } }, 2],
    [{ $limit: 0 }, 15958],
    [{ $sort: {} }, 15976],
    [{ $match: {}, $limit: 1 }, 40323],
    [{ $count: 'n' }, 40324],
  ])('refuses %j', (stage, code) => {
    expect(bench.run({ aggregate: 'c', pipeline: [stage], cursor: {} })).toMatchObject({ ok: 0, code });
  });
});

describe('indexes', () => {
  const listed = (name = 'c'): Document[] =>
    (bench.run({ listIndexes: name })['cursor'] as { firstBatch: Document[] }).firstBatch;

  test('are made once, listed and dropped', () => {
    const indexes = [
      { key: { a: 1 }, name: 'a_1', unique: true, background: true },
      { key: { t: 1 }, name: 't', expireAfterSeconds: 5 },
    ];
    expect(bench.run({ createIndexes: 'c', indexes })).toMatchObject({
      numIndexesBefore: 1,
      numIndexesAfter: 3,
      createdCollectionAutomatically: true,
    });
    expect(bench.run({ createIndexes: 'c', indexes })).toMatchObject({
      numIndexesBefore: 3,
      numIndexesAfter: 3,
    });
    expect(listed()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1', unique: true },
      { v: 2, key: { t: 1 }, name: 't', expireAfterSeconds: 5 },
    ]);
    bench.reopen();
    expect(listed()).toHaveLength(3);
    bench.run({ dropIndexes: 'c', index: 't' });
    bench.run({ dropIndexes: 'c', index: 'a_1' });
    expect(listed()).toHaveLength(1);
  });

  test.each<[Document, number]>([
    [{ key: { a: -1 }, name: 'a_1' }, 86],
    [{ key: { a: 1 }, name: 'other' }, 85],
    [{ key: { a: 1 }, name: 'a_1', unique: true }, 85],
    [{ key: { b: 'text' }, name: 'b' }, 67],
    [{ key: { b: '2dsphere' }, name: 'b' }, 67],
    [{ key: { '$**': 1 }, name: 'b' }, 67],
    [{ key: { b: 0 }, name: 'b' }, 67],
    [{ key: {}, name: 'b' }, 67],
    [{ key: { b: 1, c: 1 }, name: 'b', expireAfterSeconds: 1 }, 67],
    [{ key: { b: 1 }, name: 'b', sparse: true, partialFilterExpression: { b: 1 } }, 67],
    [{ key: { b: 1 }, name: 'b', partialFilterExpression: { b: { $ne: 1 } } }, 67],
    [{ key: { b: 1 }, name: 'b', collation: { locale: 'zh' } }, 238],
    [{ key: { b: 1 }, name: 'b', hidden: true }, 238],
  ])('refuse %j', (index, code) => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }] });
    expect(bench.run({ createIndexes: 'c', indexes: [index] })).toMatchObject({ ok: 0, code });
  });

  test('that are unique hold for arrays, missing fields, and what was there before', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', unique: true }] });
    expect(bench.insert('c', { _id: 1, a: [1, 1, 2] })).toMatchObject({ n: 1 });
    expect(bench.insert('c', { _id: 2, a: 2 })).toMatchObject({ writeErrors: [{ keyValue: { a: 2 } }] });
    expect(bench.insert('c', { _id: 3 }, { _id: 4, a: null })).toMatchObject({
      n: 1,
      writeErrors: [{ keyValue: { a: null } }],
    });
    bench.insert('d', { _id: 1, a: 1 }, { _id: 2, a: 1 });
    expect(
      bench.run({ createIndexes: 'd', indexes: [{ key: { a: 1 }, name: 'a', unique: true }] }),
    ).toMatchObject({ ok: 0, code: 11000 });
    expect(listed('d')).toHaveLength(1);
  });

  test('that are sparse or partial leave out what they do not cover', () => {
    bench.run({
      createIndexes: 'c',
      indexes: [
        { key: { a: 1 }, name: 'a', unique: true, sparse: true },
        { key: { b: 1 }, name: 'b', unique: true, partialFilterExpression: { on: true } },
      ],
    });
    expect(bench.insert('c', { _id: 1, b: 1 }, { _id: 2, b: 1 }, { _id: 3, b: 1, on: true })).toMatchObject({
      n: 3,
    });
    expect(bench.insert('c', { _id: 4, b: 1, on: true })).toMatchObject({ writeErrors: [{ code: 11000 }] });
    expect(bench.run({ update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { on: true } } }] })).toMatchObject(
      { writeErrors: [{ code: 11000 }] },
    );
  });

  test('do not go through two arrays side by side', () => {
    bench.run({ createIndexes: 'c', indexes: [{ key: { a: 1, b: 1 }, name: 'ab' }] });
    expect(bench.insert('c', { _id: 1, a: [1], b: [1] })).toMatchObject({
      n: 0,
      writeErrors: [{ code: 171 }],
    });
    expect(bench.find('c')).toEqual([]);
  });

  test('with a time to live make documents go, by the earliest date of an array', () => {
    const at = (minutes: number): Date => new Date(bench.now + minutes * 60_000);
    bench.run({ createIndexes: 'c', indexes: [{ key: { t: 1 }, name: 't', expireAfterSeconds: 60 }] });
    bench.run({ createIndexes: 'd', indexes: [{ key: { t: -1 }, name: 't', expireAfterSeconds: 60 }] });
    for (const name of ['c', 'd'])
      bench.insert(
        name,
        { _id: 1, t: at(0) },
        { _id: 2, t: at(5) },
        { _id: 3, t: [at(9), at(0)] },
        { _id: 4, t: 'never' },
        { _id: 5 },
        { _id: 6, t: 1 },
      );
    bench.now += 59_000;
    sweep(bench.engine);
    expect(bench.find('c')).toHaveLength(6);
    bench.now += 2_000;
    sweep(bench.engine);
    expect([ids(bench.find('c')), ids(bench.find('d'))]).toEqual([
      [2, 4, 5, 6],
      [2, 4, 5, 6],
    ]);
  });
});

describe('collections', () => {
  const names = (): unknown =>
    (bench.run({ listCollections: 1 })['cursor'] as { firstBatch: Document[] }).firstBatch.map(
      ({ name }) => name as string,
    );

  test('are made, listed and dropped', () => {
    expect(bench.run({ create: 'c' })).toEqual({ ok: 1 });
    expect(bench.run({ create: 'c' })).toMatchObject({ code: 48 });
    expect(bench.run({ create: 'd', clusteredIndex: { key: { _id: 1 }, unique: true } })).toEqual({ ok: 1 });
    expect(bench.run({ create: 'e', capped: true, size: 100 })).toMatchObject({ code: 238 });
    expect(bench.run({ create: 'system.x' })).toMatchObject({ code: 73 });
    expect(names()).toEqual(['c', 'd']);
    expect(bench.run({ drop: 'c' })).toMatchObject({ ok: 1 });
    expect(bench.run({ drop: 'c' })).toMatchObject({ ok: 1 });
    expect(bench.run({ dropDatabase: 1 })).toMatchObject({ ok: 1 });
    expect(names()).toEqual([]);
  });

  test('are not made by what only reads or finds nothing to change', () => {
    bench.find('c');
    bench.run({ update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }] });
    bench.run({ delete: 'c', deletes: [{ q: {}, limit: 0 }] });
    expect(names()).toEqual([]);
    expect(bench.run({ listIndexes: 'c' })).toMatchObject({ code: 26 });
    expect(bench.run({ dropIndexes: 'c', index: '*' })).toMatchObject({ code: 26 });
  });
});

describe('what is not on the list', () => {
  test.each<[Document, number]>([
    [{ getParameter: 1 }, 59],
    [{ distinct: 'c', key: 'a' }, 59],
    [{ mapReduce: 'c' }, 59],
    [{ listDatabases: 1 }, 59],
    [{ dropIndexes: 'c', index: { a: 1 } }, 238],
    [{ update: 'c', updates: [{ q: {}, u: { $max: { a: 1 } } }] }, 9],
    [{ find: 'c', hint: { a: 1 } }, 238],
    [{ find: 'c', collation: { locale: 'zh' } }, 238],
    [{ find: 'c', let: {} }, 238],
    [{ update: 'c', updates: [{ q: {}, u: [{ $set: { a: 1 } }] }] }, 238],
    [{ update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, arrayFilters: [] }] }, 238],
    [{ insert: 'c', documents: [{}], txnNumber: Long.ONE, startTransaction: true, autocommit: false }, 20],
    [{ find: 'c', readConcern: { level: 'snapshot' } }, 238],
  ])('%j is refused with a way out', (command, code) => {
    const reply = bench.run(command);
    const errors = reply['writeErrors'] as Document[] | undefined;
    const told = errors?.[0] ?? reply;
    expect(told).toMatchObject({ code });
    expect(told['errmsg']).toContain('MONGODB_URI');
  });

  test('more nodes than there are cannot acknowledge', () => {
    expect(bench.run({ insert: 'c', documents: [{}], writeConcern: { w: 2 } })).toMatchObject({ code: 100 });
    expect(
      bench.run({ insert: 'c', documents: [{}], writeConcern: { w: 'majority', j: true } }),
    ).toMatchObject({ ok: 1 });
  });
});
