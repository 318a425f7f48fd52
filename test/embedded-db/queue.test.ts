import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deserialize, Long, type Document } from 'bson';
import { Deadline } from '../../embedded-db/find.js';
import { execute, handlerOf } from '../../embedded-db/execute.js';
import { Queue } from '../../embedded-db/queue.js';
import { Bench, doc } from './support.js';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  bench.end();
});

/** Puts commands into the queue at once and answers their replies in the order in which they came. */
function together(queue: Queue, commands: Document[]): Promise<Document[]> {
  const replies: Document[] = [];
  return new Promise((resolve) => {
    for (const command of commands) {
      const body = doc({ ...command, $db: 'test' });
      const [name = ''] = body.keys();
      queue.add({
        writes: handlerOf(name).writes,
        apart: name === 'getMore',
        run: () =>
          execute(bench.engine, { name, db: 'test', body, raw: new Map(), deadline: new Deadline(60_000) }),
        done: (reply) => {
          replies.push(deserialize(reply));
          if (replies.length === commands.length) resolve(replies);
        },
      });
    }
  });
}

const insert = (id: string, body = 'x'): Document => ({ insert: 'c', documents: [{ _id: id, body }] });

describe('commands that wait together', () => {
  test('share one transaction', async () => {
    let commits = 0;
    const { store } = bench.engine;
    const commit = store.commit.bind(store);
    store.commit = () => {
      commits += 1;
      commit();
    };
    const replies = await together(
      new Queue(bench.engine),
      Array.from({ length: 20 }, (_, i) => insert(`i${i}`)),
    );
    expect(replies.every(({ n }) => n === 1)).toBe(true);
    expect(commits).toBeLessThan(20);
  });

  test('are answered after the commit alone, one that fails by itself', async () => {
    const replies = await together(new Queue(bench.engine), [
      insert('a'),
      { create: 'c', capped: true },
      insert('a'),
      insert('b'),
    ]);
    expect(replies).toMatchObject([
      { n: 1 },
      { code: 238 },
      { n: 0, writeErrors: [{ code: 11000 }] },
      { n: 1 },
    ]);
    expect(bench.find('c').map(({ _id: id }) => id as string)).toEqual(['a', 'b']);
  });

  test('run again one by one when the file cannot take them all, and reads go on', async () => {
    await together(new Queue(bench.engine), [insert('first')]);
    const [pages] = bench.engine.store.all('PRAGMA page_count');
    bench.engine.store.all(`PRAGMA max_page_count = ${Number(pages?.[0]) + 8}`);
    const find = { find: 'c', filter: { _id: 'first' } };
    const replies = await together(new Queue(bench.engine), [
      insert('small'),
      insert('large', 'x'.repeat(200_000)),
      find,
      insert('other'),
    ]);
    expect(replies).toMatchObject([
      { n: 1 },
      { ok: 0, code: 14031, codeName: 'OutOfDiskSpace' },
      { ok: 1 },
      { n: 1 },
    ]);
    bench.reopen();
    expect(bench.find('c').map(({ _id: id }) => id as string)).toEqual(['first', 'other', 'small']);
  });

  test('lose nothing of a cursor when a neighbour fails', async () => {
    bench.run({ insert: 'c', documents: Array.from({ length: 30 }, (_, i) => ({ _id: i })) });
    const { id } = bench.run({ find: 'c', batchSize: 10 })['cursor'] as { id: number };
    const [pages] = bench.engine.store.all('PRAGMA page_count');
    bench.engine.store.all(`PRAGMA max_page_count = ${Number(pages?.[0]) + 8}`);
    const more = { getMore: Long.fromNumber(id), collection: 'c', batchSize: 10 };
    const replies = await together(new Queue(bench.engine), [
      more,
      insert('large', 'x'.repeat(200_000)),
      more,
    ]);
    const batches = [replies[0], replies[2]].map((reply) =>
      ((reply?.['cursor'] as Document)['nextBatch'] as Document[]).map(({ _id }) => _id as number),
    );
    expect(batches.flat()).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
    expect(replies[1]).toMatchObject({ code: 14031 });
  });

  test('a failure that is nobody’s fault tells nothing of what was asked', async () => {
    const queue = new Queue(bench.engine);
    const reply = await new Promise<Document>((resolve) => {
      queue.add({
        writes: true,
        apart: false,
        run: () => {
          throw new Error('secret words');
        },
        done: (bytes) => {
          resolve(deserialize(bytes));
        },
      });
    });
    expect(reply).toMatchObject({
      ok: 0,
      code: 1,
      errmsg: 'the embedded database could not do this (internal error)',
    });
  });
});
