import type { Collection } from './catalog.js';
import { namespace } from './catalog.js';
import { decode } from './decode.js';
import { idKey, indexEntries } from './documents.js';
import type { Engine } from './engine.js';
import { codeOf } from './errors.js';
import type { Index } from './index-spec.js';
import type { Storage } from './storage.js';
import type { Doc } from './values.js';

/** Where a check has come to: what it looked at, and the last row of it. Ids grow, so a dropped collection is no loss. */
export interface Position {
  readonly collection: number;
  /** 0 for the documents themselves */
  readonly index: number;
  readonly key: Buffer;
  readonly id: Buffer;
}

/** What is wrong and how often; it names collections and indexes, and nothing of any document. */
export interface Problem {
  readonly where: string;
  readonly what: string;
  readonly count: number;
}

export interface Step {
  /** rows looked at in this step */
  readonly checked: number;
  readonly problems: readonly Problem[];
  /** where to go on; undefined when all has been looked at */
  readonly next: Position | undefined;
}

const none = Buffer.alloc(0);
const everything = { lo: none, hi: Buffer.from([0xff]) };
const atOnce = 100;
/** A step ends after this time, so that a line goes on answering between two of them. */
const stepMs = 20;
const start: Position = { collection: 0, index: 0, key: none, id: none };

/** How many documents and index entries there are to look at. */
export function rowsToCheck(store: Storage): number {
  return (
    Number(store.first('SELECT count(*) FROM docs')?.[0]) +
    Number(store.first('SELECT count(*) FROM keys')?.[0])
  );
}

/**
 * One step of a check of everything: first the file (SQLite's own check and rows of no collection), then of each
 * collection the documents with their index entries, and the entries with their documents. Each step is true of one
 * moment, so writes between two steps are no false alarm.
 */
export function verifyStep(engine: Engine, from: Position | undefined): Step {
  if (!from) return { checked: 0, problems: fileProblems(engine.store), next: nextPart(engine, start) };
  const here = nextPart(engine, from);
  if (!here) return { checked: 0, problems: [], next: undefined };
  const collection = engine.catalog.list().find(({ id }) => id === here.collection);
  if (!collection) return { checked: 0, problems: [], next: undefined };
  const index = collection.indexes.find(({ id }) => id === here.index);
  const found = new Problems();
  const after: Position = { ...here, index: here.index + 1, key: none, id: none };
  let at = here;
  let checked = 0;
  try {
    const end = performance.now() + stepMs;
    do {
      const last = index
        ? checkEntries(engine.store, collection, index, at, found)
        : checkDocuments(engine.store, collection, at, found);
      checked += last.rows;
      if (last.rows < atOnce) return { checked, problems: found.list(), next: nextPart(engine, after) };
      at = { ...here, key: last.key, id: last.id };
    } while (performance.now() < end);
    return { checked, problems: found.list(), next: at };
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|IOERR)/.test(codeOf(error))) throw error;
    found.add(namespace(collection), 'pages that cannot be read');
    return { checked, problems: found.list(), next: nextPart(engine, after) };
  }
}

/** The problems of several steps, each kind counted once. */
export function together(problems: readonly Problem[]): Problem[] {
  const all = new Problems();
  for (const { where, what, count } of problems) all.add(where, what, count);
  return all.list();
}

class Problems {
  private readonly counts = new Map<string, Problem>();

  add(where: string, what: string, count = 1): void {
    if (count === 0) return;
    const key = `${where}\n${what}`;
    this.counts.set(key, { where, what, count: (this.counts.get(key)?.count ?? 0) + count });
  }

  list(): Problem[] {
    return [...this.counts.values()];
  }
}

