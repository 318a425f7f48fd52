import { Decimal128, Int32 } from 'bson';
import { MongoError, unsupported } from './errors.js';
import { keyOf } from './keys.js';
import { add } from './numbers.js';
import { splitPath, type Path } from './paths.js';
import { int, isDoc, isNumeric, type Doc, type Numeric, type Value } from './values.js';

/** What a `$group` computes from one document; undefined where the field is missing. */
type Expression = (doc: Doc) => Value | undefined;

interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

/** Reads a `$group` stage. @throws MongoError for anything but field paths, constants and the seven accumulators */
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
  if (operator === '$count') {
    if (!isDoc(operand) || operand.size)
      throw new MongoError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return { name, of: () => int(1), make: sum };
  }
  const make = accumulators[operator];
  if (!make) throw unsupported(`the accumulator '${operator}'`);
  return { name, of: parseExpression(operand), make };
}

const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let kept: { value: Value | undefined } | undefined;
    return { add: (value) => void (kept ??= { value }), result: () => kept?.value ?? null };
  },
  $last: () => {
    let kept: Value | undefined;
    return { add: (value) => void (kept = value), result: () => kept ?? null };
  },
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
 * Adds numbers: whole ones exactly, doubles with the rounding error carried along (Knuth's two-sum, as MongoDB does it),
 * decimals as decimals; the sum has the widest type seen, a long where an int overflows, a double where a long does.
 */
class Total {
  count = 0;
  private whole = 0n;
  private small = 0; // whole numbers as long as they are exact
  private double = 0;
  private carried = 0;
  private decimal: Decimal128 | undefined;
  private widest: 'int' | 'long' | 'double' = 'int';

  add(value: Numeric): void {
    this.count += 1;
    if (value instanceof Int32) {
      this.small += value.value;
      if (Math.abs(this.small) > 2 ** 52) this.settle();
    } else if (typeof value === 'bigint') {
      this.whole += value;
      if (this.widest === 'int') this.widest = 'long';
    } else if (typeof value === 'number') {
      this.twoSum(value);
      this.widest = 'double';
    } else this.decimal = (this.decimal ? add(this.decimal, value) : value) as Decimal128;
  }

  result(): Numeric {
    this.settle();
    if (this.decimal) {
      const rest = add(this.decimal, this.whole) ?? this.decimal;
      return this.widest === 'double' ? (add(rest, this.floating()) ?? rest) : rest;
    }
    if (this.widest === 'double') return this.floating(this.whole);
    if (this.widest === 'int' && BigInt.asIntN(32, this.whole) === this.whole) return int(Number(this.whole));
    return BigInt.asIntN(64, this.whole) === this.whole ? this.whole : Number(this.whole);
  }

  /** Everything as one double. */
  floating(whole = 0n): number {
    const copy = new Total();
    copy.double = this.double;
    copy.carried = this.carried;
    const high = Number(whole);
    copy.twoSum(high);
    if (whole) copy.twoSum(Number(whole - BigInt(high)));
    return Number.isFinite(copy.double) ? copy.double + copy.carried : copy.double;
  }

  private settle(): void {
    this.whole += BigInt(this.small);
    this.small = 0;
  }

  private twoSum(value: number): void {
    const sum = this.double + value;
    const back = sum - this.double;
    if (Number.isFinite(sum)) this.carried += this.double - (sum - back) + (value - back);
    this.double = sum;
  }
}

function sum(): Accumulator {
  const total = new Total();
  return {
    add(value) {
      if (isNumeric(value)) total.add(value);
    },
    result: () => total.result(),
  };
}

function average(): Accumulator {
  const total = new Total();
  return {
    add(value) {
      if (value instanceof Decimal128) throw unsupported('$avg of decimals');
      if (isNumeric(value)) total.add(value);
    },
    result() {
      if (!total.count) return null;
      const all = total.result();
      return Number(all.toString()) / total.count;
    },
  };
}
