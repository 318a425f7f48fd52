import { MongoError, unsupported } from './errors.js';
import { conjuncts, parseFilter, type Filter } from './filter.js';
import { keyOf, sameValue } from './keys.js';
import { matches } from './match.js';
import { add } from './numbers.js';
import { isPosition, splitPath, type Path } from './paths.js';
import { asDoc, checkNames, isDoc, isNumeric, show, typeName, type Doc, type Value } from './values.js';

/** What a change makes of a field's value (undefined: there is none); undefined takes the field away. */
type Change = (now: Value | undefined, document: string) => Value | undefined;

interface Step {
  readonly operator: string;
  readonly path: Path;
  readonly change: Change;
  /** makes the field where there is none */
  readonly creates: boolean;
}

/** Makes the document after an update; `inserting` lets `$setOnInsert` act. The one before is left as it is. */
export type Update = (before: Doc, inserting: boolean) => Doc;

const bad = (message: string): MongoError => new MongoError('BadValue', message);

/** Reads an update: operators or a replacement. @throws MongoError FailedToParse, BadValue … */
export function parseUpdate(value: Value | undefined): { update: Update; replaces: boolean } {
  if (Array.isArray(value)) throw unsupported('update pipelines');
  const doc = asDoc(value, 'an update');
  const [first] = doc.keys();
  if (!first?.startsWith('$')) {
    checkNames(doc);
    return { update: (before) => replaced(before, doc), replaces: true };
  }
  const steps = [...doc].flatMap(([operator, fields]) => parseOperator(operator, fields));
  checkConflicts(steps);
  steps.sort((a, b) => byPath(a.path, b.path)); // MongoDB makes new fields in this order
  return { replaces: false, update: (before, inserting) => applied(before, steps, inserting) };
}

function parseOperator(operator: string, fields: Value): Step[] {
  const make = operators[operator];
  if (!make) throw unsupported(`the modifier '${operator}' in an update`, 'FailedToParse');
  if (!isDoc(fields))
    throw new MongoError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
    );
  return [...fields].map(([name, operand]) => {
    const path = splitPath(name);
    if (path.includes(''))
      throw new MongoError(
        'EmptyFieldName',
        `The update path '${name}' contains an empty field name, which is not allowed.`,
      );
    if (path.some((part) => part.startsWith('$')))
      throw /^\$(\[.*\])?$/.test(path.find((part) => part.startsWith('$')) ?? '')
        ? unsupported(`the positional path '${name}' in an update`)
        : new MongoError(
            'DollarPrefixedFieldName',
            `The dollar ($) prefixed field in '${name}' is not allowed in the context of an update's replacement document.`,
          );
    return { operator, path, change: make(operand, name), creates: !['$unset', '$pull'].includes(operator) };
  });
}

const operators: Readonly<Record<string, (operand: Value, name: string) => Change>> = {
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
  $min: (operand) => bounded(operand, -1),
  $max: (operand) => bounded(operand, 1),
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

const bounded =
  (operand: Value, way: number): Change =>
  (now) =>
    now === undefined || keyOf(operand).compare(keyOf(now)) === way ? operand : now;

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

function byPath(a: Path, b: Path): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isPosition(part) && isPosition(other)) return Number(part) - Number(other);
    return Buffer.compare(Buffer.from(part), Buffer.from(other));
  }
  return -1;
}

function checkConflicts(steps: readonly Step[]): void {
  const taken = new Set<string>();
  const through = new Set<string>();
  for (const { path } of steps) {
    const whole = path.join('.');
    const heads = path.map((_, i) => path.slice(0, i + 1).join('.'));
    const clash = through.has(whole) ? whole : heads.find((head) => taken.has(head));
    if (clash !== undefined)
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${whole}' would create a conflict at '${clash}'`,
      );
    taken.add(whole);
    heads.forEach((head) => through.add(head));
  }
}

function replaced(before: Doc, after: Doc): Doc {
  const id = before.get('_id');
  const given = after.get('_id');
  if (id === undefined) return after;
  if (given !== undefined && !sameValue(given, id)) throw immutable('_id');
  return new Map<string, Value>([['_id', id], ...[...after].filter(([name]) => name !== '_id')]);
}

const immutable = (path: string): MongoError =>
  new MongoError(
    'ImmutableField',
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  );

function applied(before: Doc, steps: readonly Step[], inserting: boolean): Doc {
  let after = before;
  const id = before.get('_id');
  const document = `{_id: ${show(id)}}`;
  for (const step of steps) {
    if (step.operator === '$setOnInsert' && !inserting) continue;
    const changed = inside(after, step, 0, document);
    if (isDoc(changed)) after = changed;
    if (step.path[0] !== '_id' || id === undefined) continue;
    const now = after.get('_id');
    if (now === undefined || !sameValue(now, id)) throw immutable(step.path.join('.'));
  }
  return after;
}

/** The value with the step done in it; the same value where nothing changed. */
function inside(value: Value | undefined, step: Step, at: number, document: string): Value | undefined {
  const part = step.path[at];
  if (part === undefined) return step.change(value, document);
  if (Array.isArray(value)) return insideArray(value, step, at, document);
  if (value !== undefined && !isDoc(value)) {
    if (!step.creates) return value;
    throw new MongoError(
      'PathNotViable',
      `Cannot create field '${part}' in element {${step.path[at - 1] ?? ''}: ${show(value)}}`,
    );
  }
  const now = value?.get(part);
  if (now === undefined && !step.creates) return value;
  const next = inside(now, step, at + 1, document);
  if (next === now) return value;
  const copy = new Map(value ?? []);
  if (next === undefined) copy.delete(part);
  else copy.set(part, next);
  return copy;
}

const mostFilled = 1_500_000;

function insideArray(list: Value[], step: Step, at: number, document: string): Value {
  const part = step.path[at] ?? '';
  if (!isPosition(part)) {
    if (!step.creates) return list;
    throw new MongoError(
      'PathNotViable',
      `Cannot create field '${part}' in element {${step.path[at - 1] ?? ''}: ${show(list)}}`,
    );
  }
  const position = Number(part);
  const now = list[position];
  if (now === undefined && !step.creates) return list;
  if (position > list.length + mostFilled) throw bad(`can't backfill more than ${mostFilled} elements`);
  const next = inside(now, step, at + 1, document);
  if (next === now) return list;
  const copy = [...list];
  while (copy.length < position) copy.push(null);
  copy[position] = next ?? null; // taking an element of an array away leaves a null
  return copy;
}

/** The document that an upsert starts from: what the filter says is equal. @throws MongoError NotSingleValueField */
export function seed(filter: Filter, replaces: boolean): Doc {
  const doc: Doc = new Map();
  const taken: string[] = [];
  for (const { path, test } of conjuncts(filter)) {
    if (test.is !== 'eq') continue;
    const name = path.join('.');
    if (replaces && path[0] !== '_id') continue;
    if (path[0] === '_id' && path.length > 1)
      throw new MongoError(
        'NotExactValueField',
        `field at '_id' must be exactly specified, field at sub-path '${name}' found`,
      );
    const clash = taken.find(
      (other) => other === name || other.startsWith(`${name}.`) || name.startsWith(`${other}.`),
    );
    if (clash !== undefined)
      throw new MongoError(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${name}' is matched twice`,
      );
    taken.push(name);
    const step: Step = { operator: '$set', path, change: () => test.operand, creates: true };
    const made = inside(doc, step, 0, '{}');
    if (isDoc(made)) for (const [key, value] of made) doc.set(key, value);
  }
  return doc;
}
