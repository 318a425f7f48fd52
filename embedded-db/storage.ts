import { statSync } from 'node:fs';
import Database from 'libsql';
import { leftOut } from './log.js';

/** Index entries or documents from `lo` up to, not including, `hi`. */
export interface Range {
  readonly lo: Buffer;
  readonly hi: Buffer;
}

/** One row of a scan; `key` is the index key, empty in a scan of the documents. */
export interface Row {
  readonly key: Buffer;
  readonly id: Buffer;
  readonly bytes: Buffer;
}

const tables = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (db, name));
  CREATE TABLE indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, coll INTEGER NOT NULL, spec BLOB NOT NULL, arrays INTEGER NOT NULL);
  CREATE TABLE docs (coll INTEGER, id BLOB, doc BLOB NOT NULL, PRIMARY KEY (coll, id)) WITHOUT ROWID;
  CREATE TABLE keys (idx INTEGER, key BLOB, id BLOB, PRIMARY KEY (idx, key, id)) WITHOUT ROWID;
  CREATE TABLE retries (session BLOB PRIMARY KEY, txn INTEGER NOT NULL, minute INTEGER NOT NULL, reply BLOB NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = 1;`;
const formatVersion = 1;
const empty = Buffer.alloc(0);
const largestJoined = 65_536;

type Cell = Buffer | number | string | null;

/**
 * The one place that knows libsql. Every statement gets its parameters as an array (a single Buffer as the only argument
 * aborts the process), reads its rows to the end (an open statement would block a checkpoint), and answers Buffers.
 */
export class Storage {
  /** what opening left out of a killed owner's log, as a sentence */
  readonly leftOut: string | undefined;
  private readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();

  /** Opens or makes the file. @throws Error with `code` NOT_OURS if a newer version wrote it; SqliteError */
  constructor(private readonly file: string) {
    this.leftOut = leftOut(`${file}-wal`);
    this.db = new Database(file);
    this.db.exec('PRAGMA journal_mode = WAL');
    this.db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');
    const version = this.pragma('user_version');
    if (version === 0) this.db.exec(`BEGIN; ${tables} COMMIT`);
    else if (version !== formatVersion)
      throw Object.assign(new Error(`its format is ${String(version)}, not ${formatVersion}`), {
        code: 'NOT_OURS',
      });
  }

  begin(): void {
    this.db.exec('BEGIN');
  }

  /** Resolves nothing and returns only when the write-ahead log is on disk. */
  commit(): void {
    this.db.exec('COMMIT');
  }

  /** Undoes the transaction, if the failure has not done so itself. */
  rollback(): void {
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
  }

  /** Runs `work` so that all of it or, when it throws, nothing of it stays in the transaction. */
  atomically<T>(work: () => T): T {
    this.db.exec('SAVEPOINT command');
    try {
      const result = work();
      this.db.exec('RELEASE command');
      return result;
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK TO command; RELEASE command');
      throw error;
    }
  }

  /**
   * Writes the whole file anew, without a gap and in the order of its keys, and empties the write-ahead log. Not within a transaction. Only so is every
   * deleted byte gone: `secure_delete` overwrites what is deleted, but where SQLite rearranges a page it leaves the old
   * places of rows as they were. The copy is made in memory, so that nothing of it touches another disk.
   */
  checkpoint(): void {
    try {
      this.db.exec('VACUUM');
    } finally {
      this.emptyLog();
    }
  }

  /** Moves what the write-ahead log holds into the file and cuts the log to nothing. Not within a transaction. */
  emptyLog(): void {
    this.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Bytes of the write-ahead log; 0 as long as nothing was written since it was emptied. */
  logBytes(): number {
    return statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  close(): void {
    this.db.close();
  }

  all(sql: string, ...cells: Cell[]): Cell[][] {
    return this.reading(sql).all(cells) as Cell[][];
  }

  /** The first row, if there is one: cheaper than `all` where only one is looked for. */
  first(sql: string, ...cells: Cell[]): Cell[] | undefined {
    return this.reading(sql).get(cells) as Cell[] | undefined;
  }

  /** Runs a writing statement and answers how many rows it changed. */
  run(sql: string, ...cells: Cell[]): number {
    return this.prepared(sql).run(cells).changes;
  }

  document(coll: number, id: Buffer): Buffer | undefined {
    return this.first('SELECT doc FROM docs WHERE coll = ? AND id = ?', coll, id)?.[0] as Buffer | undefined;
  }

  /** False if the id is taken. */
  insert(coll: number, id: Buffer, doc: Buffer): boolean {
    return this.run('INSERT INTO docs VALUES (?, ?, ?) ON CONFLICT DO NOTHING', coll, id, doc) === 1;
  }

  replace(coll: number, id: Buffer, doc: Buffer): void {
    this.run('UPDATE docs SET doc = ? WHERE coll = ? AND id = ?', doc, coll, id);
  }

  remove(coll: number, id: Buffer): void {
    this.run('DELETE FROM docs WHERE coll = ? AND id = ?', coll, id);
  }

  addKey(index: number, key: Buffer, id: Buffer): void {
    this.run('INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING', index, key, id);
  }

  removeKey(index: number, key: Buffer, id: Buffer): void {
    this.run('DELETE FROM keys WHERE idx = ? AND key = ? AND id = ?', index, key, id);
  }

  /** Whether a document other than `id` has this key. */
  taken(index: number, key: Buffer, id: Buffer): boolean {
    const sql = 'SELECT 1 FROM keys WHERE idx = ? AND key = ? AND id <> ? LIMIT 1';
    return this.first(sql, index, key, id) !== undefined;
  }

  /** Documents of a range of ids in order, at most `limit`, from `after` on. */
  documents(coll: number, range: Range, reverse: boolean, after: Row | undefined, limit: number): Row[] {
    const select = `SELECT x'' AS key, id, doc FROM docs WHERE coll = ?`;
    return reverse
      ? this.rows(
          `${select} AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?`,
          coll,
          range.lo,
          after?.id ?? range.hi,
          limit,
        )
      : this.rows(
          `${select} AND id ${after ? '>' : '>='} ? AND id < ? ORDER BY id LIMIT ?`,
          coll,
          after?.id ?? range.lo,
          range.hi,
          limit,
        );
  }

  /** Documents by a range of an index in its order, at most `limit`, from `after` on. */
  indexed(
    coll: number,
    index: number,
    range: Range,
    reverse: boolean,
    after: Row | undefined,
    limit: number,
  ): Row[] {
    const select = `SELECT k.key, k.id, d.doc FROM keys k CROSS JOIN docs d ON d.coll = ? AND d.id = k.id WHERE k.idx = ?`;
    return reverse
      ? this.rows(
          `${select} AND k.key >= ? AND (k.key, k.id) < (?, ?) ORDER BY k.key DESC, k.id DESC LIMIT ?`,
          coll,
          index,
          range.lo,
          after?.key ?? range.hi,
          after?.id ?? empty,
          limit,
        )
      : this.rows(
          `${select} AND (k.key, k.id) > (?, ?) AND k.key < ? ORDER BY k.key, k.id LIMIT ?`,
          coll,
          index,
          after?.key ?? range.lo,
          after?.id ?? empty,
          range.hi,
          limit,
        );
  }

  /**
   * The rows (key, id, doc) of a query. libsql hands over a row in ten microseconds, so all of them come as one: their
   * bytes joined (a text to SQLite, which keeps them as they are) and their lengths. Large ones come singly instead.
   */
  private rows(select: string, ...cells: Cell[]): Row[] {
    const joined = this.first(
      `SELECT CAST(group_concat(CASE WHEN size <= ${largestJoined} THEN key || id || doc END, '') AS BLOB),
              group_concat(length(key) || ',' || length(id) || ',' || length(doc)), max(size)
       FROM (SELECT key, id, doc, length(key) + length(id) + length(doc) AS size FROM (${select}))`,
      ...cells,
    );
    const [bytes, lengths, largest] = joined ?? [];
    if (typeof lengths !== 'string') return [];
    if (Number(largest) <= largestJoined) return apart(bytes as Buffer, lengths);
    return this.all(select, ...cells).map(([key, id, doc]) => ({
      key: key as Buffer,
      id: id as Buffer,
      bytes: doc as Buffer,
    }));
  }

  /** How many entries a range holds, of an index or, without one, of the collection itself. */
  count(coll: number, index: number | undefined, range: Range): number {
    const row =
      index === undefined
        ? this.first(
            'SELECT count(*) FROM docs WHERE coll = ? AND id >= ? AND id < ?',
            coll,
            range.lo,
            range.hi,
          )
        : this.first(
            'SELECT count(*) FROM keys WHERE idx = ? AND key >= ? AND key < ?',
            index,
            range.lo,
            range.hi,
          );
    return Number(row?.[0]);
  }

  private pragma(source: string): Cell | undefined {
    return (this.db.prepare(`PRAGMA ${source}`).raw().all([]) as Cell[][])[0]?.[0];
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }

  private reading(sql: string): Database.Statement {
    return this.statements.get(sql) ?? this.prepared(sql).raw();
  }
}

/** Rows out of their joined bytes, which they share. */
function apart(bytes: Buffer, lengths: string): Row[] {
  const rows: Row[] = [];
  const all = lengths.split(',');
  let at = 0;
  const next = (length: string | undefined): Buffer => bytes.subarray(at, (at += Number(length)));
  for (let i = 0; i < all.length; i += 3)
    rows.push({ key: next(all[i]), id: next(all[i + 1]), bytes: next(all[i + 2]) });
  return rows;
}
