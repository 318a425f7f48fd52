/** Words for what BSON values hold, in documents as a driver has them. */
import { Double, Int32, Long, type Document } from 'bson';

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
