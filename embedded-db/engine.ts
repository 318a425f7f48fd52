import { Catalog } from './catalog.js';
import { Cursors } from './cursors.js';
import { Documents } from './documents.js';
import { type Deadline, Finder } from './find.js';
import { Storage } from './storage.js';
import type { Doc, Reply } from './values.js';

export interface EngineOptions {
  readonly file: string;
  /** how long one command may read before it is stopped, in milliseconds; a smaller `maxTimeMS` wins */
  readonly scanLimitMs: number;
  /** milliseconds since 1970 */
  readonly now: () => number;
}

/** What commands work with. */
export class Engine {
  readonly store: Storage;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly finder: Finder;
  readonly cursors: Cursors;
  readonly now: () => number;
  readonly scanLimitMs: number;

  constructor(options: EngineOptions) {
    this.now = options.now;
    this.scanLimitMs = options.scanLimitMs;
    this.store = new Storage(options.file);
    this.catalog = new Catalog(this.store);
    this.documents = new Documents(this.store, this.catalog);
    this.finder = new Finder(this.store, this.catalog);
    this.cursors = new Cursors(options.now);
  }
}

/** One command as it came over the wire. */
export interface Command {
  readonly name: string;
  readonly db: string;
  readonly body: Doc;
  /** documents of a second section as they came, by their field: `documents` of an insert need no second encoding */
  readonly raw: ReadonlyMap<string, readonly Buffer[]>;
  readonly deadline: Deadline;
}

export interface Handler {
  /** fields of the command that are understood, beside those that every command may have */
  readonly fields: readonly string[];
  /** whether it may change the database */
  readonly writes: boolean;
  run(engine: Engine, command: Command): Reply;
}
