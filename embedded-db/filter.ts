import { MongoError, unsupported } from './errors.js';
import { isNaNumber, keyOf, kindOf } from './keys.js';
import { splitPath, type Path } from './paths.js';
import { isDoc, truth, type Doc, type Value } from './values.js';

/** What a predicate asks of one value. Keys are order-preserving bytes (keys.ts). */
export type Test =
  | { readonly is: 'eq'; readonly operand: Value; readonly key: Buffer }
  | {
      readonly is: 'gt' | 'gte' | 'lt' | 'lte';
      readonly operand: Value;
      readonly key: Buffer;
      readonly kind: number;
    }
  | { readonly is: 'in'; readonly operands: readonly Value[]; readonly keys: ReadonlySet<string> }
  | { readonly is: 'exists' }
  /** `values`: each element is tested itself; otherwise it is a document that the filter is asked of */
  | { readonly is: 'elemMatch'; readonly filter: Filter; readonly values: boolean };

export interface Pred {
  readonly op: 'pred';
  readonly path: Path;
  readonly test: Test;
}
export type Filter =
  | { readonly op: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly op: 'not'; readonly of: Filter }
  | Pred;

const bad = (message: string): MongoError => new MongoError('BadValue', message);
const not = (of: Filter): Filter => ({ op: 'not', of });
const all = (of: readonly Filter[]): Filter => (of.length === 1 && of[0] ? of[0] : { op: 'and', of });

/** Reads a filter document. @throws MongoError BadValue, for anything outside the closed list too */
export function parseFilter(doc: Doc): Filter {
  const parts: Filter[] = [];
  for (const [name, value] of doc) {
    if (name === '$and' || name === '$or') parts.push(parseLogical(name, value));
    else if (name.startsWith('$'))
      throw unsupported(`the top level operator '${name}' in a filter`, 'BadValue');
    else parts.push(parseField(splitPath(name), value));
  }
  return all(parts);
}

function parseLogical(name: '$and' | '$or', value: Value): Filter {
  if (!Array.isArray(value) || !value.length) throw bad(`${name} argument must be a non-empty array`);
  const of = value.map((clause) => {
    if (!isDoc(clause)) throw bad(`${name} argument's entries must be objects`);
    return parseFilter(clause);
  });
  return name === '$and' ? all(of) : of.length === 1 && of[0] ? of[0] : { op: 'or', of };
}

const isOperators = (value: Value): value is Doc => {
  if (!isDoc(value)) return false;
  const [first] = value.keys();
  return first?.startsWith('$') === true;
};

function parseField(path: Path, value: Value): Filter {
  if (!isOperators(value)) return equal(path, value);
  return all([...value].map(([name, operand]) => parseOperator(path, name, operand)));
}

function equal(path: Path, operand: Value): Filter {
  return { op: 'pred', path, test: { is: 'eq', operand, key: keyOf(operand) } };
}

function parseOperator(path: Path, name: string, operand: Value): Filter {
  const pred = (test: Test): Filter => ({ op: 'pred', path, test });
  switch (name) {
    case '$eq':
      return equal(path, operand);
    case '$ne':
      return not(equal(path, operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte': {
      const is = name.slice(1) as 'gt' | 'gte' | 'lt' | 'lte';
      return pred({ is, operand, key: keyOf(operand), kind: kindOf(operand) });
    }
    case '$in':
      return anyOf(path, name, operand);
    case '$nin':
      return not(anyOf(path, name, operand));
    case '$exists':
      return truth(operand, '$exists') ? pred({ is: 'exists' }) : not(pred({ is: 'exists' }));
    case '$elemMatch':
      return pred(parseElemMatch(operand));
    default:
      throw unsupported(`the operator '${name}' in a filter`, 'BadValue');
  }
}

function anyOf(path: Path, name: string, operand: Value): Filter {
  if (!Array.isArray(operand)) throw bad(`${name} needs an array`);
  if (operand.length === 1 && operand[0] !== undefined) return equal(path, operand[0]);
  const keys = new Map(operand.map((value) => [keyOf(value).toString('latin1'), value]));
  return { op: 'pred', path, test: { is: 'in', operands: [...keys.values()], keys: new Set(keys.keys()) } };
}

function parseElemMatch(operand: Value): Test {
  if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
  const [first] = operand.keys();
  const values = first !== undefined && first.startsWith('$') && !['$and', '$or'].includes(first);
  return { is: 'elemMatch', values, filter: values ? parseField([], operand) : parseFilter(operand) };
}

/** What must all hold: the predicates of the top level and of every `$and` in it. */
export function conjuncts(filter: Filter): Pred[] {
  if (filter.op === 'pred') return [filter];
  return filter.op === 'and' ? filter.of.flatMap(conjuncts) : [];
}

/** Whether a comparison with this operand can only be with NaN or null, which are no ranges. */
export const isPointRange = (operand: Value): boolean => operand === null || isNaNumber(operand);
