import { describe, expect, test } from '@jest/globals';
import { Double, Int32, Long, type Document } from 'bson';
import { parseUpdate, seed } from '../../embedded-db/update.js';
import { parseFilter } from '../../embedded-db/filter.js';
import { encode } from '../../embedded-db/encode.js';
import { doc, plain } from './support.js';

const update = (before: Document, change: Document, inserting = false): Document =>
  plain(parseUpdate(doc(change)).update(doc(before), inserting));
const bytes = (document: Document): string => encode(doc(document)).toString('hex');
const long = (n: number): Long => Long.fromNumber(n);

/** before, update, after: compared by their bytes, so number types and the order of fields count. */
const cases: Record<string, [Document, Document, Document][]> = {
  $set: [
    [{ _id: 1 }, { $set: { b: 1, a: 2 } }, { _id: 1, a: 2, b: 1 }],
    [{ _id: 1, a: 1, b: 2 }, { $set: { a: 'x' } }, { _id: 1, a: 'x', b: 2 }],
    [{ _id: 1 }, { $set: { 'a.b.c': 1 } }, { _id: 1, a: { b: { c: 1 } } }],
    [{ _id: 1, a: [1, 2] }, { $set: { 'a.1': 9 } }, { _id: 1, a: [1, 9] }],
    [{ _id: 1, a: [1] }, { $set: { 'a.3': 9 } }, { _id: 1, a: [1, null, null, 9] }],
    [{ _id: 1, a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { _id: 1, a: [{ b: 2 }] }],
    [{ _id: 1, a: {} }, { $set: { 'a.0': 2 } }, { _id: 1, a: { 0: 2 } }],
    [{ _id: 1 }, { $set: { _id: 1, a: 1 } }, { _id: 1, a: 1 }],
    [
      { _id: 1, x: { '2': 'b', '1': 'a' } },
      { $set: { a: { '2': 1, '10': 1 } } },
      { _id: 1, x: { '2': 'b', '1': 'a' }, a: { '2': 1, '10': 1 } },
    ],
    [{ _id: 1 }, { $set: { 'a.10': 1, 'a.9': 1 } }, { _id: 1, a: { 9: 1, 10: 1 } }],
  ],
  $unset: [
    [{ _id: 1, a: 1, b: 2 }, { $unset: { a: '' } }, { _id: 1, b: 2 }],
    [{ _id: 1, a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1, 'x.y': 1 } }, { _id: 1, a: { c: 2 } }],
    [{ _id: 1, a: [1, 2] }, { $unset: { 'a.0': 1 } }, { _id: 1, a: [null, 2] }],
    [{ _id: 1, a: 5 }, { $unset: { 'a.b': 1 } }, { _id: 1, a: 5 }],
  ],
  $inc: [
    [{ _id: 1 }, { $inc: { a: 5 } }, { _id: 1, a: 5 }],
    [{ _id: 1, a: 1 }, { $inc: { a: 2 } }, { _id: 1, a: 3 }],
    [{ _id: 1, a: new Double(1) }, { $inc: { a: 2 } }, { _id: 1, a: new Double(3) }],
    [{ _id: 1, a: 1 }, { $inc: { a: new Double(2) } }, { _id: 1, a: new Double(3) }],
    [{ _id: 1, a: 2147483647 }, { $inc: { a: 1 } }, { _id: 1, a: long(2147483648) }],
    [{ _id: 1, a: long(1) }, { $inc: { a: 1 } }, { _id: 1, a: long(2) }],
  ],
  $push: [
    [{ _id: 1 }, { $push: { a: 1 } }, { _id: 1, a: [1] }],
    [{ _id: 1, a: [1] }, { $push: { a: [2, 3] } }, { _id: 1, a: [1, [2, 3]] }],
    [{ _id: 1, a: [1] }, { $push: { a: { $each: [2, 3] } } }, { _id: 1, a: [1, 2, 3] }],
    [{ _id: 1, a: [{ b: [1] }] }, { $push: { 'a.0.b': 2 } }, { _id: 1, a: [{ b: [1, 2] }] }],
  ],
  $addToSet: [
    [{ _id: 1, a: [1] }, { $addToSet: { a: new Double(1) } }, { _id: 1, a: [1] }],
    [{ _id: 1, a: [1] }, { $addToSet: { a: { $each: [2, 1, 2, new Double(2)] } } }, { _id: 1, a: [1, 2] }],
    [{ _id: 1 }, { $addToSet: { a: [1] } }, { _id: 1, a: [[1]] }],
    [
      { _id: 1, a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        _id: 1,
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
  ],
  $pull: [
    [{ _id: 1, a: [1, 2, 1] }, { $pull: { a: new Double(1) } }, { _id: 1, a: [2] }],
    [{ _id: 1, a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { _id: 1, a: [1] }],
    [{ _id: 1, a: [{ b: 1, c: 1 }, { b: 2 }, 3] }, { $pull: { a: { b: 1 } } }, { _id: 1, a: [{ b: 2 }, 3] }],
    [{ _id: 1, a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { _id: 1, a: [2] }],
    [{ _id: 1 }, { $pull: { a: 1 } }, { _id: 1 }],
    [{ _id: 1, a: [[1], 1] }, { $pull: { a: [1] } }, { _id: 1, a: [1] }],
  ],
  '$setOnInsert on a match': [[{ _id: 1 }, { $setOnInsert: { a: 1 }, $set: { b: 1 } }, { _id: 1, b: 1 }]],
  replacement: [
    [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
    [{ _id: 1, a: 1 }, {}, { _id: 1 }],
    [
      { _id: 1, a: 1 },
      { b: 2, _id: 1 },
      { _id: 1, b: 2 },
    ],
  ],
};

describe('updates', () => {
  test.each(Object.entries(cases))('%s', (_name, table) => {
    for (const [before, change, after] of table) expect(bytes(update(before, change))).toBe(bytes(after));
  });

  test('$setOnInsert acts when a document is made', () => {
    expect(update({}, { $setOnInsert: { a: 1 }, $set: { b: 1 } }, true)).toEqual(plain(doc({ a: 1, b: 1 })));
  });

  test.each<[Document, Document, string, string]>([
    [
      { _id: 1, a: 'x' },
      { $inc: { a: 1 } },
      'TypeMismatch',
      "Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string",
    ],
    [
      { _id: 1 },
      { $inc: { a: 'x' } },
      'TypeMismatch',
      'Cannot increment with non-numeric argument: {a: "x"}',
    ],
    [{ _id: 1, a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 'BadValue', 'Failed to apply $inc operations'],
    [{ _id: 1, a: 5 }, { $set: { 'a.b': 1 } }, 'PathNotViable', "Cannot create field 'b' in element {a: 5}"],
    [
      { _id: 1, a: null },
      { $set: { 'a.b': 1 } },
      'PathNotViable',
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      { _id: 1, a: [1] },
      { $set: { 'a.b': 1 } },
      'PathNotViable',
      "Cannot create field 'b' in element {a: [ 1 ]}",
    ],
    [
      { _id: 1 },
      { $set: { a: 1, 'a.b': 1 } },
      'ConflictingUpdateOperators',
      "would create a conflict at 'a'",
    ],
    [
      { _id: 1 },
      { $set: { a: 1 }, $inc: { a: 1 } },
      'ConflictingUpdateOperators',
      "would create a conflict at 'a'",
    ],
    [{ _id: 1 }, { $set: { _id: 2 } }, 'ImmutableField', "Performing an update on the path '_id'"],
    [{ _id: 1 }, { $unset: { _id: 1 } }, 'ImmutableField', "Performing an update on the path '_id'"],
    [{ _id: 1 }, { _id: 2 }, 'ImmutableField', '_id'],
    [
      { _id: 1, a: 5 },
      { $push: { a: 1 } },
      'BadValue',
      "The field 'a' must be an array but is of type int in document {_id: 1}",
    ],
    [{ _id: 1, a: 5 }, { $addToSet: { a: 1 } }, 'BadValue', 'Cannot apply $addToSet to a non-array field'],
    [{ _id: 1, a: 5 }, { $pull: { a: 1 } }, 'BadValue', 'Cannot apply $pull to a non-array value'],
    [{ _id: 1 }, { $set: { 'a..b': 1 } }, 'EmptyFieldName', 'empty field name'],
    [{ _id: 1 }, { $set: { a: { $x: 1 } } }, 'DollarPrefixedFieldName', 'MONGODB_URI'],
    [{ _id: 1 }, { $set: { a: { 'b.c': 1 } } }, 'DottedFieldName', 'MONGODB_URI'],
    [{ _id: 1 }, { $set: { 'a.$': 1 } }, 'NotImplemented', 'MONGODB_URI'],
    [{ _id: 1 }, { $set: { 'a.$[]': 1 } }, 'NotImplemented', 'MONGODB_URI'],
    [{ _id: 1 }, { $push: { a: { $each: [1], $slice: 1 } } }, 'NotImplemented', 'MONGODB_URI'],
    [{ _id: 1 }, { $rename: { a: 'b' } }, 'FailedToParse', 'MONGODB_URI'],
    [{ _id: 1 }, { $set: 5 }, 'FailedToParse', 'Modifiers operate on fields'],
  ])('%j with %j is %s', (before, change, codeName, text) => {
    const act = (): Document => update(before, change);
    expect(act).toThrow(expect.objectContaining({ codeName, message: expect.stringContaining(text) }));
  });

  test('leave the document before as it is', () => {
    const before = doc({ _id: 1, a: { b: [1] } });
    parseUpdate(doc({ $push: { 'a.b': 2 }, $set: { c: 1 } })).update(before, false);
    expect(plain(before)).toEqual(plain(doc({ _id: 1, a: { b: [1] } })));
  });
});

describe('what an upsert starts from', () => {
  const from = (filter: Document, replaces = false): Document =>
    plain(seed(parseFilter(doc(filter)), replaces));

  test('is what the filter says is equal', () => {
    expect(
      from({ _id: 'x', a: 1, 'b.c': 2, d: { $gt: 1 }, $and: [{ e: { $eq: 3 } }], f: { $in: [4] } }),
    ).toEqual(plain(doc({ _id: 'x', a: 1, b: { c: 2 }, e: 3, f: 4 })));
  });

  test('is the id alone for a replacement', () => {
    expect(from({ _id: 7, a: 1 }, true)).toEqual({ _id: new Int32(7) });
  });

  test('is refused where it would be two things', () => {
    expect(() => from({ $and: [{ a: 1 }, { a: 2 }] })).toThrow('matched twice');
    expect(() => from({ 'a.b': 1, a: {} })).toThrow('matched twice');
    expect(() => from({ '_id.x': 1 })).toThrow('exactly specified');
  });
});
