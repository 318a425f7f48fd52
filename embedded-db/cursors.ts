import type { Deadline } from './find.js';
import { MongoError } from './errors.js';
import type { Reply, Value } from './values.js';

interface Cursor {
  readonly ns: string;
  readonly items: Iterator<Buffer>;
  readonly clocked: Clocked;
  waiting: Buffer | undefined;
  usedAt: number;
}

const firstBatchSize = 101;
const batchBytes = 16 * 1024 * 1024;
const idleMs = 10 * 60_000;

/** The deadline of whatever command reads from a generator at the moment. */
export interface Clocked {
  deadline: Deadline;
}

/** Answers in batches. A cursor reads on where it stopped; what is written meanwhile may or may not be seen. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private last = 0n;

  constructor(private readonly now: () => number) {}

  /** The first batch of an answer, whose items are BSON, and, if there is more and `single` is not asked for, a cursor for the rest. */
  start(
    ns: string,
    items: Iterable<Buffer>,
    clocked: Clocked,
    options: { batchSize: number | undefined; single: boolean },
  ): Reply {
    const cursor: Cursor = {
      ns,
      items: items[Symbol.iterator](),
      waiting: undefined,
      usedAt: this.now(),
      clocked,
    };
    const batch = this.take(cursor, options.batchSize ?? firstBatchSize);
    const more = !options.single && cursor.waiting !== undefined;
    if (more) this.open.set(++this.last, cursor);
    return { cursor: { firstBatch: batch, id: more ? this.last : 0n, ns }, ok: 1 };
  }

  /** @throws MongoError CursorNotFound */
  more(id: bigint, ns: string, batchSize: number | undefined, deadline: Deadline): Reply {
    const cursor = this.open.get(id);
    if (cursor?.ns !== ns) throw new MongoError('CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = this.now();
    cursor.clocked.deadline = deadline;
    try {
      const batch = this.take(cursor, batchSize || Infinity);
      if (cursor.waiting === undefined) this.open.delete(id);
      return { cursor: { nextBatch: batch, id: cursor.waiting === undefined ? 0n : id, ns }, ok: 1 };
    } catch (error) {
      this.open.delete(id);
      throw error;
    }
  }

  kill(ids: readonly Value[]): Reply {
    const [cursorsKilled, cursorsNotFound]: [bigint[], bigint[]] = [[], []];
    for (const id of ids) {
      if (typeof id !== 'bigint') throw new MongoError('TypeMismatch', 'a cursor id is a long');
      (this.open.delete(id) ? cursorsKilled : cursorsNotFound).push(id);
    }
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  }

  /** Forgets cursors that nobody asked for during ten minutes. */
  sweep(): void {
    for (const [id, { usedAt }] of this.open) if (this.now() - usedAt > idleMs) this.open.delete(id);
  }

  /** Up to `most` items within the size of a message; one further item is read to know whether there is more. */
  private take(cursor: Cursor, most: number): Buffer[] {
    const batch: Buffer[] = [];
    let bytes = 0;
    cursor.waiting ??= next(cursor.items);
    while (cursor.waiting !== undefined && batch.length < most) {
      bytes += cursor.waiting.length;
      if (batch.length && bytes > batchBytes) break;
      batch.push(cursor.waiting);
      cursor.waiting = next(cursor.items);
    }
    return batch;
  }
}

function next(items: Iterator<Buffer>): Buffer | undefined {
  const result = items.next();
  return result.done === true ? undefined : result.value;
}
