/**
 * What a judge is not asked, because its answer is known to be wrong there: an answer that may be anything judges
 * nobody. Each line says what MongoDB does and where that is written; test/embedded-db/judged.test.ts holds ours to it.
 * Sources that begin with `jstests` or `src` are MongoDB's own.
 */
import type { Asked } from './asked.js';
import type { JudgeName } from './judges.js';
import { uniqueField } from './documents.js';
import { keyHolds, modifier, standing, test, twoEnds, writesBeside } from './known.js';
import {
  allOf,
  arrayOn,
  at,
  elementsOf,
  holds,
  isArray,
  isEmpty,
  isNaNumber,
  isPlain,
  numberOf,
  parentOf,
  throughArray,
} from './values.js';

interface Blind {
  readonly judge: JudgeName;
  readonly why: string;
  readonly when: (asked: Asked) => boolean;
}

const ferret = (why: string, when: Blind['when']): Blind => ({ judge: 'ferretdb', why, when });
const java = (why: string, when: Blind['when']): Blind => ({ judge: 'mongo-java-server', why, when });
const both = (why: string, when: Blind['when']): Blind[] => [ferret(why, when), java(why, when)];

const holdsNaN = ({ command, documents }: Asked): boolean => holds([command, documents], isNaNumber);

const blinds: readonly Blind[] = [
  ...both(
    'a test that a missing field may pass, through an array (jstests/core/null_query_semantics.js)',
    test(
      ({ path, operator, operand }, { documents }) =>
        (['$ne', '$nin', '$exists'].includes(operator) ||
          (['$eq', '$in', '$gte', '$lte'].includes(operator) && allOf(operand).includes(null))) &&
        documents.some((document) => throughArray(document, path)),
    ),
  ),
  ...both(
    'a sort by two arrays side by side (code 2; src/mongo/db/index/sort_key_generator.cpp)',
    ({ keys, documents }) =>
      documents.some((document) => {
        const arrays = keys.filter((path) => arrayOn(document, path)).map((path) => path.replace(/\..*/, ''));
        return new Set(arrays).size > 1;
      }),
  ),
  ...both(
    'an upsert that a $in of one value makes equal (jstests/core/upsert_fields.js)',
    test(
      ({ operator, operand }, { upserts }) => upserts && operator === '$in' && allOf(operand).length === 1,
    ),
  ),

  ...both(
    'a group by an array, or by a path through one (manual: "Field Paths", "Comparison/Sort Order")',
    ({ verb, keys, documents }) =>
      verb === 'aggregate' && keys.some((path) => documents.some((document) => arrayOn(document, path))),
  ),

  ferret('NaN, at which it hangs up (manual: "Comparison/Sort Order")', holdsNaN),
  ferret(
    '$elemMatch on fields, or of two operators, which it lets two elements meet (manual: "$elemMatch")',
    test(({ operator, operand }) => {
      const [first, ...others] = isPlain(operand) ? Object.keys(operand) : [];
      return operator === '$elemMatch' && (others.length > 0 || first?.startsWith('$') !== true);
    }),
  ),
  ferret(
    'several updates in one command: it stops at the first that fails and answers for that alone (manual: "update")',
    ({ modifiers, verb }) => verb === 'update' && modifiers.length > 1,
  ),
  ferret(
    'both ends of a range through an array, which two elements may meet (manual: "Query an Array")',
    twoEnds(throughArray),
  ),
  ferret(
    'a sort through an array, into which it does not look (manual: "Sort by array fields")',
    ({ keys, documents }) => keys.some((path) => documents.some((document) => throughArray(document, path))),
  ),
  ferret(
    'an array put into an array, of which it keeps none (manual: "$push")',
    modifier(
      ({ operator, operand }) =>
        ['$push', '$addToSet'].includes(operator) && elementsOf(operand, true).some(isArray),
    ),
  ),
  ferret(
    '$push of no element, which makes an empty array where there is none (manual: "$push")',
    modifier(
      ({ operator, operand }) => operator === '$push' && isPlain(operand) && isEmpty(operand['$each']),
    ),
  ),
  ferret(
    '$pull by a condition, by which it takes nothing out (manual: "$pull")',
    modifier(({ operator, operand }) => operator === '$pull' && isPlain(operand)),
  ),
  ferret(
    'an upsert with two operators on one path, which it takes for a value to set (jstests/core/upsert_fields.js)',
    ({ upserts, predicates }) =>
      upserts && new Set(predicates.map(({ path }) => path)).size < predicates.length,
  ),
  ferret(
    'a write beside an array in the unique index, which it takes as one value (manual: "Unique Indexes")',
    writesBeside(isArray),
  ),
  ferret(
    '$setOnInsert of null, which it leaves out (manual: "$setOnInsert")',
    modifier(({ operator, operand }) => operator === '$setOnInsert' && operand === null),
  ),

  java('NaN, which it puts above all numbers (manual: "Comparison/Sort Order")', holdsNaN),
  java(
    'a range that ends at null, which holds null (jstests/core/null_query_semantics.js)',
    test(({ operator, operand }) => ['$gte', '$lte'].includes(operator) && operand === null),
  ),
  java(
    'equality with an object that is empty or holds null, which it takes for any (manual: "Query on Embedded Documents")',
    test(
      ({ operand }) =>
        isPlain(operand) && (Object.keys(operand).length === 0 || Object.values(operand).includes(null)),
    ),
  ),
  java(
    'equality with an array beside an array in an array (manual: "Query an Array")',
    test(
      ({ path, operand }, { documents }) =>
        isArray(operand) && documents.some((document) => elementsOf(at(document, path)).some(isArray)),
    ),
  ),
  java(
    'both ends of a range on an array, which two elements may meet (manual: "Query an Array")',
    twoEnds(arrayOn),
  ),
  java(
    'an empty array, or an array in an array, as a key of a sort or a group (manual: "Comparison/Sort Order")',
    keyHolds((value) => isArray(value) && (isEmpty(value) || elementsOf(value).some(isArray))),
  ),
  java(
    'a sort by two paths through one array, whose elements it takes apart (src/mongo/db/index/btree_key_generator.cpp)',
    ({ keys, documents }) =>
      keys.filter((path) => documents.some((document) => throughArray(document, path))).length > 1,
  ),
  java('two modifiers of one path, which conflict (code 40; manual: "Update Operators")', ({ modifiers }) =>
    modifiers.some((each) => new Set(each.map(({ path }) => path)).size < each.length),
  ),
  java(
    '$addToSet of an empty document, at which it fails (manual: "$addToSet")',
    modifier(
      ({ operator, operand }) =>
        operator === '$addToSet' && isPlain(operand) && Object.keys(operand).length === 0,
    ),
  ),
  java(
    'a change through an array, or through what is no document (code 28; manual: "Update Documents in an Array")',
    modifier(({ path }, { documents }) =>
      documents.some((document) => {
        const parent = parentOf(document, path);
        return parent !== undefined && !isPlain(parent);
      }),
    ),
  ),
  java(
    'a number beside an equal one of another type: $set takes it for no change, $addToSet for new (manual: "$addToSet")',
    modifier(({ path, operand }, asked) => {
      const given = elementsOf(operand).map(numberOf);
      const now = standing(asked, path).flatMap((value) => elementsOf(value));
      return now.some((each) => numberOf(each) !== undefined && given.includes(numberOf(each)));
    }),
  ),
  java(
    'a write beside a null or an empty array in the sparse unique index, where it fails (manual: "Sparse Indexes")',
    writesBeside((value) => value === null || isEmpty(value)),
  ),
  java(
    'null among the values of a $in on the sparse unique index, which holds no missing field (manual: "Sparse Indexes")',
    test(
      ({ path, operator, operand }) =>
        path === uniqueField && operator === '$in' && allOf(operand).includes(null),
    ),
  ),
  java(
    'a modifier of null, which it takes for a missing field (manual: "$push", "$inc")',
    modifier(
      ({ operator, path }, asked) =>
        ['$push', '$addToSet', '$inc', '$pull'].includes(operator) && standing(asked, path).includes(null),
    ),
  ),
];

/** Why a judge is not asked this, or undefined. */
export const unjudged = (party: string, asked: Asked): string | undefined =>
  blinds.find(({ judge, when }) => judge === party && when(asked))?.why;