/** The position itself if its collection and index are still there, else the start of the next that is. */
function nextPart(engine: Engine, from: Position): Position | undefined {
  const parts = engine.catalog
    .list()
    .flatMap(({ id, indexes }) =>
      [0, ...indexes.map((index) => index.id)].map((index) => [id, index] as const),
    )
    .sort(([a, i], [b, j]) => a - b || i - j);
  const next = parts.find(
    ([collection, index]) =>
      collection > from.collection || (collection === from.collection && index >= from.index),
  );
  if (!next) return undefined;
  const [collection, index] = next;
  return collection === from.collection && index === from.index ? from : { ...start, collection, index };
}

function fileProblems(store: Storage): Problem[] {
  const found = new Problems();
  for (const [line] of store.all('PRAGMA integrity_check(20)'))
    if (line !== 'ok') found.add('the file', String(line));
  const count = (sql: string): number => Number(store.first(sql)?.[0]);
  try {
    found.add(
      'the file',
      'documents of no collection',
      count('SELECT count(*) FROM docs WHERE coll NOT IN (SELECT id FROM collections)'),
    );
    found.add(
      'the file',
      'entries of no index',
      count('SELECT count(*) FROM keys WHERE idx NOT IN (SELECT id FROM indexes)'),
    );
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_CORRUPT')) throw error;
    found.add('the file', 'pages that cannot be read');
  }
  return found.list();
}

interface Looked {
  readonly rows: number;
  readonly key: Buffer;
  readonly id: Buffer;
}

function checkDocuments(store: Storage, collection: Collection, at: Position, found: Problems): Looked {
  const where = namespace(collection);
  const after = at.id.length ? { key: at.id, id: at.id, bytes: none } : undefined;
  const rows = store.documents(collection.id, everything, false, after, atOnce);
  for (const { id, bytes } of rows) {
    const doc = read(bytes);
    if (!doc || !liesUnder(id, doc)) {
      found.add(where, doc ? 'documents under another id than their own' : 'documents that are no BSON');
      continue;
    }
    for (const index of collection.indexes) {
      const { keys, arrays } = indexEntries(index, doc);
      if ((index.arrays | arrays) !== index.arrays)
        found.add(`${where} ${index.name}`, 'documents with arrays that the index does not know of');
      for (const key of keys.values())
        if (!hasEntry(store, index, key, id))
          found.add(`${where} ${index.name}`, 'documents without their index entry');
    }
  }
  const last = rows.at(-1);
  return { rows: rows.length, key: none, id: last?.id ?? none };
}

function checkEntries(
  store: Storage,
  collection: Collection,
  index: Index,
  at: Position,
  found: Problems,
): Looked {
  const where = `${namespace(collection)} ${index.name}`;
  const rows = store.all(
    `SELECT k.key, k.id, d.doc FROM keys k LEFT JOIN docs d ON d.coll = ? AND d.id = k.id
     WHERE k.idx = ? AND (k.key, k.id) > (?, ?) ORDER BY k.key, k.id LIMIT ?`,
    collection.id,
    index.id,
    at.key,
    at.id,
    atOnce,
  );
  let last: Looked = { rows: rows.length, key: at.key, id: at.id };
  for (const row of rows) {
    const [key, id, bytes] = row as [Buffer, Buffer, Buffer | null];
    if (bytes === null) found.add(where, 'index entries without their document');
    else {
      const doc = read(bytes);
      if (doc && !indexEntries(index, doc).keys.has(key.toString('latin1')))
        found.add(where, 'index entries that their document does not have');
    }
    if (index.unique && last.id.length && last.key.equals(key))
      found.add(where, 'unique keys that are there twice');
    last = { rows: rows.length, key, id };
  }
  return last;
}

function hasEntry(store: Storage, index: Index, key: Buffer, id: Buffer): boolean {
  const sql = 'SELECT 1 FROM keys WHERE idx = ? AND key = ? AND id = ?';
  return store.first(sql, index.id, key, id) !== undefined;
}

function liesUnder(id: Buffer, doc: Doc): boolean {
  try {
    return idKey(doc).equals(id);
  } catch {
    return false; // an id that cannot be one
  }
}

function read(bytes: Buffer): Doc | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}
