import { MongoError, unsupported } from './errors.js';
import { conjuncts, type Filter } from './filter.js';
import { sameValue } from './keys.js';
import { isPosition, splitPath, type Path } from './paths.js';
import { operators, type Change } from './update-operators.js';
import { asDoc, checkNames, isDoc, show, typeName, type Doc, type Value } from './values.js';

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
  if (value !== undefined && !isDoc(value)) return leadsNowhere(value, step, at);
  const now = value?.get(part);
  if (now === undefined && !step.creates) return value;
  const next = inside(now, step, at + 1, document);
  if (next === now) return value;
  const copy = new Map(value ?? []);
  if (next === undefined) copy.delete(part);
  else copy.set(part, next);
  return copy;
}

/** What is in the way of a path stays where it is for $unset, and is refused by all others. @throws PathNotViable */
function leadsNowhere(value: Value, { operator, path, creates }: Step, at: number): Value {
  if (operator === '$unset') return value;
  const element = `{${path[at - 1] ?? ''}: ${show(value)}}`;
  throw new MongoError(
    'PathNotViable',
    creates
      ? `Cannot create field '${path[at] ?? ''}' in element ${element}`
      : `Cannot use the part (${path[at] ?? ''}) of (${path.join('.')}) to traverse the element (${element})`,
  );
}

const mostFilled = 1_500_000;

function insideArray(list: Value[], step: Step, at: number, document: string): Value {
  const part = step.path[at] ?? '';
  if (!isPosition(part)) return leadsNowhere(list, step, at);
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
