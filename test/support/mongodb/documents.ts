/**
 * Generated documents and indexes of the differential test. There are few values, so that hits are common: of several
 * kinds, some equal across number types; arrays whose elements meet one bound each; missing fields; and indexes on the
 * fields that the filters name.
 */
import { Binary, Double, Int32, Long, ObjectId, type Document } from 'bson';
import fc, { type Arbitrary } from 'fast-check';

export const uniqueField = 'u';

export const int = (n: number): Int32 => new Int32(n);
const numbers = [1, 2, 3, 4].map(int);
const common = [...numbers, ...numbers, 'x', 'y', new Double(2), new Double(2.5), Long.fromNumber(3), null];
const rare = [
  true,
  false,
  'xy',
  '',
  new Double(-1),
  new Date(1000),
  new Date(2000),
  new Binary(Buffer.from([1, 2])),
  new Binary(Buffer.from([1, 3])),
  new ObjectId('0123456789abcdef01234567'),
];

export const weighted = <T>(...pairs: [number, Arbitrary<T>][]): Arbitrary<T> =>
  fc.oneof(...pairs.map(([weight, arbitrary]) => ({ weight, arbitrary })));
export const scalar: Arbitrary<unknown> = weighted<unknown>(
  [400, fc.constantFrom<unknown>(...common)],
  [90, fc.constantFrom<unknown>(...rare)],
  [1, fc.constant<unknown>(new Double(NaN))], // FerretDB cannot keep it, and would judge little if it were common
);
const pair: Arbitrary<Document> = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
export const arrayOf = (one: Arbitrary<unknown>): Arbitrary<unknown[]> => fc.array(one, { maxLength: 3 });
const maybeArray = (one: Arbitrary<unknown>): Arbitrary<unknown> =>
  weighted<unknown>([1, one], [1, arrayOf(one)]);
export const value: Arbitrary<unknown> = weighted<unknown>([6, scalar], [2, arrayOf(scalar)], [1, pair]);

const ids = Array.from({ length: 16 }, (_, i) => int(i));
export const id = fc.constantFrom(...ids);
const fields = {
  a: maybeArray(scalar),
  b: scalar,
  c: maybeArray(weighted<unknown>([6, pair], [1, scalar])),
  d: value,
};
const plain = { a: scalar, b: scalar, c: pair, d: scalar };
const body = fc.constantFrom<Record<string, Arbitrary<unknown>>>(fields, fields, plain);
export const documents = body.chain((of) =>
  fc
    .array(fc.record(of, { requiredKeys: ['b'] }), { minLength: 8, maxLength: 16 })
    .map((list) => list.map((doc, i): Document => ({ _id: ids[i], ...doc }))),
);

export const path = fc.constantFrom('a', 'a', 'b', 'c.x', 'c.x', 'c.y', 'c.y', 'd', uniqueField);
export const way = fc.constantFrom(1, -1).map(int);
export const sortOf = (most: number): Arbitrary<Document> =>
  fc
    .uniqueArray(path, { minLength: 1, maxLength: most })
    .chain((paths) =>
      fc.tuple(...paths.map(() => way)).map((ways) => Object.fromEntries(paths.map((p, i) => [p, ways[i]]))),
    );
const nameOf = (key: Document): string =>
  Object.entries(key)
    .map(([name, each]) => `${name}_${String(each)}`)
    .join('_');
// no two arrays side by side in one index: documents that have both could not be kept
const indexKey = fc
  .constantFrom(
    ['a'],
    ['c.x'],
    ['d'],
    ['a', 'b'],
    ['b', 'a'],
    ['c.x', 'c.y'],
    ['c.y', 'c.x'],
    ['c.x', 'c.y', 'b'],
    ['b', 'c.y'],
    ['b', 'd'],
  )
  .chain((paths) =>
    fc.tuple(...paths.map(() => way)).map((ways) => Object.fromEntries(paths.map((p, i) => [p, ways[i]]))),
  );
const indexOptions = fc.constantFrom<Document>(
  {},
  {},
  {},
  {},
  { sparse: true },
  { sparse: true },
  { partialFilterExpression: { d: { $gt: int(1) } } },
  { partialFilterExpression: { b: { $exists: true } } },
);
export const indexes = fc
  .uniqueArray(fc.tuple(indexKey, indexOptions), { maxLength: 4, selector: ([key]) => nameOf(key) })
  .chain((list) =>
    fc.boolean().map((unique): Document[] => {
      const made = list.map(([key, options]) => ({ key, name: nameOf(key), ...options }));
      return unique
        ? [...made, { key: { [uniqueField]: int(1) }, name: uniqueField, unique: true, sparse: true }]
        : made;
    }),
  );
