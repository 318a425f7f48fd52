import { Int32 } from 'bson';
import { MongoError, unsupported } from './errors.js';
import { keyOf } from './keys.js';
import { splitPath, type Path } from './paths.js';
import { int, isDoc, type Doc, type Value } from './values.js';

/** What a `$group` computes from one document; undefined where the field is missing. */
type Expression = (doc: Doc) => Value | undefined;

interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

/** Reads a `$group` stage. @throws MongoError for anything but field paths, constants and $sum, $min and $max */
export function parseGroup(spec: Value): (docs: Iterable<Doc>) => Generator<Doc> {
  if (!isDoc(spec)) throw new MongoError('Location15947', "a group's fields must be specified in an object");
  const id = spec.get('_id');
  if (id === undefined) throw new MongoError('Location15955', 'a group specification must include an _id');
  const identity = parseIdentity(id);
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => parseAccumulator(name, value));
  return function* (docs) {
    const groups = new Map<string, { id: Value; accumulators: Accumulator[] }>();
    for (const doc of docs) {
      const value = identity(doc) ?? null;
      const key = keyOf(value).toString('latin1');
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { id: value, accumulators: fields.map(({ make }) => make()) }));
      for (const [i, { of }] of fields.entries()) group.accumulators[i]?.add(of(doc));
    }
    for (const { id: value, accumulators } of groups.values()) {
      const results = fields.map(({ name }, i): [string, Value] => [name, accumulators[i]?.result() ?? null]);
      yield new Map<string, Value>([['_id', value], ...results]);
    }
  };
}

function parseIdentity(id: Value): Expression {
  if (!isDoc(id)) return parseExpression(id);
  const fields = [...id].map(([name, value]) => ({
    name,
    of: parseExpression(value),
    dotted: name.includes('.'),
  }));
  if (fields.some(({ name, dotted }) => dotted || name.startsWith('$')))
    throw unsupported('an expression as the _id of $group');
  return (doc) =>
    new Map(
      fields.flatMap(({ name, of }): [string, Value][] => {
        const value = of(doc);
        return value === undefined ? [] : [[name, value]];
      }),
    );
}

/** A field path or a constant. */
function parseExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$')) {
    if (value.startsWith('$$') || value.length < 2) throw unsupported(`the expression '${value}'`);
    const path = splitPath(value.slice(1));
    return (doc) => valueAt(doc, path, 0);
  }
  if (isDoc(value) || Array.isArray(value)) throw unsupported('a computed expression in $group');
  return () => value;
}

/** A field path as an expression reads it: through an array of documents it gives an array. */
function valueAt(value: Value | undefined, path: Path, from: number): Value | undefined {
  const part = path[from];
  if (part === undefined) return value;
  if (isDoc(value)) return valueAt(value.get(part), path, from + 1);
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((inner): Value[] => {
    const found = isDoc(inner) ? valueAt(inner, path, from) : undefined;
    return found === undefined ? [] : [found];
  });
}

function parseAccumulator(
  name: string,
  value: Value,
): { name: string; of: Expression; make: () => Accumulator } {
  if (name.includes('.'))
    throw new MongoError('Location40235', `The field name '${name}' cannot contain '.'`);
  const [operator, operand] = isDoc(value) && value.size === 1 ? ([...value][0] ?? []) : [];
  if (operator === undefined || operand === undefined)
    throw new MongoError('Location40234', `The field '${name}' must be an accumulator object`);
  const make = accumulators[operator];
  if (!make) throw unsupported(`the accumulator '${operator}'`);
  return { name, of: parseExpression(operand), make };
}

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $min: () => extreme(-1),
  $max: () => extreme(1),
};

function extreme(way: number): Accumulator {
  let best: { value: Value; key: Buffer } | undefined;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      const key = keyOf(value);
      if (!best || key.compare(best.key) === way) best = { value, key };
    },
    result: () => best?.value ?? null,
  };
}

/**
 * Adds numbers: whole ones exactly, doubles with the rounding error carried along (Knuth's two-sum, as MongoDB does it);
 * the sum has the widest type seen, a long where an int overflows, a double where a long does.
 */
function sum(): Accumulator {
  let whole = 0n;
  let small = 0; // whole numbers as long as they are exact
  let double = 0;
  let carried = 0;
  let widest: 'int' | 'long' | 'double' = 'int';
  const settle = (): void => {
    whole += BigInt(small);
    small = 0;
  };
  const twoSum = (value: number): void => {
    const total = double + value;
    const back = total - double;
    if (Number.isFinite(total)) carried += double - (total - back) + (value - back);
    double = total;
  };
  return {
    add(value) {
      if (value instanceof Int32) {
        small += value.value;
        if (Math.abs(small) > 2 ** 52) settle();
      } else if (typeof value === 'bigint') {
        whole += value;
        if (widest === 'int') widest = 'long';
      } else if (typeof value === 'number') {
        twoSum(value);
        widest = 'double';
      }
    },
    result() {
      settle();
      if (widest === 'double') {
        twoSum(Number(whole));
        twoSum(Number(whole - BigInt(Number(whole))));
        return Number.isFinite(double) ? double + carried : double;
      }
      if (widest === 'int' && BigInt.asIntN(32, whole) === whole) return int(Number(whole));
      return BigInt.asIntN(64, whole) === whole ? whole : Number(whole);
    },
  };
}
