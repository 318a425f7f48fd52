/**
 * Generated cases over the closed list of embedded-db/README.md, on the documents and indexes of documents.ts. A later
 * operator of the list is added here.
 */
import { Double, Long, type Document } from 'bson';
import fc, { type Arbitrary } from 'fast-check';
import {
  arrayOf,
  documents,
  id,
  indexes,
  int,
  path,
  scalar,
  sortOf,
  uniqueField,
  value,
  way,
  weighted,
} from './documents.js';

export interface Case {
  readonly indexes: readonly Document[];
  readonly documents: readonly Document[];
  readonly operations: readonly Operation[];
}
export interface Operation {
  readonly command: Document;
  /** whether the order of the answer's documents is told by the command */
  readonly ordered: boolean;
}

export const collection = 'c';

const comparison = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte');
const test: Arbitrary<Document> = fc.oneof(
  fc.tuple(comparison, scalar).map(([is, one]): Document => ({ [is]: one })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar)
    .map(([low, from, high, to]): Document => ({ [low]: from, [high]: to })),
  fc.array(scalar, { maxLength: 3 }).map((list): Document => ({ $in: list })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list): Document => ({ $nin: list })),
  fc.boolean().map((is): Document => ({ $exists: is })),
  value.map((one): Document => ({ $ne: one })),
  value.map((one): Document => ({ $eq: one })),
  fc
    .tuple(comparison, scalar, comparison, scalar)
    .map(([one, from, other, to]): Document => ({ $elemMatch: { [one]: from, [other]: to } })),
);
// bounds on both fields of one array of documents, which different elements may meet
const correlated: Arbitrary<Document> = fc
  .tuple(comparison, scalar, comparison, scalar)
  .map(([one, x, other, y]): Document => ({ 'c.x': { [one]: x }, 'c.y': { [other]: y } }));
const element: Arbitrary<Document> = fc
  .tuple(comparison, scalar, comparison, scalar)
  .map(([one, x, other, y]): Document => ({ c: { $elemMatch: { x: { [one]: x }, y: { [other]: y } } } }));
const clause: Arbitrary<Document> = weighted<Document>(
  [5, fc.tuple(path, test).map(([on, what]): Document => ({ [on]: what }))],
  [2, fc.tuple(path, value).map(([on, what]): Document => ({ [on]: what }))],
  [4, correlated],
  [1, element],
);
const filter: Arbitrary<Document> = weighted<Document>(
  [4, clause],
  [3, fc.tuple(clause, clause).map(([one, other]): Document => ({ $and: [one, other] }))],
  [2, fc.tuple(clause, clause).map(([one, other]): Document => ({ $or: [one, other] }))],
  [1, fc.constant<Document>({})],
);
const total: Arbitrary<Document> = fc
  .tuple(fc.option(sortOf(2), { nil: {} }), way)
  .map(([sort, last]) => ({ ...sort, _id: last }));
const projection = fc.constantFrom<Document>(
  {},
  {},
  {},
  { a: int(1) },
  { 'c.x': int(1), b: int(1) },
  { _id: int(0), a: int(1), d: int(1) },
  { a: int(0) },
  { 'c.y': int(0) },
);

// `b` never holds an array: it stands beside one in an index, which would refuse the document where a judge keeps it
const target = fc.constantFrom('a', 'b', 'c.x', 'd', 'n', 'n', 's', 'e.f', uniqueField);
const arrayTarget = fc.constantFrom('a', 'c.x', 'd', 'n', 'n', 's', 'e.f', uniqueField);
const set: Arbitrary<Document> = fc.oneof(
  fc.tuple(target, scalar).map(([on, to]): Document => ({ $set: { [on]: to } })),
  fc.tuple(arrayTarget, value).map(([on, to]): Document => ({ $set: { [on]: to } })),
);
const modifier: Arbitrary<Document> = weighted<Document>(
  [3, set],
  [1, target.map((on): Document => ({ $unset: { [on]: '' } }))],
  [
    3,
    fc
      .tuple(target, fc.constantFrom(int(1), int(-2), new Double(0.5), new Double(1), Long.fromNumber(2)))
      .map(([on, by]): Document => ({ $inc: { [on]: by } })),
  ],
  [1, fc.tuple(arrayTarget, value).map(([on, to]): Document => ({ $push: { [on]: to } }))],
  [
    1,
    fc
      .tuple(arrayTarget, arrayOf(scalar))
      .map(([on, all]): Document => ({ $push: { [on]: { $each: all } } })),
  ],
  [1, fc.tuple(arrayTarget, value).map(([on, to]): Document => ({ $addToSet: { [on]: to } }))],
  [1, fc.tuple(target, scalar).map(([on, to]): Document => ({ $pull: { [on]: to } }))],
  [
    1,
    fc.tuple(target, comparison, scalar).map(([on, is, to]): Document => ({ $pull: { [on]: { [is]: to } } })),
  ],
  [2, fc.tuple(target, scalar).map(([on, to]): Document => ({ $setOnInsert: { [on]: to } }))],
);
const update: Arbitrary<Document> = weighted<Document>(
  [6, modifier],
  [3, fc.tuple(modifier, modifier).map(([one, other]): Document => ({ ...one, ...other }))],
  [1, fc.record({ b: scalar, a: value, [uniqueField]: scalar }, { requiredKeys: ['b'] })],
);

