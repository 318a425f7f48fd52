/** Words in which unjudged.ts says what an operation and its documents hold. */
import { Double, Int32, Long, type Document } from 'bson';
import type { Asked, Modifier, Predicate } from './asked.js';
import { uniqueField } from './operations.js';

export const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isEmpty = (value: unknown): boolean => isArray(value) && value.length === 0;

/** An embedded document: neither an array nor a value of BSON. */
export const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !isArray(value) &&
  !(value instanceof Date) &&
  !('_bsontype' in value);

/** A number of any type as JavaScript has it; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (value instanceof Double || value instanceof Int32) return value.value;
  if (value instanceof Long) return value.toNumber();
  return typeof value === 'number' ? value : undefined;
}
export const isNaNumber = (value: unknown): boolean => Number.isNaN(numberOf(value));

/** The values of a list; anything else alone. */
export const allOf = (value: unknown): readonly unknown[] => (isArray(value) ? value : [value]);

/** What an array holds, or a `$each`; anything else alone, and an array too if it is `pushed` as it is. */
export function elementsOf(value: unknown, pushed = false): readonly unknown[] {
  if (isPlain(value) && '$each' in value) return allOf(value['$each']);
  return pushed ? [value] : allOf(value);
}

/** Whether a value, or anything inside it, passes. */
export function holds(value: unknown, passes: (inner: unknown) => boolean): boolean {
  if (passes(value)) return true;
  const inside = isArray(value) ? value : isPlain(value) ? Object.values(value) : [];
  return inside.some((inner) => holds(inner, passes));
}

const toParent = (path: string): string => path.replace(/\.[^.]*$/, '');

/** What a path without arrays on its way leads to. */
export const at = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, part) => (isPlain(value) ? (value[part] as unknown) : undefined), document);

/** What the last name of a path is looked up in. */
export const parentOf = (document: Document, path: string): unknown =>
  path.includes('.') ? at(document, toParent(path)) : document;

/** Whether a path goes through an array of the document, or ends in one. */
export const arrayOn = (document: Document, path: string): boolean =>
  path.split('.').some((_, i, parts) => isArray(at(document, parts.slice(0, i + 1).join('.'))));

/** Whether a path goes through an array on its way to its last name. */
export const throughArray = (document: Document, path: string): boolean =>
  path.includes('.') && arrayOn(document, toParent(path));

type When = (asked: Asked) => boolean;

/** Some test of the filter passes. */
export const test =
  (passes: (predicate: Predicate, asked: Asked) => boolean): When =>
  (asked) =>
    asked.predicates.some((predicate) => passes(predicate, asked));

/** Some modifier of an update passes. */
export const modifier =
  (passes: (modifier: Modifier, asked: Asked) => boolean): When =>
  (asked) =>
    asked.modifiers.flat().some((each) => passes(each, asked));

/** Two ends of a range stand on one path that some document `meets` so. */
export const twoEnds =
  (meets: (document: Document, path: string) => boolean): When =>
  ({ predicates, documents }) => {
    const ends = predicates.filter(({ operator }) => /^\$[gl]t/.test(operator)).map(({ path }) => path);
    return ends.some(
      (path, i) => ends.indexOf(path) < i && documents.some((document) => meets(document, path)),
    );
  };

/** Some document holds such a value under a key of the sort or the group. */
export const keyHolds =
  (passes: (value: unknown) => boolean): When =>
  ({ keys, documents }) =>
    documents.some((document) => keys.some((path) => holds(document[path.replace(/\..*/, '')], passes)));

/** A write where the field of the unique index has such a value, or may get it: $push and $addToSet make arrays. */
export const writesBeside =
  (passes: (value: unknown) => boolean): When =>
  ({ verb, command, before, modifiers }) =>
    !['find', 'count', 'aggregate'].includes(verb) &&
    (holds([command, before], (value) => isPlain(value) && holds(value[uniqueField], passes)) ||
      modifiers
        .flat()
        .some(
          ({ operator, path }) =>
            path === uniqueField && ['$push', '$addToSet'].includes(operator) && passes([undefined]),
        ));
