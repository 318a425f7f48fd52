import { namespace, type Catalog, type Collection } from './catalog.js';
import { decode } from './decode.js';
import { MongoError } from './errors.js';
import type { Filter } from './filter.js';
import { matches } from './match.js';
import { docKeys, splitPath, type KeyPart } from './paths.js';
import { plan, type Hint, type Plan } from './planner.js';
import type { Row, Storage } from './storage.js';
import { isNumeric, show, type Doc } from './values.js';

/** A document that was found; decoded when somebody looks inside. */
export class Found {
  private decoded: Doc | undefined;
  constructor(
    readonly id: Buffer,
    readonly bytes: Buffer,
  ) {}

  get doc(): Doc {
    return (this.decoded ??= decode(this.bytes));
  }
}

/** When a command has worked long enough. */
export class Deadline {
  private seen = 0;
  private readonly end: number;
  constructor(milliseconds: number) {
    this.end = performance.now() + milliseconds;
  }

  /** @throws MongoError MaxTimeMSExpired; looks at the clock once in 32 calls */
  check(): void {
    if ((this.seen++ & 31) === 31 && performance.now() > this.end)
      throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}

export interface Query {
  readonly filter: Filter;
  readonly sort: readonly KeyPart[];
  readonly skip: number;
  /** 0: all */
  readonly limit: number;
  readonly hint?: Hint | undefined;
}

/** What `explain` counts. */
export interface Effort {
  keys: number;
  docs: number;
}

const chunkBytes = 1024 * 1024;
const sortBytes = 64 * 1024 * 1024;

/** Reads documents. Generators read in chunks by position, so that a cursor may rest between two batches. */
export class Finder {
  constructor(
    private readonly store: Storage,
    private readonly catalog: Catalog,
  ) {}

  *find(collection: Collection, query: Query, deadline: () => Deadline, effort?: Effort): Generator<Found> {
    const way = plan(collection, query.filter, query.sort, query.hint);
    const source = this.scan(
      collection,
      way,
      query.filter,
      deadline,
      effort,
      way.sorted ? query.skip + query.limit : 0,
    );
    const ordered = way.sorted ? source : sorted(source, query.sort, query.limit && query.skip + query.limit);
    let at = 0;
    for (const found of ordered) {
      at += 1;
      if (at <= query.skip) continue;
      yield found;
      if (query.limit && at >= query.skip + query.limit) return;
    }
  }

  count(collection: Collection, query: Query, deadline: Deadline): number {
    const way = plan(collection, query.filter, [], query.hint);
    if (way.exact) {
      let total = 0;
      for (const range of way.ranges) total += this.store.count(collection.id, way.index?.id, range);
      total = Math.max(total - query.skip, 0);
      return query.limit ? Math.min(total, query.limit) : total;
    }
    return howMany(this.find(collection, { ...query, sort: [] }, () => deadline));
  }

  private *scan(
    collection: Collection,
    way: Plan,
    filter: Filter,
    deadline: () => Deadline,
    effort: Effort | undefined,
    wanted: number,
  ): Generator<Found> {
    const seen = way.index?.arrays ? new Set<string>() : undefined;
    let chunk = wanted && way.exact ? Math.min(wanted, 256) : 16;
    for (const range of way.reverse ? way.ranges.toReversed() : way.ranges) {
      let last: Row | undefined;
      for (;;) {
        if (!this.catalog.has(collection, way.index))
          throw new MongoError('QueryPlanKilled', `collection or index dropped: ${namespace(collection)}`);
        const rows = way.index
          ? this.store.indexed(collection.id, way.index.id, range, way.reverse, last, chunk)
          : this.store.documents(collection.id, range, way.reverse, last, chunk);
        let bytes = 0;
        for (const row of rows) {
          deadline().check();
          bytes += row.bytes.length;
          if (effort) effort.keys += 1;
          if (seen) {
            const id = row.id.toString('latin1');
            if (seen.has(id)) continue;
            seen.add(id);
          }
          if (effort) effort.docs += 1;
          const found = new Found(row.id, row.bytes);
          if (way.exact || matches(filter, found.doc)) yield found;
        }
        if (rows.length < chunk) break;
        last = rows.at(-1);
        chunk = Math.max(
          1,
          Math.min(chunk * 2, 512, Math.floor((chunkBytes * rows.length) / Math.max(bytes, 1))),
        );
      }
    }
  }
}

/** How many there are. */
export function howMany(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]();
  let n = 0;
  while (iterator.next().done !== true) n += 1;
  return n;
}

/** Sorts what fits into memory; with a limit no more than twice as many are held. */
export function* sorted(source: Iterable<Found>, parts: readonly KeyPart[], most: number): Generator<Found> {
  let held: { key: Buffer; at: number; found: Found }[] = [];
  let bytes = 0;
  let at = 0;
  const order = (): void => {
    held.sort((a, b) => a.key.compare(b.key) || a.at - b.at);
    if (most) held = held.slice(0, most);
    bytes = held.reduce((sum, { found }) => sum + found.bytes.length, 0);
  };
  for (const found of source) {
    // copies, without what was decoded: the bytes that rows are read in are shared by all of a chunk
    const kept = new Found(Buffer.from(found.id), Buffer.from(found.bytes));
    held.push({ key: sortKey(found.doc, parts), at: at++, found: kept });
    bytes += found.bytes.length;
    if (most && held.length >= most * 2 + 100) order();
    if (bytes > sortBytes)
      throw new MongoError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `a sort without an index may hold ${sortBytes} bytes`,
      );
  }
  order();
  for (const { found } of held) yield found;
}

/**
 * The least key of a document: of an array its least element, or descending its greatest.
 * @throws MongoError BadValue where two of the parts go through two arrays
 */
export function sortKey(doc: Doc, parts: readonly KeyPart[]): Buffer {
  let least: Buffer | undefined;
  try {
    for (const key of docKeys(doc, parts).keys) if (!least || key.compare(least) < 0) least = key;
  } catch (error) {
    if (!(error instanceof MongoError) || error.codeName !== 'CannotIndexParallelArrays') throw error;
    throw new MongoError('BadValue', 'cannot sort with keys that are parallel arrays');
  }
  return least ?? Buffer.alloc(0);
}

/** Reads a sort document. @throws MongoError BadValue */
export function parseSort(doc: Doc | undefined): KeyPart[] {
  return [...(doc ?? [])].map(([path, way]) => {
    const direction = isNumeric(way) ? Number(way.toString()) : 0;
    if (direction !== 1 && direction !== -1)
      throw new MongoError(
        'BadValue',
        `$sort key ordering must be 1 (for ascending) or -1 (for descending), not ${show(way)}`,
      );
    const parts = splitPath(path);
    if (parts.some((part) => !part || part.startsWith('$')))
      throw new MongoError('BadValue', `a sort cannot name the field '${path}'`);
    return { path: parts, descending: direction < 0 };
  });
}
