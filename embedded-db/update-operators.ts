import { MongoError, unsupported } from './errors.js';
import { parseFilter, type Filter } from './filter.js';
import { keyOf, sameValue } from './keys.js';
import { matches } from './match.js';
import { add } from './numbers.js';
import { checkNames, isDoc, isNumeric, show, typeName, type Value } from './values.js';

/** What a change makes of a field's value (undefined: there is none); undefined takes the field away. */
export type Change = (now: Value | undefined, document: string) => Value | undefined;

const bad = (message: string): MongoError => new MongoError('BadValue', message);

/** Each operator: from its operand and its path to the change that it makes. */
export const operators: Readonly<Record<string, (operand: Value, name: string) => Change>> = {
  $set: constant,
  $setOnInsert: constant,
  $unset: () => () => undefined,
  $inc: (operand, name) => {
    if (!isNumeric(operand))
      throw new MongoError(
        'TypeMismatch',
        `Cannot increment with non-numeric argument: {${name}: ${show(operand)}}`,
      );
    return (now, document) => {
      if (now === undefined) return operand;
      if (!isNumeric(now))
        throw new MongoError(
          'TypeMismatch',
          `Cannot apply $inc to a value of non-numeric type. ${document} has the field '${name}' of non-numeric type ${typeName(now)}`,
        );
      const sum = add(now, operand);
      if (sum === undefined)
        throw bad(`Failed to apply $inc operations to current value (${show(now)}) for document ${document}`);
      return sum;
    };
  },
  $push: (operand, name) => {
    const added = eachOf(operand, '$push');
    return (now, document) => {
      if (now !== undefined && !Array.isArray(now))
        throw bad(
          `The field '${name}' must be an array but is of type ${typeName(now)} in document ${document}`,
        );
      return [...(now ?? []), ...added];
    };
  },
  $addToSet: (operand, name) => {
    const added = eachOf(operand, '$addToSet');
    return (now, document) => {
      if (now !== undefined && !Array.isArray(now))
        throw bad(
          `Cannot apply $addToSet to a non-array field. Field named '${name}' has a non-array type ${typeName(now)} in the document ${document}`,
        );
      const list = [...(now ?? [])];
      const there = new Set(list.map((value) => keyOf(value).toString('latin1')));
      for (const value of added) {
        const key = keyOf(value).toString('latin1');
        if (!there.has(key)) list.push(value);
        there.add(key);
      }
      return list;
    };
  },
  $pull: (operand) => {
    const pulled = pullTest(operand);
    return (now) => {
      if (now === undefined) return undefined;
      if (!Array.isArray(now)) throw bad('Cannot apply $pull to a non-array value');
      return now.filter((value) => !pulled(value));
    };
  },
};

function constant(operand: Value): Change {
  checkNames(operand);
  return () => operand;
}

function eachOf(operand: Value, operator: string): Value[] {
  const each = isDoc(operand) ? operand.get('$each') : undefined;
  if (each === undefined) {
    checkNames(operand);
    return [operand];
  }
  if (!Array.isArray(each))
    throw bad(`The argument to $each in ${operator} must be an array but it was of type ${typeName(each)}`);
  if (isDoc(operand) && operand.size > 1) throw unsupported(`anything beside $each in ${operator}`);
  checkNames(each);
  return each;
}

function pullTest(operand: Value): (value: Value) => boolean {
  if (!isDoc(operand)) return (value) => sameValue(value, operand);
  const [first] = operand.keys();
  if (first?.startsWith('$')) {
    const filter: Filter = parseFilter(new Map([['x', operand]]));
    return (value) => matches(filter, new Map([['x', value]]));
  }
  const filter = parseFilter(operand);
  return (value) => isDoc(value) && matches(filter, value);
}
