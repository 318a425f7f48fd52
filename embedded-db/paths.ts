import { MongoError, unsupported } from './errors.js';
import { emptyArrayKey, inverted, keyOf } from './keys.js';
import { isDoc, type Doc, type Value } from './values.js';

export type Path = readonly string[];

export const splitPath = (path: string): string[] => path.split('.');
export const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/**
 * Hands every value that a filter's path reaches to `test`, until one passes (manual: "Query an Array"). A path goes
 * through the objects of an array; what ends in an array reaches its elements (unless `whole`) and the array itself;
 * a missing field is undefined.
 */
export function reaches(
  root: Value | undefined,
  path: Path,
  from: number,
  whole: boolean,
  test: (value: Value | undefined) => boolean,
): boolean {
  const part = path[from];
  if (part === undefined) {
    if (!whole && Array.isArray(root) && root.some(test)) return true;
    return test(root);
  }
  if (isDoc(root)) return reaches(root.get(part), path, from + 1, whole, test);
  if (!Array.isArray(root)) return test(undefined);
  const position = isPosition(part);
  for (const inner of root) {
    if (!isDoc(inner) || (position && !inner.has(part))) continue;
    if (reaches(inner, path, from, whole, test)) return true;
  }
  const at = position ? root[Number(part)] : undefined;
  if (at === undefined) return false;
  return from + 1 === path.length ? test(at) : reaches(at, path, from + 1, whole, test);
}

/** One field of an index or a sort: its path and its direction. */
export interface KeyPart {
  readonly path: Path;
  readonly descending: boolean;
}

export interface DocKeys {
  /** joined keys, one for each way through the arrays */
  readonly keys: Buffer[];
  /** bit i: part i went through or ended in an array */
  readonly arrays: number;
  /** whether any of the parts was there at all, for sparse indexes */
  readonly present: boolean;
}

/** How far one part has come. `done`: its value is final, even if it is an array inside an array. */
interface Walk {
  readonly value: Value | undefined;
  readonly from: number;
  readonly done: boolean;
}

const missing: Walk = { value: undefined, from: 0, done: true };

/** Follows a path until its end or the first array. */
function descend({ value, from, done }: Walk, path: Path): Walk {
  if (done) return { value, from, done };
  let here = value;
  for (let i = from; i < path.length; i += 1) {
    if (Array.isArray(here)) return { value: here, from: i, done };
    if (!isDoc(here)) return missing;
    here = here.get(path[i] ?? '');
  }
  return { value: here, from: path.length, done: !Array.isArray(here) };
}

/**
 * The keys of a document for an index or a sort, as MongoDB makes them: an array gives one key for each element; several
 * parts may go through the same array, but not through two side by side.
 * @throws MongoError CannotIndexParallelArrays
 */
export function docKeys(doc: Doc, parts: readonly KeyPart[]): DocKeys {
  const keys = new Map<string, Buffer>();
  let arrays = 0;
  let present = false;

  const add = (pieces: readonly Buffer[]): void => {
    const key = Buffer.concat(pieces.map((piece, i) => (parts[i]?.descending ? inverted(piece) : piece)));
    keys.set(key.toString('latin1'), key);
  };

  const expand = (walks: readonly Walk[]): void => {
    const ends = walks.map((walk, i) => descend(walk, parts[i]?.path ?? []));
    let array: Value[] | undefined;
    for (const [i, { value, from, done }] of ends.entries()) {
      if (value !== undefined && (done || from === parts[i]?.path.length)) present = true;
      if (done || !Array.isArray(value)) continue;
      arrays |= 2 ** i;
      if (isPosition(parts[i]?.path[from] ?? ''))
        throw unsupported('a sort or an index by a position in an array');
      if (array && array !== value)
        throw new MongoError('CannotIndexParallelArrays', 'cannot index parallel arrays');
      array = value;
    }
    if (!array) {
      add(ends.map(({ value }) => keyOf(value)));
      return;
    }
    const inside = (end: Walk): boolean => !end.done && end.value === array;
    const isLast = (end: Walk, i: number): boolean => end.from === parts[i]?.path.length;
    if (!array.length) {
      const piece = (end: Walk, i: number): Buffer => (isLast(end, i) ? emptyArrayKey : keyOf(null));
      add(ends.map((end, i) => (inside(end) ? piece(end, i) : keyOf(end.value))));
    }
    for (const value of array) {
      expand(
        ends.map((end, i) => {
          if (!inside(end)) return end;
          if (isLast(end, i)) return { value, from: end.from, done: true };
          return isDoc(value) ? { value, from: end.from, done: false } : missing;
        }),
      );
    }
  };

  expand(parts.map(() => ({ value: doc, from: 0, done: false })));
  return { keys: [...keys.values()], arrays, present };
}
