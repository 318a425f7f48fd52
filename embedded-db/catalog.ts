import { decode } from './decode.js';
import { MongoError } from './errors.js';
import { parseIndex, type Index } from './index-spec.js';
import type { Storage } from './storage.js';

export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly indexes: Index[];
}

export const namespace = ({ db, name }: Pick<Collection, 'db' | 'name'>): string => `${db}.${name}`;

/** What collections and indexes there are: the tables' truth, held in memory. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private readonly alive = new Set<string>();

  constructor(private readonly store: Storage) {
    this.load();
  }

  /** Reads everything again, as is needed after a transaction was undone. */
  load(): void {
    this.collections = new Map();
    this.alive.clear();
    const byId = new Map<number, Collection>();
    for (const [id, db, name] of this.store.all('SELECT id, db, name FROM collections')) {
      const collection = { id: Number(id), db: String(db), name: String(name), indexes: [] };
      byId.set(collection.id, collection);
      this.collections.set(namespace(collection), collection);
      this.alive.add(`c${collection.id}`);
    }
    for (const [id, coll, spec, arrays] of this.store.all(
      'SELECT id, coll, spec, arrays FROM indexes ORDER BY id',
    )) {
      const index = { ...parseIndex(decode(spec as Buffer)), id: Number(id), arrays: Number(arrays) };
      byId.get(Number(coll))?.indexes.push(index);
      this.alive.add(`i${index.id}`);
    }
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(namespace({ db, name }));
  }

  list(db?: string): Collection[] {
    return [...this.collections.values()].filter((collection) => db === undefined || collection.db === db);
  }

  /** Whether what a cursor reads from is still there. */
  has(collection: Collection, index: Index | undefined): boolean {
    return this.alive.has(`c${collection.id}`) && (!index || this.alive.has(`i${index.id}`));
  }

  /** The collection, made if there is none yet. @throws MongoError InvalidNamespace */
  open(db: string, name: string): Collection {
    const found = this.find(db, name);
    if (found) return found;
    checkNames(db, name);
    this.store.run('INSERT INTO collections (db, name) VALUES (?, ?)', db, name);
    this.load();
    const made = this.find(db, name);
    if (!made) throw new MongoError('InternalError', `could not make ${db}.${name}`);
    return made;
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes) this.dropIndex(index);
    this.store.run('DELETE FROM docs WHERE coll = ?', collection.id);
    this.store.run('DELETE FROM collections WHERE id = ?', collection.id);
    this.load();
  }

  /** Adds an index without entries. */
  addIndex(collection: Collection, spec: Buffer): Index {
    this.store.run('INSERT INTO indexes (coll, spec, arrays) VALUES (?, ?, 0)', collection.id, spec);
    const row = this.store.first('SELECT max(id) FROM indexes');
    const index = { ...parseIndex(decode(spec)), id: Number(row?.[0]), arrays: 0 };
    collection.indexes.push(index);
    this.alive.add(`i${index.id}`);
    return index;
  }

  dropIndex(index: Index): void {
    this.store.run('DELETE FROM keys WHERE idx = ?', index.id);
    this.store.run('DELETE FROM indexes WHERE id = ?', index.id);
  }

  /** Remembers that documents with arrays are in an index, before the first of them can be searched for. */
  noteArrays(index: Index, arrays: number): void {
    if ((index.arrays | arrays) === index.arrays) return;
    index.arrays |= arrays;
    this.store.run('UPDATE indexes SET arrays = ? WHERE id = ?', index.arrays, index.id);
  }
}

function checkNames(db: string, name: string): void {
  const wrong =
    !db ||
    db.length > 63 ||
    /[\0/\\. "$*<>:|?]/.test(db) ||
    !name ||
    /[\0$]/.test(name) ||
    name.startsWith('.');
  if (wrong || name.startsWith('system.') || db.length + name.length > 254)
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
}
