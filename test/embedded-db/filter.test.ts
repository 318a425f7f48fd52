import { describe, expect, test } from '@jest/globals';
import { Double, Long, type Document } from 'bson';
import { parseFilter } from '../../embedded-db/filter.js';
import { matches } from '../../embedded-db/match.js';
import { doc } from './support.js';

const match = (filter: Document, document: Document): boolean =>
  matches(parseFilter(doc(filter)), doc(document));

type Case = [filter: Document, yes: Document[], no: Document[]];

/** Each operator, with what it takes and what it leaves, after the pages of MongoDB's manual on query operators. */
const cases: Record<string, Case[]> = {
  'equality, $eq': [
    [
      { a: 1 },
      [{ a: 1 }, { a: new Double(1) }, { a: Long.ONE }, { a: [0, 1] }],
      [{ a: 2 }, { a: '1' }, { a: [[1]] }, {}, { a: true }],
    ],
    [{ a: { $eq: 'x' } }, [{ a: 'x' }, { a: ['x'] }], [{ a: 'X' }, { a: { x: 'x' } }]],
    [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }, { a: 1 }]],
    [
      { a: { x: 1, y: 2 } },
      [{ a: { x: 1, y: 2 } }, { a: [{ x: 1, y: 2 }] }],
      [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }, { a: { x: 1, y: 2, z: 3 } }],
    ],
    [{ a: [] }, [{ a: [] }, { a: [[]] }], [{ a: null }, {}, { a: [1] }]],
    [
      { 'a.b': 1 },
      [{ a: { b: 1 } }, { a: [{ b: 0 }, { b: 1 }] }, { a: { b: [1] } }, { a: [{ b: [2, 1] }] }],
      [{ a: [[{ b: 1 }]] }, { a: 1 }, {}],
    ],
    [{ 'a.1': 5 }, [{ a: [0, 5] }, { a: { 1: 5 } }, { a: [{ 1: 5 }] }], [{ a: [5, 0] }, { a: [5] }]],
    [{ 'a.0.b': 5 }, [{ a: [{ b: 5 }] }], [{ a: [{ b: 1 }, { b: 5 }] }]],
  ],
  'null and missing': [
    [{ a: null }, [{ a: null }, {}, { a: [null] }, { a: [1, null] }], [{ a: 0 }, { a: [] }, { a: false }]],
    [
      { 'a.b': null },
      [{ a: { b: null } }, { a: {} }, {}, { a: 4 }, { a: null }, { a: [{ b: 1 }, {}] }],
      [{ a: [] }, { a: [1, 'x'] }, { a: { b: 1 } }, { a: [{ b: 1 }] }, { a: [[]] }],
    ],
    [{ a: { $ne: null } }, [{ a: 0 }, { a: [] }], [{}, { a: null }, { a: [null, 1] }]],
    [{ a: { $gte: null } }, [{ a: null }, {}], [{ a: 0 }]],
    [{ a: { $gt: null } }, [], [{ a: null }, {}, { a: 1 }]],
  ],
  $ne: [[{ a: { $ne: 1 } }, [{ a: 2 }, {}, { a: [2] }], [{ a: 1 }, { a: [1, 2] }, { a: new Double(1) }]]],
  '$gt, $gte, $lt, $lte': [
    [
      { a: { $gt: 5 } },
      [{ a: 6 }, { a: 5.5 }, { a: Long.fromString('9007199254740993') }, { a: [1, 6] }],
      [{ a: 5 }, { a: '6' }, { a: null }, {}, { a: new Date(6) }, { a: new Double(NaN) }, { a: [] }],
    ],
    [{ a: { $gte: 'b' } }, [{ a: 'b' }, { a: 'ba' }, { a: '举' }], [{ a: 'a' }, { a: 'B' }, { a: 7 }]],
    [
      { a: { $lt: 5 } },
      [{ a: 4 }, { a: -Infinity }, { a: [9, 4] }],
      [{ a: 5 }, { a: new Double(NaN) }, {}, { a: null }],
    ],
    [{ a: { $lte: new Double(NaN) } }, [{ a: new Double(NaN) }], [{ a: 1 }, { a: 'x' }]],
    [{ a: { $lt: new Date(10) } }, [{ a: new Date(9) }], [{ a: 9 }, { a: new Date(10) }]],
    [{ a: { $gt: 2, $lt: 4 } }, [{ a: 3 }, { a: [1, 5] }], [{ a: 2 }, { a: [1] }]],
    [{ a: { $gte: [2] } }, [{ a: [2] }, { a: [3] }, { a: [[5]] }], [{ a: [1] }, { a: 3 }]],
    [{ a: { $lt: true } }, [{ a: false }], [{ a: 0 }, { a: true }]],
  ],
  '$in, $nin': [
    [
      { a: { $in: [1, 'x', null] } },
      [{ a: new Double(1) }, { a: 'x' }, {}, { a: [5, 'x'] }],
      [{ a: 2 }, { a: [] }],
    ],
    [{ a: { $in: [] } }, [], [{ a: 1 }, {}]],
    [{ a: { $in: [[1]] } }, [{ a: [1] }], [{ a: 1 }]],
    [{ a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: 1 }, { a: [3, 2] }]],
    [{ a: { $nin: [] } }, [{}, { a: 1 }], []],
  ],
  $exists: [
    [{ a: { $exists: true } }, [{ a: null }, { a: 0 }, { a: [] }], [{}, { b: 1 }]],
    [{ a: { $exists: false } }, [{}], [{ a: null }]],
    [
      { 'a.b': { $exists: true } },
      [{ a: { b: null } }, { a: [1, { b: 2 }] }],
      [{ a: [1] }, { a: [] }, { a: {} }],
    ],
    [{ 'a.b': { $exists: false } }, [{ a: [] }, { a: [1] }, { a: 1 }], [{ a: [{ b: 1 }, {}] }]],
  ],
  '$and, $or': [
    [{ $and: [{ a: 1 }, { b: 2 }] }, [{ a: 1, b: 2 }], [{ a: 1 }]],
    [{ $or: [{ a: 1 }, { b: 2 }] }, [{ a: 1 }, { b: 2 }], [{ a: 2, b: 1 }]],
    [{ $or: [{ a: 1 }], b: 2 }, [{ a: 1, b: 2 }], [{ a: 1 }]],
  ],
  $elemMatch: [
    [
      { a: { $elemMatch: { $gt: 2, $lt: 8 } } },
      [{ a: [1, 5] }],
      [{ a: [1, 9] }, { a: 5 }, { a: [[5]] }, { a: [] }],
    ],
    [
      { a: { $elemMatch: { b: 1, c: 2 } } },
      [{ a: [{ b: 1, c: 2 }] }, { a: [{ b: [1], c: 2 }] }],
      [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
    ],
    [{ a: { $elemMatch: { $or: [{ b: 1 }, { c: 2 }] } } }, [{ a: [{ c: 2 }] }], [{ a: [{ b: 2 }] }]],
    [{ a: { $elemMatch: { $elemMatch: { $gte: 5 } } } }, [{ a: [[1, 5]] }], [{ a: [5] }, { a: [[1]] }]],
    [{ a: { $elemMatch: { 0: 7 } } }, [{ a: [[7]] }], [{ a: [7] }, { a: [[1, 7]] }]],
    [
      { a: { $elemMatch: { b: { $elemMatch: { c: 1 } } } } },
      [{ a: [{ b: [{ c: 1 }] }] }],
      [{ a: [{ b: { c: 1 } }] }],
    ],
    [{ a: { $elemMatch: { $nin: [1] } } }, [{ a: [1, 2] }], [{ a: [1] }]],
  ],
};