const as =
  (ordered: boolean) =>
  (command: Document): Operation => ({ command, ordered });
const find = fc.record({
  find: fc.constant(collection),
  filter,
  projection,
  sort: total,
  skip: fc.constantFrom(0, 0, 0, 2).map(int),
  limit: fc.constantFrom(0, 0, 1, 3).map(int),
});
const withId: Arbitrary<Document> = fc
  .tuple(id, fc.option(clause, { nil: {}, freq: 2 }))
  .map(([_id, more]): Document => ({ _id, ...more }))
  .filter(({ b }) => !Array.isArray((b as Document | undefined)?.['$eq'] ?? b)); // an upsert would set it
const updateOne = fc.record({ q: withId, u: update, upsert: fc.boolean() });
const updateMany = fc.tuple(filter, modifier).map(([q, u]): Document => ({ q, u, multi: true }));
const accumulators = fc.constantFrom<Document>(
  { n: { $sum: int(1) } },
  { n: { $sum: '$b' } },
  { least: { $min: '$b' }, most: { $max: '$b' } },
);
const group = fc
  .tuple(filter, fc.constantFrom<unknown>('$b', '$d', '$c.x', null, { b: '$b', x: '$d' }), accumulators)
  .map(([$match, _id, more]): Document => ({
    aggregate: collection,
    // the first sort settles which of equal keys names the group
    pipeline: [
      { $match },
      { $sort: { _id: int(1) } },
      { $group: { _id, ...more } },
      { $sort: { _id: int(1) } },
    ],
    cursor: {},
  }));
const operation: Arbitrary<Operation> = weighted<Operation>(
  [10, find.map(as(true))],
  [2, filter.map((q): Document => ({ find: collection, filter: q })).map(as(false))],
  [2, filter.map((query): Document => ({ count: collection, query })).map(as(true))],
  [2, group.map(as(true))],
  [5, updateOne.map((one): Document => ({ update: collection, updates: [one] })).map(as(true))],
  [1, updateMany.map((one): Document => ({ update: collection, updates: [one] })).map(as(true))],
  [
    1,
    fc
      .array(updateOne, { minLength: 2, maxLength: 4 })
      .map((updates): Document => ({ update: collection, updates, ordered: false }))
      .map(as(true)),
  ],
  [
    2,
    fc
      .record({ query: filter, sort: total, update, new: fc.boolean() })
      .map((rest): Document => ({ findAndModify: collection, ...rest }))
      .map(as(true)),
  ],
  [
    1,
    fc
      .record({ query: filter, sort: total })
      .map((rest): Document => ({ findAndModify: collection, ...rest, remove: true }))
      .map(as(true)),
  ],
  [1, withId.map((q): Document => ({ delete: collection, deletes: [{ q, limit: int(1) }] })).map(as(true))],
  [
    1,
    fc
      .array(
        fc.record({ _id: id, b: scalar, a: value, [uniqueField]: scalar }, { requiredKeys: ['_id', 'b'] }),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((list): Document => ({ insert: collection, documents: list, ordered: false }))
      .map(as(true)),
  ],
);

export const operationsPerCase = 25;

/** A case: indexes, documents, and operations one after the other. */
export const cases: Arbitrary<Case> = fc.record({
  indexes,
  documents,
  operations: fc.array(operation, { minLength: operationsPerCase, maxLength: operationsPerCase }),
});
