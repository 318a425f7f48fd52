import { isPointRange, type Filter, type Test } from './filter.js';
import { isNaNumber, keyOf, kindOf } from './keys.js';
import { reaches } from './paths.js';
import { isDoc, type Doc, type Value } from './values.js';

/** Whether a document matches. */
export const matches = (filter: Filter, doc: Doc): boolean => holds(filter, doc);

function holds(filter: Filter, root: Value): boolean {
  switch (filter.op) {
    case 'and':
      return filter.of.every((part) => holds(part, root));
    case 'or':
      return filter.of.some((part) => holds(part, root));
    case 'not':
      return !holds(filter.of, root);
    case 'pred': {
      const { path, test } = filter;
      // an empty path is the element that `$elemMatch` looks at: tested as it is, arrays inside are not opened
      if (!path.length) return passes(test, root);
      return reaches(root, path, 0, test.is === 'elemMatch', (value) => passes(test, value));
    }
  }
}

function passes(test: Test, value: Value | undefined): boolean {
  switch (test.is) {
    case 'eq':
      return equals(value, test.operand, test.key);
    case 'in':
      return test.keys.has(keyOf(value).toString('latin1'));
    case 'exists':
      return value !== undefined;
    case 'elemMatch':
      return Array.isArray(value) && value.some((inner) => matchesElement(test, inner));
    default:
      return inRange(test, value);
  }
}

function equals(value: Value | undefined, operand: Value, key: Buffer): boolean {
  if (typeof value === 'string' || typeof operand === 'string') return value === operand;
  return kindOf(value) === key[0] && keyOf(value).equals(key);
}

/** Ranges hold between values of one kind only; NaN equals itself and is neither below nor above anything. */
function inRange(test: Extract<Test, { kind: number }>, value: Value | undefined): boolean {
  if (kindOf(value) !== test.kind) return false;
  const orEqual = test.is === 'gte' || test.is === 'lte';
  if (isPointRange(test.operand) || isNaNumber(value)) return orEqual && keyOf(value).equals(test.key);
  const order = keyOf(value).compare(test.key);
  if (order === 0) return orEqual;
  return order > 0 === (test.is === 'gt' || test.is === 'gte');
}

function matchesElement(test: Extract<Test, { is: 'elemMatch' }>, element: Value): boolean {
  if (test.values) return holds(test.filter, element);
  if (Array.isArray(element)) {
    // an array inside an array is a document with its positions as names
    return holds(test.filter, new Map(element.map((value, index) => [String(index), value])));
  }
  return isDoc(element) && holds(test.filter, element);
}