describe('filters', () => {
  test.each(Object.entries(cases))('%s', (_name, table) => {
    const wrong: string[] = [];
    for (const [filter, yes, no] of table) {
      for (const each of yes)
        if (!match(filter, each)) wrong.push(`${JSON.stringify(filter)} leaves ${JSON.stringify(each)}`);
      for (const each of no)
        if (match(filter, each)) wrong.push(`${JSON.stringify(filter)} takes ${JSON.stringify(each)}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each<[Document]>([
    [{ a: { $regex: 'x' } }],
    [{ a: { $type: 'int' } }],
    [{ a: { $mod: [2, 0] } }],
    [{ $expr: { $eq: [1, 1] } }],
    [{ $where: '1' }],
    [{ $text: { $search: 'x' } }],
    [{ a: { $all: [1] } }],
    [{ a: { $size: 1 } }],
    [{ a: { $not: { $gt: 1 } } }],
    [{ $nor: [{ a: 1 }] }],
    [{ a: { $gt: 1, b: 2 } }],
  ])('%j is refused with a way out', (filter) => {
    expect(() => match(filter, {})).toThrow(/MONGODB_URI/);
  });

  test.each<[Document, string]>([
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ $or: [] }, 'non-empty array'],
    [{ $and: 1 }, 'non-empty array'],
    [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
  ])('%j is BadValue', (filter, text) => {
    expect(() => match(filter, {})).toThrow(text);
  });
});
