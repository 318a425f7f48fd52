import { MongoError, unsupported } from './errors.js';
import { isDoc, isNumeric, type Doc, type Value } from './values.js';

/** Fields by name; `true` is the whole field. */
type Tree = Map<string, Tree | true>;
export type Projection = (doc: Doc) => Doc;

/**
 * Reads a projection: inclusion or exclusion of fields, `_id` either way. Answers undefined where everything stays.
 * @throws MongoError Location31254/31253 for a mixture, NotImplemented for anything computed
 */
export function parseProjection(spec: Doc | undefined): Projection | undefined {
  if (!spec?.size) return undefined;
  const fields = [...spec].map(([path, keep]) => [path, kept(path, keep)] as const);
  const id = fields.find(([path]) => path === '_id')?.[1];
  const others = fields.filter(([path]) => path !== '_id');
  const include = others[0]?.[1] ?? id ?? false;
  for (const [path, keep] of others) {
    if (keep === include) continue;
    throw include
      ? new MongoError('Location31254', `Cannot do exclusion on field ${path} in inclusion projection`)
      : new MongoError('Location31253', `Cannot do inclusion on field ${path} in exclusion projection`);
  }
  const tree: Tree = new Map();
  for (const [path] of others) plant(tree, path);
  if (include ? id !== false : id === false) plant(tree, '_id');
  return (doc) => (include ? included(doc, tree) : excluded(doc, tree));
}

function kept(path: string, value: Value): boolean {
  if (path.split('.').some((part) => part.startsWith('$') || !part))
    throw unsupported(`the projection of '${path}'`);
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  throw unsupported(`a computed field ('${path}') in a projection`);
}

function plant(tree: Tree, path: string): void {
  const collision = new MongoError('Location31250', `Path collision at ${path}`);
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let here = tree;
  for (const part of parts) {
    const inner = here.get(part) ?? new Map<string, Tree | true>();
    if (inner === true) throw collision;
    here.set(part, inner);
    here = inner;
  }
  if (here.has(last)) throw collision;
  here.set(last, true);
}

function included(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const wanted = tree.get(name);
    if (wanted === true) result.set(name, value);
    else if (wanted && isDoc(value)) result.set(name, included(value, wanted));
    else if (wanted && Array.isArray(value)) result.set(name, includedIn(value, wanted));
  }
  return result;
}

const includedIn = (list: readonly Value[], tree: Tree): Value[] =>
  list.flatMap((value): Value[] => {
    if (isDoc(value)) return [included(value, tree)];
    return Array.isArray(value) ? [includedIn(value, tree)] : [];
  });

function excluded(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const gone = tree.get(name);
    if (gone !== true) result.set(name, gone ? without(value, gone) : value);
  }
  return result;
}

function without(value: Value, tree: Tree): Value {
  if (isDoc(value)) return excluded(value, tree);
  return Array.isArray(value) ? value.map((inner) => without(inner, tree)) : value;
}
