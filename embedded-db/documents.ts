import { ObjectId } from 'bson';
import { namespace, type Catalog, type Collection } from './catalog.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import { MongoError } from './errors.js';
import { idIndex, type Index } from './index-spec.js';
import { inverted, keyOf } from './keys.js';
import { matches } from './match.js';
import { docKeys } from './paths.js';
import type { Storage } from './storage.js';
import { isDoc, show, type Doc, type Reply, type Value } from './values.js';

export const largestDocument = 16 * 1024 * 1024;

/** What E11000 tells beside its text. */
export interface DuplicateDetails extends Reply {
  readonly keyPattern: Doc;
  readonly keyValue: Doc;
}

/** Writes documents and keeps every index of their collection true; each call is all or nothing. */
export class Documents {
  constructor(
    private readonly store: Storage,
    private readonly catalog: Catalog,
  ) {}

  /**
   * Adds a document; one without `_id` gets an ObjectId. Answers the document as stored.
   * @throws MongoError DuplicateKey, BadValue, BSONObjectTooLarge
   */
  insert(collection: Collection, given: Doc, bytes?: Buffer): Doc {
    const doc = withIdFirst(given);
    const stored = doc === given && bytes ? bytes : encode(doc);
    if (stored.length > largestDocument)
      throw new MongoError(
        'BSONObjectTooLarge',
        `object to insert too large. size in bytes: ${stored.length}`,
      );
    const id = idKey(doc);
    if (!this.store.insert(collection.id, id, stored)) throw duplicate(collection, undefined, doc);
    try {
      this.addKeys(collection, id, doc, new Map());
    } catch (error) {
      this.store.remove(collection.id, id);
      throw error;
    }
    return doc;
  }

  /** Puts `after` in place of `before`, which has the same `_id`. @throws MongoError DuplicateKey, Location17419 */
  replace(collection: Collection, id: Buffer, before: Doc, after: Doc, bytes: Buffer): void {
    if (bytes.length > largestDocument)
      throw new MongoError(
        'Location17419',
        `Resulting document after update is larger than ${largestDocument}`,
      );
    const old = new Map(collection.indexes.map((index) => [index, this.entries(index, before)]));
    const added = this.addKeys(collection, id, after, old);
    this.store.replace(collection.id, id, bytes);
    for (const [index, keys] of old)
      for (const [text, key] of keys)
        if (!added.get(index)?.has(text)) this.store.removeKey(index.id, key, id);
  }

  remove(collection: Collection, id: Buffer, doc: Doc): void {
    for (const index of collection.indexes)
      for (const key of this.entries(index, doc).values()) this.store.removeKey(index.id, key, id);
    this.store.remove(collection.id, id);
  }

  /** Fills a new index from all documents there are. @throws MongoError DuplicateKey */
  build(collection: Collection, index: Index): void {
    const only = { ...collection, indexes: [index] };
    const range = { lo: Buffer.alloc(0), hi: Buffer.from([0xff]) };
    let rows = this.store.documents(collection.id, range, false, undefined, 100);
    while (rows.length) {
      for (const { id, bytes } of rows) this.addKeys(only, id, decode(bytes), new Map());
      rows = this.store.documents(collection.id, range, false, rows.at(-1), 100);
    }
  }

  /** Checks every unique index before the first entry is written. Answers all the keys the document has now. */
  private addKeys(
    collection: Collection,
    id: Buffer,
    doc: Doc,
    old: ReadonlyMap<Index, ReadonlyMap<string, Buffer>>,
  ): Map<Index, Map<string, Buffer>> {
    const all = new Map(collection.indexes.map((index) => [index, this.entries(index, doc)]));
    for (const [index, keys] of all) {
      if (!index.unique) continue;
      for (const [text, key] of keys)
        if (!old.get(index)?.has(text) && this.store.taken(index.id, key, id))
          throw duplicate(collection, index, doc, key);
    }
    for (const [index, keys] of all)
      for (const [text, key] of keys) if (!old.get(index)?.has(text)) this.store.addKey(index.id, key, id);
    return all;
  }

  private entries(index: Index, doc: Doc): Map<string, Buffer> {
    const { keys, arrays } = indexEntries(index, doc);
    if (arrays) this.catalog.noteArrays(index, arrays);
    return keys;
  }
}

/** The keys that a document has in an index, by their bytes as latin1, and which parts met an array. */
export function indexEntries(
  index: Index,
  doc: Doc,
): { readonly keys: Map<string, Buffer>; readonly arrays: number } {
  if (index.partial && !matches(index.partial, doc)) return { keys: new Map(), arrays: 0 };
  const { keys, arrays, present } = docKeys(doc, index.parts);
  if (index.sparse && !present) return { keys: new Map(), arrays: 0 };
  return { keys: new Map(keys.map((key) => [key.toString('latin1'), key])), arrays };
}

/** The key a document lies under. @throws MongoError BadValue for an `_id` that cannot be one */
export function idKey(doc: Doc): Buffer {
  const id = doc.get('_id');
  if (Array.isArray(id)) throw new MongoError('BadValue', "The '_id' value cannot be of type array");
  if (isDoc(id) && [...id.keys()].some((name) => name.startsWith('$')))
    throw new MongoError('DollarPrefixedFieldName', '_id fields may not contain names that begin with $');
  return keyOf(id);
}

function withIdFirst(doc: Doc): Doc {
  const [first] = doc.keys();
  if (first === '_id') return doc;
  const id = doc.get('_id');
  return new Map<string, Value>([
    ['_id', id === undefined ? new ObjectId() : id],
    ...doc,
    ...(id === undefined ? [] : [['_id', id] as const]),
  ]);
}

function duplicate(
  collection: Collection,
  index: Index | undefined,
  doc: Doc,
  key?: Buffer,
): MongoError<DuplicateDetails> {
  const keyPattern = index ? (index.spec.get('key') as Doc) : (idIndex.get('key') as Doc);
  const keyValue: Doc = new Map();
  for (const part of index?.parts ?? [{ path: ['_id'], descending: false }])
    keyValue.set(part.path.join('.'), valueUnder(doc, part.path, key));
  const text = `E11000 duplicate key error collection: ${namespace(collection)} index: ${index?.name ?? '_id_'} dup key: ${show(keyValue)}`;
  return new MongoError('DuplicateKey', text, { keyPattern, keyValue });
}

/** The value that made the key: in an array the element whose key it is. */
function valueUnder(doc: Doc, path: readonly string[], key: Buffer | undefined): Value {
  let candidates: Value[] = [doc];
  for (const part of path)
    candidates = candidates.flatMap((value) => {
      const inner = isDoc(value) ? value.get(part) : undefined;
      return inner === undefined ? [] : Array.isArray(inner) ? inner : [inner];
    });
  const made = (value: Value): boolean =>
    key === undefined || key.includes(keyOf(value)) || key.includes(inverted(keyOf(value)));
  return candidates.find(made) ?? null;
}
